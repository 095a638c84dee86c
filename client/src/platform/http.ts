import fetch, { FetchError } from 'node-fetch';

/** One request. `headers` and `body` are sent as they are; `timeoutMs` covers the call from connecting to the last byte. */
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

/** Makes exactly one request and follows no redirect. Throws {@link HttpFailure} where there is no answer. */
export type Http = (request: HttpRequest) => Promise<HttpResponse>;

/** Why there is no answer. */
export type FailureKind =
  'cancelled' | 'timed-out' | 'refused' | 'not-found' | 'unreachable' | 'certificate' | 'proxy' | 'lost' | 'unsendable';

/** No answer came. Holds no part of the request but its host, so that it may be shown and logged. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';

  constructor(
    readonly kind: FailureKind,
    /** Host and port the request was for. */
    readonly host: string,
    /** False where the request surely never reached the server. */
    readonly maybeSent: boolean,
    /** Code of the system's error, such as `ECONNREFUSED`. */
    readonly code?: string,
  ) {
    super(`${kind}: ${host}${code === undefined ? '' : ` (${code})`}`);
  }
}

/** What {@link classify} looks at of an error of node-fetch or of Node. */
export interface SystemError {
  readonly message: string;
  readonly code?: string;
  /** The system call that failed, such as `connect`. */
  readonly syscall?: string;
}

const beforeConnection: Readonly<Record<string, FailureKind>> = {
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'not-found',
  EAI_AGAIN: 'not-found',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  // A plain HTTP server was asked for TLS, or no common version was found.
  EPROTO: 'certificate',
};

/**
 * Says what an error of the network means: its kind, and whether the request may have reached the server.
 * Codes are those of Node's `errors` and `tls` pages; the proxy's words are those of the agent that VS Code puts in.
 */
export function classify(error: SystemError): { kind: FailureKind; maybeSent: boolean } {
  const { message, code = '', syscall } = error;
  if (/\bprox(?:y|ies)\b|tunneling socket/i.test(message)) return { kind: 'proxy', maybeSent: false };
  const early = beforeConnection[code];
  if (early !== undefined) return { kind: early, maybeSent: false };
  if (/CERT|LEAF_SIGNATURE|^ERR_(?:TLS|SSL)/.test(code)) return { kind: 'certificate', maybeSent: false };
  if (/before secure TLS connection/i.test(message)) return { kind: 'unreachable', maybeSent: false };
  if (code === 'ETIMEDOUT' && syscall !== 'read' && syscall !== 'write')
    return { kind: 'unreachable', maybeSent: false };
  return { kind: 'lost', maybeSent: true };
}

// Node's own agent keeps connections open, and a POST on one that the server has just closed fails as if it had been lost.
const closing = { Connection: 'close' };

/** {@link Http} over node-fetch, the only place that knows it. */
export const nodeFetch: Http = async (request) => {
  const { host } = new URL(request.url);
  const isCancelled = () => request.signal?.aborted === true;
  if (isCancelled()) throw new HttpFailure('cancelled', host, false);
  const limit = AbortSignal.timeout(request.timeoutMs);
  const signal = request.signal === undefined ? limit : AbortSignal.any([limit, request.signal]);
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: { ...request.headers, ...closing },
      body: request.body,
      redirect: 'manual',
      signal,
    });
    const text = await response.text();
    return { status: response.status, headers: Object.fromEntries(response.headers), text };
  } catch (error) {
    if (isCancelled()) throw new HttpFailure('cancelled', host, true);
    if (limit.aborted) throw new HttpFailure('timed-out', host, true);
    if (!(error instanceof Error)) throw new HttpFailure('lost', host, true);
    // node-fetch and Node refuse a header that cannot be written before they connect.
    if (error instanceof TypeError) throw new HttpFailure('unsendable', host, false);
    const { code } = error as NodeJS.ErrnoException;
    const syscall = error instanceof FetchError ? systemCall(error) : undefined;
    const { kind, maybeSent } = classify({ message: reason(error.message), code, syscall });
    throw new HttpFailure(kind, host, maybeSent, code);
  }
};

/** node-fetch puts the URL before the reason. A host called `proxy` must not make a lost connection look like a proxy's. */
function reason(message: string): string {
  return message.replace(/^.*?, reason: /s, '');
}

/** node-fetch keeps the name of the failed system call in a property its types leave out. */
function systemCall(error: FetchError): string | undefined {
  const { erroredSysCall } = error as FetchError & { erroredSysCall?: unknown };
  return typeof erroredSysCall === 'string' ? erroredSysCall : undefined;
}
