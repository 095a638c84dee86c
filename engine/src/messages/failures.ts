import { hostWord, quote, word } from '../../../common/src/text/plainText';
import type { ApiFailure } from '../platform/errors';

const checkNetwork = 'Check your network, and the setting http.proxy if you are behind a proxy.';
const inBrackets = (code: string | undefined) => (code === undefined ? '' : ` (${code})`);

/** What went wrong and what to do about it, for each cause. What the platform itself said goes between the two. */
const causes: Record<
  ApiFailure['cause'],
  (failure: ApiFailure, account: string) => readonly [what: string, todo: string]
> = {
  // Of those without an answer, whether anything was sent is said by what happened, and so not here.
  cancelled: () => ['You cancelled.', ''],
  'timed-out': ({ host, maybeDone }) => [`${host} did not answer in time.`, maybeDone ? '' : checkNetwork],
  refused: ({ host }, account) => [
    `${host} refused the connection.`,
    `Check the address of ${account}, and that the server runs.`,
  ],
  'not-found': ({ host }, account) => [
    `The host ${host} was not found.`,
    `Check the address of ${account} and your network.`,
  ],
  unreachable: ({ host }) => [`${host} could not be reached.`, checkNetwork],
  certificate: ({ host, code }) => [
    `No secure connection to ${host}: its certificate was not accepted${inBrackets(code)}.`,
    'If your network inspects traffic, have its certificate installed in the system and see the setting http.systemCertificates.',
  ],
  insecure: ({ host, code }, account) => [
    `No secure connection to ${host} could be made${inBrackets(code)}.`,
    `Check the address of ${account}: its server may not speak HTTPS, or something on the way may keep it from doing so.`,
  ],
  proxy: ({ code }) => [
    `The proxy did not let the request through${inBrackets(code)}.`,
    'Check the settings http.proxy and http.proxyAuthorization.',
  ],
  unsendable: (_, account) => [
    'The request could not be written.',
    `A secret of ${account} may have a character that a header cannot carry: enter the secrets again.`,
  ],
  lost: ({ host }) => [`The connection to ${host} was lost before its whole answer had come.`, ''],
  unreadable: ({ host, code }) => [
    `${host} gave an answer that cannot be read${inBrackets(code)}.`,
    'If it happens again, ask whether a proxy of your network changes answers.',
  ],
  oversized: ({ host }, account) => [
    `The answer of ${host} is larger than 16 MB, and was not read to its end.`,
    `Check the address of ${account}: it may be another service, or a proxy that changes answers.`,
  ],
  'bad-request': () => [
    'The platform refused the request',
    'Check the configuration entries; a code from the provider works only once.',
  ],
  unauthorized: ({ host }, account) => [
    'The platform did not accept the secrets',
    `Check user secret and organization secret of ${account}: they must both be of ${host}.`,
  ],
  payment: (_, account) => [
    'The platform wants a payment first',
    `Ask an administrator of ${account} whether its plan has this element.`,
  ],
  forbidden: (_, account) => [
    'The platform does not allow this',
    `Ask an administrator of ${account} for the privilege to work with instances.`,
  ],
  missing: ({ notJson: noJson }, account) => [
    'The platform did not find what was asked for',
    noJson ? `Check the address of ${account}.` : `Check "element.key": ${account} may not have this element.`,
  ],
  unfit: ({ host }, account) => [
    `${host} does not take a request of this form`,
    `Check the address of ${account}: it may be another service, or a proxy that changes requests.`,
  ],
  conflict: () => ['The platform sees a conflict', 'Check whether the instance exists already.'],
  'too-many': ({ retryAfter }) => [
    'The platform limits requests, or the file is over 8 MB',
    retryAfter === undefined
      ? 'Wait a minute, then provision again.'
      : `Provision again ${/^\d+$/.test(retryAfter) ? `in ${retryAfter} seconds` : `after ${retryAfter}`}.`,
  ],
  'too-large': () => [
    'The file is too large for the platform, which takes 8 MB',
    'Make it shorter: a polling configuration or a certificate may be what is large.',
  ],
  redirect: ({ host, redirectHost }, account) => [
    `${host} points to ${redirectHost ?? 'another address'}, which was not followed: the secrets are for ${host} alone`,
    `Check the address of ${account}.`,
  ],
  server: ({ requestId }) => [
    'The platform failed',
    requestId === undefined
      ? "If it happens again, ask the platform's support."
      : "If it happens again, give the request id to the platform's support.",
  ],
  'odd-success': () => ['The platform answered without an instance id and token', ''],
  other: ({ requestId }) => [
    'The platform refused the request',
    requestId === undefined ? '' : "If you do not see why, give the request id to the platform's support.",
  ],
};

