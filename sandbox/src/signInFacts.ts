/** Chooses among an element's ways to sign in. */
import type { AuthenticationWay, ElementFacts } from './facts';

/** Entries of `configuration` as the platform stores them. */
export type Configuration = ReadonlyMap<string, string | null>;

/** The way that the selector names; without one, the first that lacks nothing, and else the first. */
export function chooseWay(element: ElementFacts, configuration: Configuration): AuthenticationWay {
  const { authentication, key } = element;
  const isChosen = ({ selector }: AuthenticationWay) => selector && configuration.get(selector.key) === selector.value;
  const isOpen = ({ selector }: AuthenticationWay) => !selector || !configuration.get(selector.key);
  const way =
    authentication.find(isChosen) ??
    authentication.find((one) => isOpen(one) && missingEntries(element, one, configuration).length === 0) ??
    authentication[0];
  if (!way) throw new Error(`The facts of ${key} name no way to sign in.`);
  return way;
}

/** What the way requires and the configuration lacks, entries with a default aside. */
export function missingEntries(element: ElementFacts, way: AuthenticationWay, configuration: Configuration): string[] {
  const hasDefault = new Set(element.configuration.filter((entry) => entry.default !== null).map((entry) => entry.key));
  return way.required.filter((key) => !configuration.get(key) && !hasDefault.has(key));
}
