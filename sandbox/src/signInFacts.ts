/** Selects an auth method of an element. */
import type { AuthMethod, ElementFacts } from './facts';

/** Entries of `configuration` as the platform stores them. */
export type Configuration = ReadonlyMap<string, string | null>;

/** The auth method that the selector entry chooses; else the first whose required entries all exist; else the first. */
export function selectAuthMethod(element: ElementFacts, configuration: Configuration): AuthMethod {
  const { authentication, key } = element;
  const isChosen = ({ selector }: AuthMethod) => selector && configuration.get(selector.key) === selector.value;
  const isOpen = ({ selector }: AuthMethod) => !selector || !configuration.get(selector.key);
  const authMethod =
    authentication.find(isChosen) ??
    authentication.find((method) => isOpen(method) && missingEntries(element, method, configuration).length === 0) ??
    authentication[0];
  if (!authMethod) throw new Error(`The facts of ${key} have no auth method.`);
  return authMethod;
}

/** Keys of the entries that the auth method requires and the configuration lacks. Entries with a default don't count. */
export function missingEntries(element: ElementFacts, authMethod: AuthMethod, configuration: Configuration): string[] {
  const hasDefault = new Set(element.configuration.filter((entry) => entry.default !== null).map((entry) => entry.key));
  return authMethod.required.filter((key) => !configuration.get(key) && !hasDefault.has(key));
}
