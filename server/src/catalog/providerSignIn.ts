import type { SignIn, SignInParameter } from '../../../common/src/protocol/checking';
import type { Element } from './element';
import type { AuthMethod } from './schemaTypes';
import { readSignIn } from './authMethods';

/**
 * True for a request that says nothing of the sign-in at the provider that its method needs: it brings nothing that the
 * provider's page gave, no proxy signs in for it, and it does not say that the provider's tokens are at hand.
 */
export function waitsForSignIn(method: AuthMethod, request: unknown): boolean {
  if (method.flow === 'direct') return false;
  if (!isObject(request)) return true;
  const { providerData, oauthProxy, externalAuthentication } = request as Readonly<Record<string, unknown>>;
  const brings = isObject(providerData) && Object.keys(providerData).length > 0;
  return !brings && !isObject(oauthProxy) && externalAuthentication !== 'initial';
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/**
 * How a request is signed in.
 * @param request Any JSON value, with all its entries, also those that the catalog does not know.
 * @returns Undefined where it does not wait for a sign-in.
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

/** Parameters that every sign-in needs, whether the document of the element lists them or not. */
const standard: readonly string[] = ['apiKey', 'apiSecret', 'callbackUrl'];

/** What to call parameters that are no entry of their element. */
const parameterLabels: Readonly<Record<string, string>> = {
  apiKey: 'OAuth API Key',
  apiSecret: 'OAuth API Secret',
  callbackUrl: 'OAuth Callback URL',
};

/** Parameters that are no value of a request: they are made for one sign-in. */
const made: ReadonlySet<string> = new Set(['state', 'requestToken']);

const selectorEntry = 'authentication.type';

/** Entries that hold a parameter's value where the schema does not say, the likeliest first. */
const usualEntries: Readonly<Record<string, readonly string[]>> = {
  apiKey: ['oauth.api.key'],
  apiSecret: ['oauth.api.secret'],
  callbackUrl: ['oauth.callback.url'],
  scope: ['oauth.scope', 'scope'],
  [selectorEntry]: [selectorEntry],
};

type Written = (entry: string) => boolean;

function parametersOf(element: Element, method: AuthMethod, written: Written): readonly SignInParameter[] {
  const order = [...method.required, ...method.optional];
  const place = ({ entry }: SignInParameter): number =>
    entry !== undefined && order.includes(entry) ? order.indexOf(entry) : order.length;
  return parameterNames(method)
    .flatMap((name) => parameterOf(name, element, method, written) ?? [])
    .sort((a, b) => place(a) - place(b));
}

function parameterNames({
  selector,
  oauthUrlParameters = [],
  oauthTokenParameters = [],
}: AuthMethod): readonly string[] {
  // The platform takes a scope for any element, and the documents do not say so of all that have an entry for it.
  const names = [...standard, ...oauthUrlParameters, ...oauthTokenParameters, 'scope'];
  if (selector?.entry === selectorEntry) names.push(selectorEntry);
  return [...new Set(names)].filter((name) => !made.has(name));
}

/** Undefined for a parameter of which nothing tells a value: the documents list it, and the sign-in does without. */
function parameterOf(
  name: string,
  element: Element,
  method: AuthMethod,
  written: Written,
): SignInParameter | undefined {
  const key = entryOf(name, method, written);
  const question = method.parameterQuestions?.[name];
  const isNeeded = standard.includes(name) || question !== undefined;
  if (key === undefined && !isNeeded) return undefined;
  const entry = key === undefined ? undefined : element.entries.get(key);
  return {
    name,
    ...(key === undefined ? {} : { entry: key }),
    label: question ?? entry?.title ?? parameterLabels[name] ?? name,
    ...(entry ? { description: entry.description } : {}),
    secret: entry?.secret ?? name === 'apiSecret',
    // The selector is told by the other entries where it is left out: nobody is asked for it.
    required: isNeeded || (key !== undefined && key !== method.selector?.entry && method.required.includes(key)),
  };
}

/** The entry that the request has, also one of the parameter's own name; else the one that the method has for it. */
function entryOf(name: string, method: AuthMethod, written: Written): string | undefined {
  const named = method.parameterEntries?.[name];
  const keys = named === undefined ? (usualEntries[name] ?? []) : [named];
  return (
    [...keys, name].find(written) ?? keys.find((key) => method.required.includes(key) || method.optional.includes(key))
  );
}
