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
  forbidden: (_, account) => [
    'The platform does not allow this',
    `Ask an administrator of ${account} for the privilege to work with instances.`,
  ],
  missing: ({ notJson: noJson }, account) => [
    'The platform did not find what was asked for',
    noJson ? `Check the address of ${account}.` : `Check "element.key": ${account} may not have this element.`,
  ],
  conflict: () => ['The platform sees a conflict', 'Check whether the instance exists already.'],
  'too-many': ({ retryAfter }) => [
    'The platform limits requests, or the file is over 8 MB',
    retryAfter === undefined
      ? 'Wait a minute, then provision again.'
      : `Provision again ${/^\d+$/.test(retryAfter) ? `in ${retryAfter} seconds` : `after ${retryAfter}`}.`,
  ],
  redirect: ({ host, redirectHost }, account) => [
    `${host} points to ${redirectHost ?? 'another address'}, which was not followed: the secrets are for ${host} alone`,
    `Check the address of ${account}.`,
  ],
  server: () => ['The platform failed', ''],
  'odd-success': () => ['The platform answered without an instance id and token', ''],
  other: () => ['The platform refused the request', ''],
};

/** One account of a call that failed, in plain sentences. `outcome` says what it means for what was wanted. */
export function troubleWords(trouble: Trouble, account: string, outcome = ''): string {
  const [what, todo] = causes[trouble.cause](trouble, account);
  const { cause, status, message, providerMessage, requestId } = trouble;
  const first = status === undefined ? what : `${what.replace(/\.$/, '')} (${status})`;
  const said = [
    message === undefined ? sentence(first) : sentence(`${first}: ${message}`),
    providerMessage === undefined ? '' : sentence(`The provider says: ${providerMessage}`),
    status !== undefined && trouble.notJson && cause !== 'redirect' && cause !== 'proxy'
      ? 'The answer is not from the platform itself: a proxy or gateway may have given it.'
      : '',
  ];
  const id = requestId === undefined ? '' : `Request id: ${requestId}.`;
  return [...said, outcome, todo, id].filter((part) => part !== '').join(' ');
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
