/** A person's consent without the person, for tests that are about something else. */
import { findElement } from '../elements';
import type { ElementFacts } from '../facts';
import { toStored } from '../incomingRequest';
import { selectAuthMethod } from '../signInFacts';
import type { Consents } from './signInConsents';

/** The parts of a request to create an instance that a provider's page has to do with. */
export interface ConsentTo {
  readonly elementKey: string;
  readonly configuration: Readonly<Record<string, unknown>>;
}

/**
 * Asks for consent with the API key and callback of the configuration, presses Allow, and returns the `providerData` to
 * create the instance with. Throws an Error for an element that is unknown or does not sign in by OAuth.
 */
export function consent(
  elements: readonly ElementFacts[],
  consents: Consents,
  { elementKey, configuration }: ConsentTo,
): Record<string, string> {
  const element = findElement(elements, elementKey);
  const stored = new Map(Object.entries(configuration).map(([key, value]) => [key, toStored(value)]));
  const authMethod = selectAuthMethod(element, stored);
  if (authMethod.flow === 'direct') throw new Error(`${elementKey} does not sign in by OAuth, as it is configured.`);
  const asked = {
    element,
    authMethod,
    apiKey: stored.get('oauth.api.key') ?? '',
    // Some elements have no such entry.
    callbackUrl: stored.get('oauth.callback.url') ?? 'https://app.sandbox.test/callback',
    scope: stored.get('oauth.scope') ?? '',
    state: elementKey,
  };
  const page =
    authMethod.flow === 'oauth1-token' ? { ...asked, requestToken: consents.requestToken(asked).token } : asked;
  return { ...consents.allow(page)?.providerData };
}
