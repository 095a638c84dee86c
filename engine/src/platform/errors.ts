import { HttpFailure, type FailureKind, type HttpResponse } from './http';
import { isObject, parseJson, stringProperty } from '../../../common/src/json/jsonValue';
import { scrub } from '../masks';

/** What a status means, as far as the platform's documentation says so. */
export type StatusCause =
  | 'bad-request'
  | 'unauthorized'
  | 'payment'
  | 'forbidden'
  | 'missing'
  | 'unfit'
  | 'conflict'
  | 'too-large'
  | 'too-many'
  | 'redirect'
  | 'server'
  | 'odd-success'
  | 'other';

/** What is known about a failed call. No string in it contains a secret that was sent. */
export interface ApiFailure {
  readonly cause: FailureKind | StatusCause;
  /** The host that the request was for. */
  readonly host: string;
  readonly status?: number;
  /** The code of the system's error, such as `ECONNREFUSED`. */
  readonly code?: string;
  /** The platform's message, in full. */
  readonly message?: string;
  /** The provider's reply to the platform, in full. */
  readonly providerMessage?: string;
  readonly requestId?: string;
  /** The value of the header `retry-after`: seconds or a date. */
  readonly retryAfter?: string;
  /** The host that a redirect leads to. */
  readonly redirectHost?: string;
  /** True if the body isn't a JSON object: something between here and the platform answered. */
  readonly notJson: boolean;
  /** True if the request may have taken effect nevertheless. */
  readonly maybeDone: boolean;
}

const causes: Readonly<Record<number, StatusCause | FailureKind>> = {
  400: 'bad-request',
  401: 'unauthorized',
  402: 'payment',
  403: 'forbidden',
  404: 'missing',
  // The method, Accept and Content-Type are always the same, and right for the platform.
  405: 'unfit',
  406: 'unfit',
  407: 'proxy',
  409: 'conflict',
  413: 'too-large',
  415: 'unfit',
  429: 'too-many',
};

function causeOf(status: number): StatusCause | FailureKind {
  if (status >= 500) return 'server';
  if (status >= 400) return causes[status] ?? 'other';
  return status >= 300 ? 'redirect' : status >= 200 ? 'odd-success' : 'other';
}

/**
 * Reads an error response, or a success whose body isn't what it should be. Of the body, it reads only the documented
 * properties (`message`, `providerMessage`, `requestId`). They stay as they are, except for the secrets, which are masked.
 */
export function readErrorResponse(response: HttpResponse, url: string, secrets: readonly string[]): ApiFailure {
  const body = parseJson(response.text);
  const { status, headers } = response;
  const safe = (text: string | undefined) => (text === undefined ? undefined : scrub(text, secrets));
  return {
    cause: causeOf(status),
    host: new URL(url).host,
    status,
    message: safe(stringProperty(body, 'message')),
    providerMessage: safe(stringProperty(body, 'providerMessage')),
    requestId: safe(stringProperty(body, 'requestId') ?? headers['elements-request-id']),
    retryAfter: safe(headers['retry-after']),
    redirectHost: safe(hostOf(headers['location'], url)),
    notJson: !isObject(body),
    maybeDone: !saysNothingWasDone(status, isObject(body)),
  };
}

/**
 * True if an answer says that nothing was done. The platform says so in JSON. A page instead of JSON may come from a filter
 * that withholds the platform's answer. A redirect other than 303 asks for another request (RFC 9110, 15.4), and a proxy that
 * requires a password (407) has passed nothing on.
 */
function saysNothingWasDone(status: number, isJson: boolean): boolean {
  if (status >= 400 && status < 500) return isJson || status === 407;
  return status >= 300 && status < 400 && status !== 303;
}

/** Describes a call without a usable response. Rethrows any error that isn't an {@link HttpFailure}. */
export function readHttpFailure(error: unknown): ApiFailure {
  if (!(error instanceof HttpFailure)) throw error;
  const { kind, host, code, maybeSent } = error;
  return { cause: kind, host, code, notJson: false, maybeDone: maybeSent };
}

/** True if a text looks like an ID of the platform. A server can send any text as the ID. */
export function isRequestId(text: string): boolean {
  return /^[0-9a-f-]{8,40}$/i.test(text);
}

function hostOf(location: string | undefined, base: string): string | undefined {
  try {
    return location === undefined ? undefined : new URL(location, base).host;
  } catch {
    return undefined;
  }
}
