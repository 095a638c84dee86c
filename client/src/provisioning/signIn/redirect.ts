import { createHash } from 'node:crypto';
import { parseAddress } from './callback';

/** The parameters a provider's redirect brings, decoded once, each name with its last value. */
export type Parameters = Readonly<Record<string, string>>;

/** What makes a redirect the answer to one sign-in. */
export interface Expected {
  readonly flow: 'oauth2-code' | 'oauth1-token';
  /** Value of `state` in the address of the sign-in page; undefined where it has none, and nothing is to be compared. */
  readonly state?: string;
  /** OAuth 1: the token the sign-in began with. */
  readonly requestToken?: string;
}

/** What a redirect means. Worded in messages. */
export type Judgement =
  | { readonly kind: 'granted'; readonly parameters: Parameters }
  /** `words` are the provider's, as they came. */
  | { readonly kind: 'denied'; readonly words: string }
  | { readonly kind: RedirectProblem };

/** Why a redirect is not the answer: of another sign-in, brings no code, or was taken before. */
export type RedirectProblem = 'other-sign-in' | 'incomplete' | 'used';

/** The answers that were taken in this window: a provider's code is good once. Held as digests. */
export type UsedAnswers = Set<string>;

/** Judges a redirect. One that is taken for an answer has to be noted by {@link use}. */
export function judge(parameters: Parameters, expected: Expected, used: UsedAnswers): Judgement {
  const { state, requestToken, flow } = expected;
  if (state !== undefined && parameters['state'] !== state) return { kind: 'other-sign-in' };
  // `error` is OAuth's own, `not_approved` was seen in a client of the vendor's.
  const refusal = parameters['error'] ?? parameters['not_approved'];
  if (refusal !== undefined) {
    const description = parameters['error_description'];
    return { kind: 'denied', words: description === undefined ? refusal : `${refusal}: ${description}` };
  }
  const needed = flow === 'oauth2-code' ? ['code'] : ['oauth_token', 'oauth_verifier'];
  if (needed.some((name) => (parameters[name] ?? '') === '')) return { kind: 'incomplete' };
  if (requestToken !== undefined && parameters['oauth_token'] !== requestToken) return { kind: 'other-sign-in' };
  return used.has(digest(parameters, expected)) ? { kind: 'used' } : { kind: 'granted', parameters };
}

/** Notes an answer as taken. */
export function use(parameters: Parameters, expected: Expected, used: UsedAnswers): void {
  used.add(digest(parameters, expected));
}

function digest(parameters: Parameters, { flow }: Expected): string {
  const answer = flow === 'oauth2-code' ? parameters['code'] : parameters['oauth_verifier'];
  return createHash('sha256')
    .update(answer ?? '')
    .digest('base64');
}

/** The parameters of an address that a person pastes; undefined where it is no address. Some providers put them behind `#`. */
export function parametersOfAddress(text: string): Parameters | undefined {
  const url = parseAddress(text);
  if (url === undefined) return undefined;
  const inFragment = new URLSearchParams(/^#.*=/.test(url.hash) ? url.hash.slice(1) : '');
  return Object.fromEntries([...inFragment, ...url.searchParams]);
}

/** The parameters of a query that VS Code has decoded already. */
export function parametersOfDecodedQuery(query: string): Parameters {
  const pairs = query.split('&').filter((pair) => pair !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const end = pair.indexOf('=');
      return end < 0 ? [pair, ''] : [pair.slice(0, end), pair.slice(end + 1)];
    }),
  );
}
