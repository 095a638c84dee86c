/** What a caller sends to get the address of a provider's page. */
import { findElement } from '../elements';
import type { AuthMethod, ElementFacts } from '../facts';
import { parseJson, readObject, toStored } from '../incomingRequest';
import { HttpError } from '../respond';
import { selectAuthMethod, type Configuration } from '../signInFacts';

/** By name: `apiKey`, `apiSecret`, `callbackUrl`, `scope`, `state`, `requestToken` and what else an element needs. */
export type Parameters = ReadonlyMap<string, string>;

/** One request for consent. The provider's page shows it, and a code is good for nothing else. */
export interface ConsentRequest {
  readonly element: ElementFacts;
  /** Signs in by OAuth 1 or 2. */
  readonly authMethod: AuthMethod;
  readonly apiKey: string;
  readonly callbackUrl: string;
  /** Empty where none was given. */
  readonly scope: string;
  /** Empty where the page has none, and brings none back. */
  readonly state: string;
}

/** Throws an HttpError (400, wording ours) for a body that is not a JSON object. Leaves out properties that are null. */
export function readParameters(body: string): Parameters {
  const properties = Object.entries(readObject(parseJson(body), 'The request body'));
  return new Map(properties.flatMap(([name, value]) => (value === null ? [] : [[name, toStored(value) ?? '']])));
}

/**
 * Throws an HttpError for an element that is unknown, for one that does not sign in by OAuth, and for a parameter that is
 * missing. Nothing but their being errors is documented: statuses and wording are ours.
 */
export function readConsentRequest(
  elements: readonly ElementFacts[],
  keyOrId: string,
  parameters: Parameters,
): ConsentRequest {
  const element = findElement(elements, keyOrId);
  const authMethod = selectAuthMethod(element, toConfiguration(parameters));
  if (authMethod.flow === 'direct')
    throw new HttpError(400, `Element ${element.key} does not sign in by OAuth (${authMethod.type})`);
  const [apiKey = '', , callbackUrl = ''] = ['apiKey', 'apiSecret', 'callbackUrl'].map((name) =>
    readRequired(parameters, name),
  );
  // Any scheme, since an editor may be called back by its own; but not `javascript:` and the like, which have no host.
  if (!URL.canParse(callbackUrl) || new URL(callbackUrl).host === '')
    throw new HttpError(400, 'callbackUrl must be a URL');
  return {
    element,
    authMethod,
    apiKey,
    callbackUrl,
    scope: parameters.get('scope') ?? '',
    // As documented where the caller gives none.
    state: parameters.get('state') || element.key,
  };
}

export function readRequired(parameters: Parameters, name: string): string {
  const value = parameters.get(name);
  if (!value) throw new HttpError(400, `Missing required parameter: ${name}`);
  return value;
}

/** The parameters under the names they have in `configuration`, so that the auth method is selected as in creation. */
function toConfiguration(parameters: Parameters): Configuration {
  const names: Readonly<Record<string, readonly string[]>> = {
    apiKey: ['oauth.api.key'],
    apiSecret: ['oauth.api.secret'],
    callbackUrl: ['oauth.callback.url'],
    scope: ['oauth.scope', 'scope'],
  };
  return new Map(
    [...parameters].flatMap(([name, value]) => (names[name] ?? [name]).map((key) => [key, value] as const)),
  );
}
