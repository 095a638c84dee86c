import { hostWord, quote, word } from '../../../common/src/text/plainText';
import { t } from '../../../common/src/text/translate';
import type { ApiFailure } from '../platform/errors';

const checkNetwork = t('Check your network connection and, if you use a proxy, the setting http.proxy.');
const giveRequestId = t("If it happens again, give the request ID to the platform's support.");

/** A failure whose properties fit into a sentence. If its cause comes from a status, `status` is that status. */
interface Facts extends ApiFailure {
  readonly status: number;
}

/** What went wrong and what to do about it, for each cause. The platform's reply goes between the two. */
const causes: Record<ApiFailure['cause'], (failure: Facts, account: string) => readonly [what: string, todo: string]> =
  {
    // If there is no response, the code that knows the call says whether anything was sent.
    cancelled: () => [t('The request was canceled.'), ''],
    'timed-out': ({ host, maybeDone }) => [
      t("{host} didn't respond in time.", { host }),
      maybeDone ? '' : checkNetwork,
    ],
    refused: ({ host }, account) => [
      t('{host} refused the connection.', { host }),
      t('Check the base URL of {account}, and that the server is running.', { account }),
    ],
    'not-found': ({ host }, account) => [
      t("Can't find the host {host}.", { host }),
      t('Check the base URL of {account} and your network connection.', { account }),
    ],
    unreachable: ({ host }) => [t("Can't reach {host}.", { host }), checkNetwork],
    certificate: ({ host, code }) => [
      code === undefined
        ? t("Can't connect securely to {host}: its certificate isn't trusted.", { host })
        : t("Can't connect securely to {host}: its certificate isn't trusted ({code}).", { host, code }),
      t(
        'If your network inspects traffic, install its certificate in the system and see the setting http.systemCertificates.',
      ),
    ],
    insecure: ({ host, code }, account) => [
      code === undefined
        ? t("Can't connect securely to {host}.", { host })
        : t("Can't connect securely to {host} ({code}).", { host, code }),
      t('Check the base URL of {account}: its server may not support HTTPS, or your network may block it.', {
        account,
      }),
    ],
    proxy: ({ code, status }) => [
      t('The proxy rejected the request ({code}).', { code: code ?? status }),
      t('Check the settings http.proxy and http.proxyAuthorization.'),
    ],
    unsendable: (_, account) => [
      t("The request can't be sent."),
      t("A secret of {account} may contain a character that isn't allowed in a header. Enter the secrets again.", {
        account,
      }),
    ],
    lost: ({ host }) => [t('The connection to {host} was lost before the complete response arrived.', { host }), ''],
    unreadable: ({ host, code }) => [
      code === undefined
        ? t("{host} sent a response that can't be read.", { host })
        : t("{host} sent a response that can't be read ({code}).", { host, code }),
      t('If it happens again, check whether a proxy in your network changes responses.'),
    ],
    oversized: ({ host }, account) => [
      t("The response from {host} is larger than 16 MB, so it wasn't read to the end.", { host }),
      t('Check the base URL of {account}: it may be another service, or a proxy may change responses.', { account }),
    ],
    'bad-request': ({ status }) => [
      t('The platform rejected the request ({status}).', { status }),
      t('Check the configuration entries. A code from the provider works only once.'),
    ],
    unauthorized: ({ host, status }, account) => [
      t("The platform didn't accept the secrets ({status}).", { status }),
      t('Check the user secret and the organization secret of {account}: both must be for {host}.', { account, host }),
    ],
    payment: ({ status }, account) => [
      t('The platform requires payment ({status}).', { status }),
      t('Ask an administrator of {account} whether its plan includes this element.', { account }),
    ],
    forbidden: ({ status }, account) => [
      t("The platform doesn't allow this ({status}).", { status }),
      t('Ask an administrator of {account} for the privilege to work with instances.', { account }),
    ],
    missing: ({ notJson, status }, account) => [
      t("The platform couldn't find what was requested ({status}).", { status }),
      notJson
        ? t('Check the base URL of {account}.', { account })
        : t('Check "element.key": {account} may not have this element.', { account }),
    ],
    unfit: ({ host, status }, account) => [
      t("{host} doesn't accept this kind of request ({status}).", { host, status }),
      t('Check the base URL of {account}: it may be another service, or a proxy may change requests.', { account }),
    ],
    conflict: ({ status }) => [
      t('The platform reported a conflict ({status}).', { status }),
      t('Check whether the instance already exists.'),
    ],
    'too-many': ({ retryAfter, status }) => [
      t('The platform limits requests, or the file is larger than 8 MB ({status}).', { status }),
      whenToRetry(retryAfter),
    ],
    'too-large': ({ status }) => [
      t('The file is larger than the 8 MB that the platform accepts ({status}).', { status }),
      t('Shorten it: a polling configuration or a certificate may be the cause.'),
    ],
    redirect: ({ host, redirectHost, status }, account) => [
      redirectHost === undefined
        ? t("{host} redirects to another address ({status}). It wasn't followed: the secrets are for {host} only.", {
            host,
            status,
          })
        : t(
            "{host} redirects to {redirectHost} ({status}). It wasn't followed: the secrets are for the first host only.",
            {
              host,
              redirectHost,
              status,
            },
          ),
      t('Check the base URL of {account}.', { account }),
    ],
    server: ({ requestId, status }) => [
      t('The platform failed ({status}).', { status }),
      requestId === undefined ? t("If it happens again, contact the platform's support.") : giveRequestId,
    ],
    'odd-success': ({ status }) => [
      t('The platform responded without an instance ID and token ({status}).', { status }),
      '',
    ],
    other: ({ requestId, status }) => [
      t('The platform rejected the request ({status}).', { status }),
      requestId === undefined ? '' : t("If the cause isn't clear, give the request ID to the platform's support."),
    ],
  };

