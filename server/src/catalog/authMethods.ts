import type { AuthMethod } from './schemaTypes';

/** Which authentication method a request selects, and what that method then requires. */

/** Other names of entries, each with the entry that it stands for. */
export type Spellings = Readonly<Record<string, string>>;

/** What a request says about signing in. */
export interface RequestedSignIn {
  /** The entries of `configuration`, whatever their values; none where it is no object. */
  readonly entries: Pick<ReadonlyMap<string, unknown>, 'has' | 'get'>;
  /** True where the caller says that the provider's tokens are at hand: `externalAuthentication` is `initial`. */
  readonly initial: boolean;
}

/** Reads it from a request, which may be any JSON value. */
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

/** The name under which an entry stands in a request; its own where it does not stand there. */
export function spellingOf(key: string, { entries }: RequestedSignIn, spellings: Spellings): string {
  const others = Object.keys(spellings).filter((name) => spellings[name] === key);
  return [key, ...others].find((name) => entries.has(name)) ?? key;
}

/**
 * The method that a request selects: by its selector; else, with tokens at hand, the method made for them; else by an entry
 * that no other method has; else the default method.
 */
export function selectAuthMethod(
  methods: readonly [AuthMethod, ...AuthMethod[]],
  signIn: RequestedSignIn,
  spellings: Spellings,
): AuthMethod {
  const chosen =
    methods.find((method) => isSelected(method, signIn)) ??
    methods.find((method) => signIn.initial && method.externalAuthentication === 'initial') ??
    selectByEntries(methods, signIn, spellings) ??
    methods.find((method) => method.default === true) ??
    methods[0];
  return signIn.initial ? withTokens(chosen, signIn) : chosen;
}

function isSelected({ selector }: AuthMethod, { entries }: RequestedSignIn): boolean {
  const value = selector && entries.get(selector.entry);
  // NetSuite writes Basic with a capital, others do not.
  return typeof value === 'string' && value.toLowerCase() === selector?.value.toLowerCase();
}

/** A method some of whose own entries are present. One that lacks nothing comes before one that does. */
function selectByEntries(
  methods: readonly AuthMethod[],
  signIn: RequestedSignIn,
  spellings: Spellings,
): AuthMethod | undefined {
  const isPresent = (key: string): boolean => signIn.entries.has(spellingOf(key, signIn, spellings));
  const matching = methods.filter((method) => ownEntries(method, methods).some(isPresent));
  return matching.find(({ required }) => required.every(isPresent)) ?? matching[0];
}

/** Entries that no other method names. */
function ownEntries(method: AuthMethod, methods: readonly AuthMethod[]): readonly string[] {
  const others = new Set(
    methods.filter((other) => other !== method).flatMap(({ required, optional }) => [...required, ...optional]),
  );
  return [...method.required, ...method.optional].filter((key) => key !== method.selector?.entry && !others.has(key));
}

/** The same method where tokens are at hand: nobody signs in, and the tokens are entries like others. */
function withTokens(method: AuthMethod, { entries }: RequestedSignIn): AuthMethod {
  if (method.flow === 'direct') return method;
  const tokens =
    method.flow === 'oauth1-token' ? ['oauth.user.token', 'oauth.user.token.secret'] : ['oauth.user.refresh_token'];
  // Some providers of OAuth 2 give no refresh token: the access token is enough then.
  const enough = method.flow === 'oauth2-code' && entries.has('oauth.user.token');
  return {
    ...method,
    flow: 'direct',
    providerData: [],
    required: enough ? method.required : [...method.required, ...tokens],
  };
}
