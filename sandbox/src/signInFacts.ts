/** Chooses among an element's ways to sign in. */
import type { AuthMethod, ElementFacts } from './facts';

/** Entries of `configuration` as the platform stores them. */
export type Configuration = ReadonlyMap<string, string | null>;

/** The way that the selector names; without one, the first that lacks nothing, and else the first. */
export function selectAuthMethod(element: ElementFacts, configuration: Configuration): AuthMethod {
  const { authentication, key } = element;
  const isChosen = ({ selector }: AuthMethod) => selector && configuration.get(selector.key) === selector.value;
  const isOpen = ({ selector }: AuthMethod) => !selector || !configuration.get(selector.key);
  const authMethod =
    authentication.find(isChosen) ??
    authentication.find((method) => isOpen(method) && missingEntries(element, method, configuration).length === 0) ??
    authentication[0];
  if (!authMethod) throw new Error(`The facts of ${key} name no way to sign in.`);
  return authMethod;
}

/** What the way requires and the configuration lacks, entries with a default aside. */
export function missingEntries(element: ElementFacts, authMethod: AuthMethod, configuration: Configuration): string[] {
  const hasDefault = new Set(element.configuration.filter((entry) => entry.default !== null).map((entry) => entry.key));
  return authMethod.required.filter((key) => !configuration.get(key) && !hasDefault.has(key));
}
