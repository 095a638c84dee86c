import type { Way } from './schemaTypes';

/** Which way of signing in a request chooses, and what that way then requires. */

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
  const { configuration, externalAuthentication } = membersOf(request);
  const members = membersOf(configuration);
  const has = (name: string): boolean => Object.hasOwn(members, name);
  return {
    entries: { has, get: (name) => (has(name) ? members[name] : undefined) },
    initial: externalAuthentication === 'initial',
  };
}

const membersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

/** The name under which an entry stands in a request; its own where it does not stand there. */
export function spellingOf(key: string, { entries }: RequestedSignIn, spellings: Spellings): string {
  const others = Object.keys(spellings).filter((name) => spellings[name] === key);
  return [key, ...others].find((name) => entries.has(name)) ?? key;
}

/**
 * The way that a request chooses: by its selector; else, with tokens at hand, the way made for them; else by an entry
 * that no other way has; else the default way.
 */
export function chooseWay(ways: readonly [Way, ...Way[]], signIn: RequestedSignIn, spellings: Spellings): Way {
  const chosen =
    ways.find((way) => selects(way, signIn)) ??
    ways.find((way) => signIn.initial && way.externalAuthentication === 'initial') ??
    toldByEntries(ways, signIn, spellings) ??
    ways.find((way) => way.default === true) ??
    ways[0];
  return signIn.initial ? withTokens(chosen, signIn) : chosen;
}

function selects({ selector }: Way, { entries }: RequestedSignIn): boolean {
  const value = selector && entries.get(selector.entry);
  // NetSuite writes Basic with a capital, others do not.
  return typeof value === 'string' && value.toLowerCase() === selector?.value.toLowerCase();
}

/** A way whose own entries stand there; one that lacks nothing comes before one that does. */
function toldByEntries(ways: readonly Way[], signIn: RequestedSignIn, spellings: Spellings): Way | undefined {
  const stands = (key: string): boolean => signIn.entries.has(spellingOf(key, signIn, spellings));
  const told = ways.filter((way) => ownEntries(way, ways).some(stands));
  return told.find(({ required }) => required.every(stands)) ?? told[0];
}

/** Entries that no other way names. */
function ownEntries(way: Way, ways: readonly Way[]): readonly string[] {
  const others = new Set(
    ways.filter((other) => other !== way).flatMap(({ required, optional }) => [...required, ...optional]),
  );
  return [...way.required, ...way.optional].filter((key) => key !== way.selector?.entry && !others.has(key));
}

/** The same way where tokens are at hand: nobody signs in, and the tokens are entries like others. */
function withTokens(way: Way, { entries }: RequestedSignIn): Way {
  if (way.flow === 'direct') return way;
  const tokens =
    way.flow === 'oauth1-token' ? ['oauth.user.token', 'oauth.user.token.secret'] : ['oauth.user.refresh_token'];
  // Some providers of OAuth 2 give no refresh token: the access token is enough then.
  const enough = way.flow === 'oauth2-code' && entries.has('oauth.user.token');
  return { ...way, flow: 'direct', providerData: [], required: enough ? way.required : [...way.required, ...tokens] };
}
