import type { AuthMethod } from './schemaTypes';

/** The authentication method that a request selects, and what the method then requires. */

/** Other spellings of entry keys, each with the key itself. */
export type Spellings = Readonly<Record<string, string>>;

/** The parts of a request that decide its authentication method. */
export interface RequestedSignIn {
  /** The entries of `configuration`, whatever their values; empty where it isn't an object. */
  readonly entries: Pick<ReadonlyMap<string, unknown>, 'has' | 'get'>;
  /** True where the caller already has the provider's tokens: `externalAuthentication` is `initial`. */
  readonly initial: boolean;
}

/** @param request Any JSON value. */
export function readSignIn(request: unknown): RequestedSignIn {
  const { configuration, externalAuthentication } = propertiesOf(request);
  const properties = propertiesOf(configuration);
  const has = (name: string): boolean => Object.hasOwn(properties, name);
  return {
    entries: { has, get: (name) => (has(name) ? properties[name] : undefined) },
    initial: externalAuthentication === 'initial',
  };
}

const propertiesOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

/** The spelling of an entry key that a request uses; the key itself where the request doesn't have the entry. */
export function spellingOf(key: string, { entries }: RequestedSignIn, spellings: Spellings): string {
  const others = Object.keys(spellings).filter((name) => spellings[name] === key);
  return [key, ...others].find((name) => entries.has(name)) ?? key;
}

/**
 * The method that a request selects: by its selector; else, if the caller has tokens, the method meant for them; else
 * by an entry that no other method has; else the default method.
 */
export function selectAuthMethod(
  methods: readonly [AuthMethod, ...AuthMethod[]],
  signIn: RequestedSignIn,
  spellings: Spellings,
): AuthMethod {
  const selected =
    methods.find((method) => isSelected(method, signIn)) ??
    methods.find((method) => signIn.initial && method.externalAuthentication === 'initial') ??
    selectByEntries(methods, signIn, spellings) ??
    methods.find((method) => method.default === true) ??
    methods[0];
  return signIn.initial ? withTokens(selected, signIn) : selected;
}

function isSelected({ selector }: AuthMethod, { entries }: RequestedSignIn): boolean {
  const value = selector && entries.get(selector.entry);
  // The documents capitalize Basic for NetSuite only.
  return typeof value === 'string' && value.toLowerCase() === selector?.value.toLowerCase();
}

/** A method some of whose own entries are present. A method with all required entries present is preferred. */
function selectByEntries(
  methods: readonly AuthMethod[],
  signIn: RequestedSignIn,
  spellings: Spellings,
): AuthMethod | undefined {
  const isPresent = (key: string): boolean => signIn.entries.has(spellingOf(key, signIn, spellings));
  const matching = methods.filter((method) => ownEntries(method, methods).some(isPresent));
  return matching.find(({ required }) => required.every(isPresent)) ?? matching[0];
}

/** Entries of a method that no other method has. */
function ownEntries(method: AuthMethod, methods: readonly AuthMethod[]): readonly string[] {
  const others = new Set(
    methods.filter((other) => other !== method).flatMap(({ required, optional }) => [...required, ...optional]),
  );
  return [...method.required, ...method.optional].filter((key) => key !== method.selector?.entry && !others.has(key));
}

/** The same method if the caller has tokens: nobody signs in, and the tokens are entries like others. */
function withTokens(method: AuthMethod, { entries }: RequestedSignIn): AuthMethod {
  if (method.flow === 'direct') return method;
  const tokens =
    method.flow === 'oauth1-token' ? ['oauth.user.token', 'oauth.user.token.secret'] : ['oauth.user.refresh_token'];
  // Some OAuth 2 providers don't issue refresh tokens: then the access token is enough.
  const hasEnoughTokens = method.flow === 'oauth2-code' && entries.has('oauth.user.token');
  return {
    ...method,
    flow: 'direct',
    providerData: [],
    required: hasEnoughTokens ? method.required : [...method.required, ...tokens],
  };
}
