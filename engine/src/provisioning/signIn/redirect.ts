import { createHash } from 'node:crypto';
import { parseAddress } from './callback';

/** The parameters a provider's redirect brings, decoded once. A name that has two values says nothing: it is left out. */
export type Parameters = Readonly<Record<string, string>>;

/** What makes a redirect the answer to one sign-in. */
export interface Expected {
  readonly flow: 'oauth2-code' | 'oauth1-token';
  /** The random text of this very sign-in, where the page's address carries it as its `state`. */
  readonly state?: string;
  /** What the page's address carries as its `state` in place of that. Others may know it: it only distinguishes pages. */
  readonly pageState?: string;
  /** OAuth 1: the token the sign-in began with. */
  readonly requestToken?: string;
}

/** Who brings an answer: a request or a redirect, which anyone can make, or a person who pastes an address. */
export type Bearer = 'redirect' | 'person';

/** What a redirect means. */
export type Recognition =
  | { readonly kind: 'granted'; readonly parameters: Parameters }
  /** `reply` is the text of the provider, unchanged. */
  | { readonly kind: 'denied'; readonly reply: string }
  | { readonly kind: RedirectProblem };

/** Why a redirect is not the answer: of another sign-in, brings no code, or was taken before. */
export type RedirectProblem = 'other-sign-in' | 'incomplete' | 'used';

/** The answers that were taken in this window: a provider's code is good once. Held as digests. */
export type UsedAnswers = Set<string>;

/**
 * Whether the answer to a sign-in can be told from what anyone else on this computer or on the web makes up: it brings back
 * what nobody else knows. Where it does not, no answer is taken but from a person.
 */
export function isRecognisable({ flow, state, requestToken }: Expected): boolean {
  return ((flow === 'oauth2-code' ? state : requestToken) ?? '') !== '';
}

/**
 * Judges a redirect; from anyone but a person, nothing counts that does not bring this sign-in's own state or token, a
 * refusal neither. One that is taken for an answer has to be noted by {@link use}.
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

/** Notes an answer as taken. */
export function use(parameters: Parameters, expected: Expected, used: UsedAnswers): void {
  used.add(digest(parameters, expected));
}

/**
 * The words of a no. `error` is OAuth 2's own, `not_approved` was seen in a client of the vendor's; of OAuth 1 there are
 * `oauth_problem`, and `denied` with the token, which is not shown.
 */
function refusalOf(parameters: Parameters): string | undefined {
  const named = parameters['error'] ?? parameters['not_approved'] ?? parameters['oauth_problem'];
  const refusal = named ?? (parameters['denied'] === undefined ? undefined : 'denied');
  const description = parameters['error_description'];
  return refusal === undefined || description === undefined ? refusal : `${refusal}: ${description}`;
}

/** A page that was not given our state may leave out its own in a refusal; who pastes that has seen it. */
function isRefusalOf(parameters: Parameters, expected: Expected): boolean {
  const { state, pageState, requestToken } = expected;
  if (!isRecognisable(expected)) return [undefined, pageState ?? parameters['state']].includes(parameters['state']);
  const brings = (name: string, own: string | undefined) => own !== undefined && parameters[name] === own;
  return brings('state', state) || brings('oauth_token', requestToken) || brings('denied', requestToken);
}

function digest(parameters: Parameters, { flow }: Expected): string {
  const answer = flow === 'oauth2-code' ? parameters['code'] : parameters['oauth_verifier'];
  return createHash('sha256')
    .update(answer ?? '')
    .digest('base64');
}

/** The parameters among pairs of name and value. Which of two values a provider meant, nobody knows: none is taken. */
export function readParameters(pairs: Iterable<readonly [string, string]>): Parameters {
  const found = new Map<string, string | undefined>();
  for (const [name, value] of pairs) {
    found.set(name, found.has(name) && found.get(name) !== value ? undefined : value);
  }
  return Object.fromEntries([...found].flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** The parameters of an address that a person pastes; undefined where it is no address. Some providers put them after `#`. */
export function parametersOfAddress(text: string): Parameters | undefined {
  const url = parseAddress(text);
  if (url === undefined) return undefined;
  const inFragment = new URLSearchParams(/^#.*=/.test(url.hash) ? url.hash.slice(1) : '');
  return readParameters([...inFragment, ...url.searchParams]);
}

/** The parameters of a query that VS Code has decoded already. */
export function parametersOfDecodedQuery(query: string): Parameters {
  const pairs = query.split('&').filter((pair) => pair !== '');
  return readParameters(
    pairs.map((pair): [string, string] => {
      const end = pair.indexOf('=');
      return end < 0 ? [pair, ''] : [pair.slice(0, end), pair.slice(end + 1)];
    }),
  );
}
