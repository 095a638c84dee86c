import type { SignIn, SignInParameter } from '../../../common/src/protocol/checking';
import type { Element } from './element';
import type { AuthMethod } from './schemaTypes';
import { readSignIn } from './authMethods';

/**
 * True for a request that still needs the sign-in of its method: it has nothing from the provider's page and no proxy
 * that signs in for it, and its caller has no tokens of the provider.
 */
export function waitsForSignIn(method: AuthMethod, request: unknown): boolean {
  if (method.flow === 'direct') return false;
  if (!isObject(request)) return true;
  const { providerData, oauthProxy, externalAuthentication } = request as Readonly<Record<string, unknown>>;
  const hasProviderData = isObject(providerData) && Object.keys(providerData).length > 0;
  return !hasProviderData && !isObject(oauthProxy) && externalAuthentication !== 'initial';
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/**
 * The sign-in that a request needs.
 * @param request Any JSON value, with all its entries, including those that the catalog doesn't know.
 * @returns Undefined where it needs none.
 */
export function signInOf(element: Element, request: unknown): SignIn | undefined {
  const method = element.authMethod(request);
  if (method.flow === 'direct' || !waitsForSignIn(method, request)) return undefined;
  const { entries } = readSignIn(request);
  return {
    flow: method.flow,
    parameters: parametersOf(element, method, (name) => entries.has(name)),
    tokenParameters: method.oauthTokenParameters ?? [],
    providerData: method.providerData.filter((name) => method.flow !== 'oauth1-token' || name !== 'secret'),
  };
}

/** Parameters that every sign-in needs, even if the documentation of the element omits them. */
const standardParameters: readonly string[] = ['apiKey', 'apiSecret', 'callbackUrl'];

/** Labels of parameters that are no entry of their element. */
const parameterLabels: Readonly<Record<string, string>> = {
  apiKey: 'OAuth API Key',
  apiSecret: 'OAuth API Secret',
  callbackUrl: 'OAuth Callback URL',
};

/** Parameters that are generated for each sign-in, so that no request has a value for them. */
const generatedParameters: ReadonlySet<string> = new Set(['state', 'requestToken']);

const selectorEntry = 'authentication.type';

/** Entries with the value of a parameter, the likeliest first, where the schema doesn't specify one. */
const usualEntries: Readonly<Record<string, readonly string[]>> = {
  apiKey: ['oauth.api.key'],
  apiSecret: ['oauth.api.secret'],
  callbackUrl: ['oauth.callback.url'],
  scope: ['oauth.scope', 'scope'],
  [selectorEntry]: [selectorEntry],
};

type HasEntry = (entry: string) => boolean;

function parametersOf(element: Element, method: AuthMethod, hasEntry: HasEntry): readonly SignInParameter[] {
  const order = [...method.required, ...method.optional];
  const rank = ({ entry }: SignInParameter): number =>
    entry !== undefined && order.includes(entry) ? order.indexOf(entry) : order.length;
  return parameterNames(method)
    .flatMap((name) => parameterOf(name, element, method, hasEntry) ?? [])
    .sort((a, b) => rank(a) - rank(b));
}

function parameterNames({
  selector,
  oauthUrlParameters = [],
  oauthTokenParameters = [],
}: AuthMethod): readonly string[] {
  // The platform accepts a scope for any element, but the documentation doesn't mention it for each that has the entry.
  const names = [...standardParameters, ...oauthUrlParameters, ...oauthTokenParameters, 'scope'];
  if (selector?.entry === selectorEntry) names.push(selectorEntry);
  return [...new Set(names)].filter((name) => !generatedParameters.has(name));
}

/**
 * Undefined for a parameter that has no entry and no question: the documentation lists it, but a sign-in works without.
 */
function parameterOf(
  name: string,
  element: Element,
  method: AuthMethod,
  hasEntry: HasEntry,
): SignInParameter | undefined {
  const key = entryOf(name, method, hasEntry);
  const question = method.parameterQuestions?.[name];
  const isNeeded = standardParameters.includes(name) || question !== undefined;
  if (key === undefined && !isNeeded) return undefined;
  const entry = key === undefined ? undefined : element.entries.get(key);
  return {
    name,
    ...(key === undefined ? {} : { entry: key }),
    label: question ?? entry?.title ?? parameterLabels[name] ?? name,
    ...(entry ? { description: entry.description } : {}),
    secret: entry?.secret ?? name === 'apiSecret',
    // The selector is never asked for: if it is missing, the other entries decide.
    required: isNeeded || (key !== undefined && key !== method.selector?.entry && method.required.includes(key)),
  };
}

/** The entry that the request has, which may have the parameter's name; else the one that the method has for it. */
function entryOf(name: string, method: AuthMethod, hasEntry: HasEntry): string | undefined {
  const parameterEntry = method.parameterEntries?.[name];
  const keys = parameterEntry === undefined ? (usualEntries[name] ?? []) : [parameterEntry];
  return (
    [...keys, name].find(hasEntry) ?? keys.find((key) => method.required.includes(key) || method.optional.includes(key))
  );
}
