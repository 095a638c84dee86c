/** Creates an instance: the checks the platform makes, in order, and the body it answers with. */
import { randomBytes } from 'node:crypto';
import type { CreationRequest } from './creationRequest';
import { toElement } from './elements';
import type { AuthMethod, ElementFacts } from './facts';
import type { Instance, InstanceStore } from './storedInstances';
import type { Consents } from './oauth/signInConsents';
import { HttpError } from './respond';
import { isInScope, type Settings } from './sandboxSettings';
import { selectAuthMethod, missingEntries } from './signInFacts';

export interface CreationDependencies {
  readonly store: InstanceStore;
  readonly settings: Settings;
  readonly consents: Pick<Consents, 'redeem'>;
}

/** Creates and stores an instance. Throws an HttpError if the platform would refuse the request. */
export function createInstance(
  element: ElementFacts,
  request: CreationRequest,
  { store, settings, consents }: CreationDependencies,
): Instance {
  const authMethod = selectAuthMethod(element, request.configuration);
  checkConfiguration(element, authMethod, request);
  if (authMethod.flow !== 'direct') checkConsent(element, authMethod, request, consents);
  const refused = [...request.configuration.values()].some((value) => value?.toLowerCase().includes('refuse'));
  if (refused && isInScope(settings.checksCredentials, element.key)) {
    throw new HttpError(400, 'Request failed', '401 - The provider refused these credentials');
  }
  return store.add((id) => toInstance(id, element, request), refused);
}

/** The documentation only says that the answer is a 400 with the missing entries; the wording is ours. */
function checkConfiguration(element: ElementFacts, authMethod: AuthMethod, request: CreationRequest): void {
  const missing = missingEntries(element, authMethod, request.configuration);
  if (missing.length > 0) throw new HttpError(400, `Missing required configuration: ${missing.join(', ')}`);
}

/** An instance with OAuth needs what the consent page returned, unless the request has the provider's tokens. */
function checkConsent(
  element: ElementFacts,
  authMethod: AuthMethod,
  request: CreationRequest,
  consents: CreationDependencies['consents'],
): void {
  if (request.externalAuthentication === 'initial') {
    const tokens = ['oauth.user.refresh_token', 'oauth.user.token'];
    // Wording ours.
    if (tokens.some((key) => request.configuration.get(key))) return;
    throw new HttpError(400, `Missing required configuration: ${tokens.join(' or ')}`);
  }
  consents.redeem(element, authMethod, request);
}

function toInstance(id: number, element: ElementFacts, request: CreationRequest): Instance {
  const configuration = mergeConfiguration(element, request);
  const eventsEnabled = configuration['event.notification.enabled'] === 'true';
  const callback = configuration['event.notification.callback.url'];
  return {
    id,
    // Every documented request has a name; what stands in for a missing one is ours.
    name: request.name ?? element.name,
    createdDate: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    // 32 random bytes are 44 characters, as long as the platform's.
    token: randomBytes(32).toString('base64'),
    element: toElement(element),
    elementId: element.id,
    tags: request.tags,
    provisionInteractions: [],
    valid: true,
    disabled: false,
    maxCacheSize: 0,
    cacheTimeToLive: 0,
    configuration,
    eventsEnabled,
    ...(eventsEnabled && callback && { eventsNotificationCallbackUrl: callback }),
    traceLoggingEnabled: false,
    cachingEnabled: false,
    externalAuthentication: request.externalAuthentication,
    user: { id: 1, emailAddress: 'sam@sandbox.test', firstName: 'Sam', lastName: 'Sandbox' },
  };
}

const alwaysMasked = ['oauth.api.key', 'oauth.api.secret', 'oauth.user.token', 'oauth.user.refresh_token'];

/** The complete configuration of the element, overridden by what was sent, with secrets as eight asterisks. */
function mergeConfiguration(element: ElementFacts, { configuration }: CreationRequest): Instance['configuration'] {
  const masked = new Set(alwaysMasked);
  const merged = new Map<string, string | null>();
  for (const entry of element.configuration) {
    merged.set(entry.key, entry.default === null ? (entry.responseValue ?? null) : String(entry.default));
    if (entry.type === 'password') masked.add(entry.key);
  }
  for (const [key, value] of configuration) merged.set(key, value);
  return Object.fromEntries([...merged].map(([key, value]) => [key, value && masked.has(key) ? '********' : value]));
}
