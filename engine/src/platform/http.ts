import fetch, { FetchError, Request } from 'node-fetch';
import { watchRequest, type Watch } from './watchRequest';

/** One request. `headers` and `body` are sent unchanged. `timeoutMs` limits the call from connecting to the last byte. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
  readonly timeoutMs: number;
}

/** Any answer of a server, whatever its status. Header names are in lower case. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/**
 * Makes exactly one request and follows no redirect. Throws an {@link HttpFailure} if there is no answer, or if the answer
 * can't be read or has more than {@link answerLimit} bytes.
 */
export type Http = (request: HttpRequest) => Promise<HttpResponse>;

/** The most bytes of an answer, after decompression. The platform itself accepts no request of more than 8 MB. */
export const answerLimit = 16 * 1024 * 1024;

/** Why there is no answer. */
export type FailureKind =
  | 'cancelled'
  | 'timed-out'
  /** From here to `unsendable`: nothing was sent. */
  | 'refused'
  | 'not-found'
  | 'unreachable'
  | 'certificate'
  | 'insecure'
  | 'proxy'
  | 'unsendable'
  | 'lost'
  | 'unreadable'
  | 'oversized';

/** No answer, or none that can be used. Contains no part of the request but its host, so that it may be shown and logged. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';

  constructor(
    readonly kind: FailureKind,
    /** The host and port that the request was for. */
    readonly host: string,
    /** False if no connection was made for the request: whatever failed, the request wasn't sent. */
    readonly maybeSent: boolean,
    /** The code of the system's error, such as `ECONNREFUSED`, or the status with which a proxy refused to connect. */
    readonly code?: string,
  ) {
    super(`${kind}: ${host}${code === undefined ? '' : ` (${code})`}`);
  }
}

const unsentKinds: Readonly<Record<string, FailureKind>> = {
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'not-found',
  EAI_AGAIN: 'not-found',
  // The server doesn't speak TLS, or breaks off the handshake. The codes are documented for Node's `tls` and for OpenSSL.
  EPROTO: 'insecure',
};

/** The kind of an error before there was a connection. It only selects the message; `maybeSent` doesn't depend on it. */
export function unsentKind(code: string): FailureKind {
  if (/^ERR_SSL_|^ERR_TLS_(?!CERT)/.test(code)) return 'insecure';
  if (/CERT|LEAF_SIGNATURE|^(?:HOSTNAME_MISMATCH|INVALID_(?:CA|PURPOSE)|PATH_LENGTH_EXCEEDED)$/.test(code)) {
    return 'certificate';
  }
  return unsentKinds[code] ?? 'unreachable';
}

/** The kind of an error once there was a connection. The known codes are those of zlib, Brotli and the HTTP parser. */
export function sentKind(code: string): FailureKind {
  return /^(?:Z_|HPE_|ERR__ERROR_|ERR_BROTLI_)/.test(code) ? 'unreadable' : 'lost';
}

// Node's own agent keeps connections open. A POST on a connection that the server has just closed fails as if it was lost.
const closing = { Connection: 'close' };

/** {@link Http} with node-fetch. No other code uses node-fetch. */
export const nodeFetch: Http = async (request) => {
  const { host, protocol } = new URL(request.url);
  const isCancelled = () => request.signal?.aborted === true;
  if (isCancelled()) throw new HttpFailure('cancelled', host, false);
  const limit = AbortSignal.timeout(request.timeoutMs);
  const signal = request.signal === undefined ? limit : AbortSignal.any([limit, request.signal]);
  const call = newCall(request, signal, host);
  const { result, watch } = watchRequest(protocol, () => fetch(call));
  try {
    const response = await result;
    // An agent passes on a proxy's refusal to connect as if it were the host's answer.
    if (watch.endUnsent()) throw new HttpFailure('proxy', host, false, String(response.status));
    const text = await response.text();
    return { status: response.status, headers: Object.fromEntries(response.headers), text };
  } catch (error) {
    if (error instanceof HttpFailure) throw error;
    const isUnsent = watch.endUnsent();
    if (isCancelled()) throw new HttpFailure('cancelled', host, !isUnsent);
    if (limit.aborted) throw new HttpFailure('timed-out', host, !isUnsent);
    throw failure(error, watch, isUnsent, host);
  }
};

/** Rejects, before anything is sent, a header with a character that no header can contain. */
function newCall({ method, url, headers, body }: HttpRequest, signal: AbortSignal, host: string): Request {
  try {
    const allHeaders = { ...headers, ...closing };
    return new Request(url, { method, headers: allHeaders, body, redirect: 'manual', signal, size: answerLimit });
  } catch {
    throw new HttpFailure('unsendable', host, false);
  }
}

function failure(error: unknown, watch: Watch, isUnsent: boolean, host: string): HttpFailure {
  const code = codeOf(watch.error()) ?? codeOf(error);
  if (isUnsent) {
    if (watch.proxyError() !== undefined) return new HttpFailure('proxy', host, false, codeOf(watch.proxyError()));
    // Node rejects a request that can't be written before it connects.
    if (error instanceof TypeError) return new HttpFailure('unsendable', host, false);
    return new HttpFailure(unsentKind(code ?? ''), host, false, code);
  }
  if (error instanceof FetchError && error.type === 'max-size') return new HttpFailure('oversized', host, true);
  return new HttpFailure(sentKind(code ?? ''), host, true, code);
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
