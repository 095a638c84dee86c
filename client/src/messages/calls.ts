import type { Trouble } from '../platform/errors';

/** What went wrong and what to do about it, for each cause. What the platform itself said goes between the two. */
const causes: Record<Trouble['cause'], (trouble: Trouble, account: string) => readonly [what: string, todo: string]> = {
  cancelled: () => ['You cancelled.', ''],
  'timed-out': ({ host }) => [`${host} did not answer in time.`, ''],
  refused: ({ host }, account) => [
    `${host} refused the connection. Nothing was sent.`,
    `Check the address of ${account}, and that the server runs.`,
  ],
  'not-found': ({ host }, account) => [
    `The host ${host} was not found. Nothing was sent.`,
    `Check the address of ${account} and your network.`,
  ],
  unreachable: ({ host }) => [
    `${host} could not be reached. Nothing was sent.`,
    'Check your network, and the setting http.proxy if you are behind a proxy.',
  ],
  certificate: ({ host, code }) => [
    `No secure connection to ${host}: its certificate was not accepted${code === undefined ? '' : ` (${code})`}. Nothing was sent.`,
    'If your network inspects traffic, have its certificate installed in the system and see the setting http.systemCertificates.',
  ],
  proxy: () => [
    'Nothing reached the platform: the proxy did not let the request through.',
    'Check the settings http.proxy and http.proxyAuthorization.',
  ],
  lost: ({ host }) => [`The connection to ${host} was lost after the request had been sent.`, ''],
  unsendable: (_, account) => [
    'The request could not be written. Nothing was sent.',
    `A secret of ${account} may have a character that a header cannot carry: enter the secrets again.`,
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
export type Advice = Partial<Record<Trouble['cause'], string>>;

/**
 * One account of a call that failed, in plain sentences. `outcome` says what it means for what was wanted, `advice` what to
 * do where that differs from a creation.
 */
export function troubleWords(trouble: Trouble, account: string, outcome = '', advice: Advice = {}): string {
  const { cause, status, notJson } = trouble;
  const [what, todo] = causes[cause](trouble, account);
  const stranger =
    status !== undefined && notJson && cause !== 'redirect' && cause !== 'proxy'
      ? 'The answer is not from the platform itself: a proxy or gateway may have given it.'
      : '';
  const parts = [...saidWords(what, trouble), stranger, outcome, advice[cause] ?? todo, requestIdWords(trouble)];
  return parts.filter((part) => part !== '').join(' ');
}

/** What happened, with the status, then what platform and provider said. */
export function saidWords(what: string, { status, message, providerMessage }: Trouble): string[] {
  const first = status === undefined ? what : `${what.replace(/\.$/, '')} (${status})`;
  return [
    message === undefined ? sentence(first) : sentence(`${first}: ${message}`),
    providerMessage === undefined ? '' : providerWords(providerMessage),
  ];
}

/** What the platform and the provider said, whole, and nothing else. */
export function platformWords({ message, providerMessage }: Trouble): string {
  const said = [message ?? '', providerMessage === undefined ? '' : providerWords(providerMessage)];
  return said
    .filter((part) => part !== '')
    .map(sentence)
    .join(' ');
}

export function requestIdWords({ requestId }: Trouble): string {
  return requestId === undefined ? '' : `Request id: ${requestId}.`;
}

export const requestIdCopied = 'Request id copied';

function providerWords(providerMessage: string): string {
  return sentence(`The provider says: ${providerMessage}`);
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
