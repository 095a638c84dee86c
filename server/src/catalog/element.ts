import { readEntries } from './entries';
import type { Entry } from './entries';
import { knownNames, type KnownNames } from './knownNames';
import type { ElementFacts, JsonSchema, AuthMethod } from './schemaTypes';
import { selectAuthMethod, readSignIn, spellingOf } from './authMethods';

/** What the language features know about an element. */
export interface Element {
  readonly key: string;
  readonly name: string;
  readonly hub: string | null;
  readonly summary: string;
  readonly setup: string | undefined;
  /** The first one is for new requests. */
  readonly authMethods: readonly [AuthMethod, ...AuthMethod[]];
  /** By key, in the order to show them: required, optional, filled in by the platform. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** The keys in `configuration` that have a meaning: those of its entries, and their other spellings. */
  readonly recognizedNames: readonly string[];
  /** The keys of its entries, prepared for matching. */
  readonly names: KnownNames;
  /** The schema of a complete request, self-contained: without `$ref` and `$id`. */
  readonly schema: JsonSchema;
  /** The authentication method that a request (any JSON value) selects. */
  authMethod(request: unknown): AuthMethod;
  /**
   * The entries that this method requires, in the order in which a person fills them in. An entry with several
   * spellings is the one that the request has.
   */
  requiredEntries(request: unknown): readonly Entry[];
}

const noAuthMethod: AuthMethod = { type: 'custom', flow: 'direct', required: [], optional: [], providerData: [] };

/**
 * Derives an element from its schema.
 * @param schema Without `$ref`.
 */
export function createElement(key: string, schema: JsonSchema): Element {
  const facts: Partial<ElementFacts> = schema['x-element'] ?? {};
  const [first = noAuthMethod, ...others] = facts.authMethods ?? [];
  const authMethods: readonly [AuthMethod, ...AuthMethod[]] = [first, ...others];
  const spellings = facts.spellings ?? {};
  const entries = readEntries(schema.properties?.configuration?.properties ?? {}, authMethods);
  return {
    key,
    name: facts.name ?? key,
    hub: facts.hub ?? null,
    summary: facts.summary ?? '',
    setup: facts.setup,
    authMethods,
    entries,
    recognizedNames: [...new Set([...entries.keys(), ...Object.keys(spellings)])],
    // A misspelled entry is never one that the platform fills in.
    names: knownNames(
      entries,
      [...entries.values()].filter(({ filledByPlatform }) => !filledByPlatform).map(({ key: name }) => name),
    ),
    schema,
    authMethod: (request) => selectAuthMethod(authMethods, readSignIn(request), spellings),
    requiredEntries: (request) => {
      const signIn = readSignIn(request);
      const { required } = selectAuthMethod(authMethods, signIn, spellings);
      return required.flatMap((name) => entries.get(spellingOf(name, signIn, spellings)) ?? []);
    },
  };
}
