import type { Way } from './schemaTypes';

/**
 * True for a request that says nothing of the sign-in at the provider that its way needs: it brings nothing that the
 * provider's page gave, and no proxy signs in for it. Provision reads it in the same way.
 */
export function waitsForSignIn(way: Way, request: unknown): boolean {
  const { providerData, oauthProxy } = (request ?? {}) as { providerData?: unknown; oauthProxy?: unknown };
  return (
    way.flow !== 'direct' && !isObject(oauthProxy) && !(isObject(providerData) && Object.keys(providerData).length > 0)
  );
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
