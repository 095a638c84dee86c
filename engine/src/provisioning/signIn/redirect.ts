import { createHash } from 'node:crypto';
import { parseAddress } from './callback';

/** The parameters of a provider's redirect, decoded once. A parameter with two different values is left out. */
export type Parameters = Readonly<Record<string, string>>;

/** What a redirect must contain to be the answer to one sign-in. */
export interface Expected {
  readonly flow: 'oauth2-code' | 'oauth1-token';
  /** The random state of this sign-in; absent if the page's address does not have it as its `state`. */
  readonly state?: string;
  /** The `state` that the page's address has instead. Others may know it, so it only distinguishes pages. */
  readonly pageState?: string;
  /** OAuth 1: the token that the sign-in began with. */
  readonly requestToken?: string;
}

/** Where an answer comes from: a redirect, which anyone can imitate, or a person who pastes an address. */
export type Bearer = 'redirect' | 'person';

/** What a redirect means. */
export type Recognition =
  | { readonly kind: 'granted'; readonly parameters: Parameters }
  /** `reply` is the provider's text, unchanged. */
  | { readonly kind: 'denied'; readonly reply: string }
  | { readonly kind: RedirectProblem };

/** Why a redirect is not the answer: it belongs to another sign-in, contains no code, or was already used. */
export type RedirectProblem = 'other-sign-in' | 'incomplete' | 'used';

/** Digests of the answers that were used in this window, because a provider's code is valid only once. */
export type UsedAnswers = Set<string>;

/**
 * Whether a genuine answer to a sign-in can be distinguished from one that another program or web page makes up, because it
 * contains a value that nobody else knows. If it cannot, an answer is only accepted from a person.
 */
export function isRecognisable({ flow, state, requestToken }: Expected): boolean {
  return ((flow === 'oauth2-code' ? state : requestToken) ?? '') !== '';
}

/**
 * Determines what a redirect means. Unless a person pasted it, it only counts with the state or token of this sign-in, even if
 * it is a refusal. The caller must pass an accepted answer to {@link use}.
 */
export function recognize(parameters: Parameters, expected: Expected, used: UsedAnswers, bearer: Bearer): Recognition {
  if (bearer === 'redirect' && !isRecognisable(expected)) return { kind: 'other-sign-in' };
  const refusal = refusalOf(parameters);
  if (refusal !== undefined) {
    return isRefusalOf(parameters, expected) ? { kind: 'denied', reply: refusal } : { kind: 'other-sign-in' };
  }
  const { flow, requestToken, state, pageState } = expected;
  const expectedState = flow === 'oauth2-code' ? (state ?? pageState) : undefined;
  if (expectedState !== undefined && parameters['state'] !== expectedState) return { kind: 'other-sign-in' };
  const needed = flow === 'oauth2-code' ? ['code'] : ['oauth_token', 'oauth_verifier'];
  if (needed.some((name) => (parameters[name] ?? '') === '')) return { kind: 'incomplete' };
  if (requestToken !== undefined && parameters['oauth_token'] !== requestToken) return { kind: 'other-sign-in' };
  return used.has(digest(parameters, expected)) ? { kind: 'used' } : { kind: 'granted', parameters };
}

/** Marks an answer as used. */
export function use(parameters: Parameters, expected: Expected, used: UsedAnswers): void {
  used.add(digest(parameters, expected));
}

/**
 * Returns the provider's text of a refusal, or undefined if it is none. `error` is from OAuth 2, `not_approved` was seen in a
 * client of the platform's vendor. OAuth 1 has `oauth_problem`, and `denied` with the token, which is not shown.
 */
function refusalOf(parameters: Parameters): string | undefined {
  const named = parameters['error'] ?? parameters['not_approved'] ?? parameters['oauth_problem'];
  const refusal = named ?? (parameters['denied'] === undefined ? undefined : 'denied');
  const description = parameters['error_description'];
  return refusal === undefined || description === undefined ? refusal : `${refusal}: ${description}`;
}

/**
 * True if a refusal belongs to this sign-in. If the page's address did not have our state, a refusal may lack a state, too: then
 * it comes from a person, who has seen it.
 */
function isRefusalOf(parameters: Parameters, expected: Expected): boolean {
  const { state, pageState, requestToken } = expected;
  if (!isRecognisable(expected)) return [undefined, pageState ?? parameters['state']].includes(parameters['state']);
  const matches = (name: string, own: string | undefined) => own !== undefined && parameters[name] === own;
  return matches('state', state) || matches('oauth_token', requestToken) || matches('denied', requestToken);
}

function digest(parameters: Parameters, { flow }: Expected): string {
  const answer = flow === 'oauth2-code' ? parameters['code'] : parameters['oauth_verifier'];
  return createHash('sha256')
    .update(answer ?? '')
    .digest('base64');
}

/** Collects parameters from pairs of name and value. If a name has two different values, neither can be trusted. */
export function readParameters(pairs: Iterable<readonly [string, string]>): Parameters {
  const found = new Map<string, string | undefined>();
  for (const [name, value] of pairs) {
    found.set(name, found.has(name) && found.get(name) !== value ? undefined : value);
  }
  return Object.fromEntries([...found].flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** Reads the parameters of a pasted address, also after `#` as some providers have them; undefined if it is no address. */
export function parametersOfAddress(text: string): Parameters | undefined {
  const url = parseAddress(text);
  if (url === undefined) return undefined;
  const inFragment = new URLSearchParams(/^#.*=/.test(url.hash) ? url.hash.slice(1) : '');
  return readParameters([...inFragment, ...url.searchParams]);
}

/** Reads the parameters of a query that VS Code has already decoded. */
export function parametersOfDecodedQuery(query: string): Parameters {
  const pairs = query.split('&').filter((pair) => pair !== '');
  return readParameters(
    pairs.map((pair): [string, string] => {
      const end = pair.indexOf('=');
      return end < 0 ? [pair, ''] : [pair.slice(0, end), pair.slice(end + 1)];
    }),
  );
}
