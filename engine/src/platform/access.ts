import { authorizationValue } from '../../../common/src/platform/apiCall';
import { HttpFailure, type HttpRequest } from './http';
import { pathSegment } from './pathSegment';

/** What a call to the platform needs of an account. */
export interface Access {
  /** As `normaliseBaseUrl` gives it. */
  readonly baseUrl: string;
  readonly userSecret: string;
  readonly organizationSecret: string;
}

/** Limit of a call that changes nothing, in milliseconds. */
export const quickLimitMs = 30_000;

/** The secrets every platform call sends in its header. */
export function accessSecrets(access: Access): string[] {
  return [access.userSecret, access.organizationSecret];
}

type PlatformCall = Pick<HttpRequest, 'method' | 'body' | 'signal'> & {
  /** Below the base URL, part by part, as they are before they are encoded. */
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
};

/**
 * A request to the platform itself. Its header has two parts only: with an element token the platform may hand the call
 * on to the element's own resource. Throws an {@link HttpFailure} where a part of the path cannot be one.
 */
export function platformRequest(access: Access, call: PlatformCall): Omit<HttpRequest, 'timeoutMs'> {
  return request(
    access,
    call,
    authorizationValue({ user: access.userSecret, organization: access.organizationSecret }),
  );
}

/** A request to an instance, which its element token names. Throws as {@link platformRequest} does. */
export function instanceRequest(access: Access, token: string, call: PlatformCall): Omit<HttpRequest, 'timeoutMs'> {
  const { userSecret: user, organizationSecret: organization } = access;
  return request(access, call, authorizationValue({ user, organization, element: token }));
}

function request(access: Access, call: PlatformCall, authorization: string): Omit<HttpRequest, 'timeoutMs'> {
  const { method, path, query, body, signal } = call;
  const segments = path.map(pathSegment);
  if (segments.includes(undefined)) throw new HttpFailure('unsendable', new URL(access.baseUrl).host, false);
  const search = query === undefined ? '' : `?${new URLSearchParams(query).toString()}`;
  const headers = {
    Authorization: authorization,
    Accept: 'application/json',
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
  };
  return { method, url: `${access.baseUrl}/${segments.join('/')}${search}`, headers, body, signal };
}

/** Why a text cannot be a platform secret. Each has its message where accounts are added. */
export type SecretProblem = 'empty' | 'space' | 'comma' | 'curly-quote' | 'character';

/** The platform's header is split at spaces and commas; beyond that, nothing is known of a secret's shape. Expects trimmed text. */
export function secretProblem(secret: string): SecretProblem | undefined {
  if (secret === '') return 'empty';
  if (/[\u2018-\u201f]/.test(secret)) return 'curly-quote';
  if (/\s/.test(secret)) return 'space';
  if (secret.includes(',')) return 'comma';
  return /^[\x21-\x7e]+$/.test(secret) ? undefined : 'character';
}
