import { authorizationValue } from '../../../common/src/platform/apiCall';
import { HttpFailure, type HttpRequest } from './http';
import { pathSegment } from './pathSegment';

/** What a call to the platform needs from an account. */
export interface Access {
  /** As `normaliseBaseUrl` returns it. */
  readonly baseUrl: string;
  readonly userSecret: string;
  readonly organizationSecret: string;
}

/** Time limit of every call except the creation of an instance, in milliseconds. */
export const quickLimitMs = 30_000;

/** The secrets that every call to the platform sends in its header. */
export function accessSecrets(access: Access): string[] {
  return [access.userSecret, access.organizationSecret];
}

type PlatformCall = Pick<HttpRequest, 'method' | 'body' | 'signal'> & {
  /** The segments below the base URL, before they are encoded. */
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
};

/**
 * A request to the platform itself. Its Authorization header has only two parts: with an element token, the platform may
 * pass the call on to the element's own resource. Throws an {@link HttpFailure} if a segment of the path isn't allowed.
 */
export function platformRequest(access: Access, call: PlatformCall): Omit<HttpRequest, 'timeoutMs'> {
  return request(
    access,
    call,
    authorizationValue({ user: access.userSecret, organization: access.organizationSecret }),
  );
}

/** A request to an instance, which its element token identifies. Throws as {@link platformRequest} does. */
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

/** Why a text can't be a platform secret. The flow that adds accounts has a message for each. */
export type SecretProblem = 'empty' | 'space' | 'comma' | 'curly-quote' | 'character';

/**
 * Why a text can't be a platform secret, or undefined. The platform splits its header at spaces and commas; beyond that,
 * nothing is known about the format of a secret. Expects trimmed text.
 */
export function secretProblem(secret: string): SecretProblem | undefined {
  if (secret === '') return 'empty';
  if (/[\u2018-\u201f]/.test(secret)) return 'curly-quote';
  if (/\s/.test(secret)) return 'space';
  if (secret.includes(',')) return 'comma';
  return /^[\x21-\x7e]+$/.test(secret) ? undefined : 'character';
}
