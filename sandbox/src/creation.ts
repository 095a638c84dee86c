/** Creates an instance: the checks the platform makes, in order, and the body it answers with. */
import { randomBytes } from 'node:crypto';
import type { CreationRequest } from './creationRequest';
import { toElement } from './elements';
import type { AuthenticationWay, ElementFacts } from './facts';
import type { Instance, InstanceStore } from './instances';
import { Refusal } from './respond';
import { isInScope, type Settings } from './settings';

export interface CreationDependencies {
  readonly store: InstanceStore;
  readonly settings: Settings;
  /** Codes of consent pages, good for one instance each. The set grows. */
  readonly spentCodes: Set<string>;
}

/** Throws a Refusal when the platform would, else keeps the new instance and returns it. */
export function createInstance(
  element: ElementFacts,
  request: CreationRequest,
  { store, settings, spentCodes }: CreationDependencies,
): Instance {
  const way = chooseWay(element, request);
  checkConfiguration(element, way, request);
  if (way.flow !== 'direct') checkConsent(way, request, spentCodes);
  const refused = [...request.configuration.values()].some((value) => value?.toLowerCase().includes('refuse'));
  if (refused && isInScope(settings.checksCredentials, element.key)) {
    throw new Refusal(400, 'Request failed', '401 - The provider refused these credentials');
  }
  return store.add((id) => toInstance(id, element, request), refused);
}

/** The way that the selector names; without one, the first that lacks nothing, and else the first. */
function chooseWay(element: ElementFacts, request: CreationRequest): AuthenticationWay {
  const { authentication, key } = element;
  const way =
    authentication.find(({ selector }) => selector && request.configuration.get(selector.key) === selector.value) ??
    authentication.find((candidate) => missingEntries(element, candidate, request).length === 0) ??
    authentication[0];
  if (!way) throw new Error(`The facts of ${key} name no way to sign in.`);
  return way;
}

function missingEntries(element: ElementFacts, way: AuthenticationWay, { configuration }: CreationRequest): string[] {
  const hasDefault = new Set(element.configuration.filter((entry) => entry.default !== null).map((entry) => entry.key));
  return way.required.filter((key) => !configuration.get(key) && !hasDefault.has(key));
}

/** Documented is only that the answer is a 400 which names the missing entries; the wording is ours. */
function checkConfiguration(element: ElementFacts, way: AuthenticationWay, request: CreationRequest): void {
  const missing = missingEntries(element, way, request);
  if (missing.length > 0) throw new Refusal(400, `Missing required configuration: ${missing.join(', ')}`);
}

/** An instance behind a consent page needs what that page gave, unless the caller already holds the provider's tokens. */
function checkConsent(way: AuthenticationWay, request: CreationRequest, spentCodes: Set<string>): void {
  if (request.externalAuthentication === 'initial') {
    const tokens = ['oauth.user.refresh_token', 'oauth.user.token'];
    // Wording ours.
    if (tokens.some((key) => request.configuration.get(key))) return;
    throw new Refusal(400, `Missing required configuration: ${tokens.join(' or ')}`);
  }
  // Where the documents name nothing that the page gives, nothing can be missing.
  if (way.providerData.length === 0) return;
  const values = way.providerData.map((member) => request.providerData[member]);
  if (!values.every((value) => typeof value === 'string' && value !== '')) {
    throw new Refusal(400, 'You must provide an OAuth code in order to create an instance of this element');
  }
  const code = values.join('\n');
  // A code is good once: the second instance fails at the provider.
  if (spentCodes.has(code)) throw new Refusal(400, 'Request failed', '400 - invalid_grant');
  spentCodes.add(code);
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

/** The element's whole configuration with what was sent laid over it, secrets as eight asterisks. */
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
