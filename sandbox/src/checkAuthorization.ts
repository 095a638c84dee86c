/** The platform's Authorization header: comma-separated parts, each a word and a secret, in any order. */
import { HttpError } from './respond';

/** Fixed and public: these are no secrets. They open this sandbox and nothing else. */
export const sandboxSecrets = {
  user: 'sandbox-user-secret',
  organization: 'sandbox-organization-secret',
} as const;

const parts = { User: 'user', Organization: 'organization', Element: 'element' } as const;

export type Credentials = Partial<Record<(typeof parts)[keyof typeof parts], string>>;

/** What a call needs: the account's two secrets, the same or no header at all, or a user and an element token. */
export type Access = 'account' | 'open' | 'instance';

/** The documented text for every mismatch; what the platform says to a missing header is not documented. */
const unauthorized = 'Invalid Organization or User secret, or invalid Element token provided.';

/** The documented text for a call that an element does not have. */
export const notSupported = 'This API is not currently supported for this element';

/** Undefined when the header is missing, has a part of another kind, a part without a secret, or a part twice. */
export function parseAuthorization(header: string | undefined): Credentials | undefined {
  if (header === undefined) return undefined;
  const credentials: Credentials = {};
  for (const part of header.split(',')) {
    const [word = '', secret, ...rest] = part.trim().split(/\s+/);
    if (!isPart(word) || !secret || rest.length > 0 || parts[word] in credentials) return undefined;
    credentials[parts[word]] = secret;
  }
  return credentials;
}

function isPart(word: string): word is keyof typeof parts {
  return Object.hasOwn(parts, word);
}

/**
 * Throws an HttpError unless the header allows the call. `isLive` says whether an element token belongs to an instance.
 * Returns the element token of a call into an instance, else undefined.
 */
export function authorize(
  access: Access,
  header: string | undefined,
  isLive: (token: string) => boolean,
): string | undefined {
  if (access === 'open' && header === undefined) return undefined;
  const { user, organization, element } = parseAuthorization(header) ?? {};
  const needsOrganization = access !== 'instance';
  if (
    user !== sandboxSecrets.user ||
    (organization === undefined ? needsOrganization : organization !== sandboxSecrets.organization) ||
    (element === undefined ? access === 'instance' : !isLive(element))
  ) {
    throw new HttpError(401, unauthorized);
  }
  if (access === 'instance') return element;
  // An element token sends a platform call to the element's own resources instead, where it fails strangely. The text
  // is the documented one for a call an element does not have; the status is ours.
  if (element !== undefined) throw new HttpError(404, notSupported);
  return undefined;
}