/** What to do about a cause where the call is not about creating an instance. */
export type Advice = Partial<Record<ApiFailure['cause'], string>>;

/**
 * One account of a call that failed, in plain sentences: "Nothing was sent." is one of them where that is sure. `outcome`
 * says what it means for what was wanted, `advice` what to do where that differs from a creation.
 */
export function failureMessage(failure: ApiFailure, account: string, outcome = '', advice: Advice = {}): string {
  const isUnsent = failure.status === undefined && !failure.maybeDone;
  return inOrder(failure, account, isUnsent ? `Nothing was sent. ${outcome}`.trim() : outcome, advice);
}

/**
 * The message for a failed lookup of an instance that may exist. It never says "Nothing was sent.", which a person would
 * take to be about the creation.
 */
export function failedLookupMessage(failure: ApiFailure, account: string): string {
  return inOrder(failure, account, '', {});
}

function inOrder(failure: ApiFailure, account: string, outcome: string, advice: Advice): string {
  const { cause, status, notJson } = failure;
  const [what, todo] = causes[cause](sanitized(failure), account);
  const stranger =
    status !== undefined && notJson && cause !== 'redirect' && cause !== 'proxy'
      ? 'The answer is not from the platform itself: a proxy or gateway may have given it.'
      : '';
  const parts = [...quotedReplies(what, failure), stranger, outcome, advice[cause] ?? todo, describeRequestId(failure)];
  return parts.filter((part) => part !== '').join(' ');
}

/** A failure whose short properties fit into a sentence. A `retryAfter` that is neither seconds nor a date is left out. */
function sanitized(failure: ApiFailure): ApiFailure {
  const { host, redirectHost, code, requestId, retryAfter } = failure;
  return {
    ...failure,
    host: hostWord(host),
    redirectHost: redirectHost === undefined ? undefined : hostWord(redirectHost),
    code: code === undefined ? undefined : word(code, 40),
    requestId: requestId === undefined ? undefined : word(requestId, 40),
    retryAfter: /^(?:\d{1,6}|[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} [\d:]{8} GMT)$/.test(retryAfter ?? '')
      ? retryAfter
      : undefined,
  };
}

/** UTF-16 units of what a server said, and where two of them did: what to do about it has to fit into a message, too. */
const mostSaid = 300;
const mostSaidByEach = 180;

/** What happened, with the status, then what platform and provider said. */
export function quotedReplies(what: string, { status, message, providerMessage }: ApiFailure): string[] {
  const first = status === undefined ? what : `${what.replace(/\.$/, '')} (${status})`;
  const most = message === undefined || providerMessage === undefined ? mostSaid : mostSaidByEach;
  return [
    message === undefined ? sentence(first) : said(first, message, most),
    providerMessage === undefined ? '' : said(theProvider, providerMessage, most),
  ];
}

/** What the platform and the provider said, and nothing else. */
export function platformReply({ message, providerMessage }: ApiFailure): string {
  const words = [
    message === undefined ? '' : said('The platform says', message, mostSaid),
    providerMessage === undefined ? '' : said(theProvider, providerMessage, mostSaid),
  ];
  return words.filter((part) => part !== '').join(' ');
}

const theProvider = 'The provider says';

export function describeRequestId({ requestId }: ApiFailure): string {
  return requestId === undefined ? '' : `Request id: ${word(requestId, 40)}.`;
}

/** What a server said, introduced by our own words. */
function said(who: string, text: string, most: number): string {
  const quoted = quote(text, most);
  return `${who}: ${quoted}${/[.!?]"$/.test(quoted) ? '' : '.'}`;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