/** `retryAfter` is seconds or a date. */
function whenToRetry(retryAfter: string | undefined): string {
  if (retryAfter === undefined) return t('Wait a minute, then run Provision Instance again.');
  if (!/^\d+$/.test(retryAfter)) return t('Run Provision Instance again after {time}.', { time: retryAfter });
  return retryAfter === '1'
    ? t('Run Provision Instance again in one second.')
    : t('Run Provision Instance again in {count} seconds.', { count: retryAfter });
}

/** What to do about a cause if the call doesn't create an instance. */
export type Advice = Partial<Record<ApiFailure['cause'], string>>;

/**
 * The message for a failed call. It says "Nothing was sent." if that is certain.
 * @param outcome What the failure means for the person's task, in sentences.
 * @param advice What to do, if that differs from the advice for a creation.
 */
export function failureMessage(failure: ApiFailure, account: string, outcome = '', advice: Advice = {}): string {
  const isUnsent = failure.status === undefined && !failure.maybeDone;
  return messageOf(failure, account, isUnsent ? sentences([t('Nothing was sent.'), outcome]) : outcome, advice);
}

/**
 * The message for a failed lookup of an instance that may exist. It never says "Nothing was sent.", because a person would
 * think that this is about the creation.
 */
export function failedLookupMessage(failure: ApiFailure, account: string): string {
  return messageOf(failure, account, '', {});
}

function messageOf(failure: ApiFailure, account: string, outcome: string, advice: Advice): string {
  const { cause, status, notJson } = failure;
  const [what, todo] = causes[cause](factsOf(failure), account);
  const isFromOther = status !== undefined && notJson && cause !== 'redirect' && cause !== 'proxy';
  return sentences([
    what,
    ...quotedReplies(failure),
    isFromOther ? t("The response isn't from the platform itself: a proxy or gateway may have sent it.") : '',
    outcome,
    advice[cause] ?? todo,
    describeRequestId(failure),
  ]);
}

/** Joins sentences with spaces and leaves out the empty ones. */
export function sentences(all: readonly string[]): string {
  return all.filter((sentence) => sentence !== '').join(' ');
}

/** A failure whose short properties fit into a sentence. A `retryAfter` that is neither seconds nor a date is left out. */
function factsOf(failure: ApiFailure): Facts {
  const { host, status = 0, redirectHost, code, requestId, retryAfter } = failure;
  return {
    ...failure,
    status,
    host: hostWord(host),
    redirectHost: redirectHost === undefined ? undefined : hostWord(redirectHost),
    code: code === undefined ? undefined : word(code, 40),
    requestId: requestId === undefined ? undefined : word(requestId, 40),
    retryAfter: /^(?:\d{1,6}|[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} [\d:]{8} GMT)$/.test(retryAfter ?? '')
      ? retryAfter
      : undefined,
  };
}

/** The most UTF-16 units of a single quoted reply, and of each of two. The message must have room for the advice. */
const mostOfReply = 300;
const mostOfEachReply = 180;

/** What the response and the provider say, in one sentence each. */
export function quotedReplies({ message, providerMessage }: ApiFailure): string[] {
  const most = message === undefined || providerMessage === undefined ? mostOfReply : mostOfEachReply;
  return [
    message === undefined ? '' : responseSays(quote(message, most)),
    providerMessage === undefined ? '' : providerSays(quote(providerMessage, most)),
  ];
}

/** What the platform and the provider say about a request, and nothing else. */
export function platformReply({ message, providerMessage }: ApiFailure): string {
  return sentences([
    message === undefined ? '' : platformSays(quote(message, mostOfReply)),
    providerMessage === undefined ? '' : providerSays(quote(providerMessage, mostOfReply)),
  ]);
}

export function describeRequestId({ requestId }: ApiFailure): string {
  return requestId === undefined ? '' : t('Request ID: {id}.', { id: word(requestId, 40) });
}

const responseSays = (reply: string) =>
  isSentence(reply) ? t('The response says: {reply}', { reply }) : t('The response says: {reply}.', { reply });
const platformSays = (reply: string) =>
  isSentence(reply) ? t('The platform says: {reply}', { reply }) : t('The platform says: {reply}.', { reply });
const providerSays = (reply: string) =>
  isSentence(reply) ? t('The provider says: {reply}', { reply }) : t('The provider says: {reply}.', { reply });

/** True if a quote ends with punctuation of its own. */
const isSentence = (quoted: string) => /[.!?]"$/.test(quoted);
