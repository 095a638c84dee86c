import type { SignIn, SignInParameter } from '../protocol';
import type { Element } from './element';
import { parameterLabel } from './messages';
import type { Way } from './schemaTypes';
import { readSignIn } from './ways';

/**
 * True for a request that says nothing of the sign-in at the provider that its way needs: it brings nothing that the
 * provider's page gave, no proxy signs in for it, and it does not say that the provider's tokens are at hand.
 */
export function waitsForSignIn(way: Way, request: unknown): boolean {
  if (way.flow === 'direct') return false;
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
  const way = element.way(request);
  if (way.flow === 'direct' || !waitsForSignIn(way, request)) return undefined;
  const { entries } = readSignIn(request);
  return {
    flow: way.flow,
    parameters: parametersOf(element, way, (name) => entries.has(name)),
    tokenParameters:
      way.flow === 'oauth1-token' ? [...standard, ...(way.oauthTokenParameters ?? [])].filter(isFirst) : [],
    providerData: way.providerData.filter((name) => way.flow !== 'oauth1-token' || name !== 'secret'),
  };
}

/** Parameters that the platform takes for every element, whether its document lists them or not. */
const standard: readonly string[] = ['apiKey', 'apiSecret', 'callbackUrl'];

/** Parameters that are no value of a request: they are made for one sign-in. */
const made: ReadonlySet<string> = new Set(['state', 'requestToken']);

/** Entries that hold a parameter's value, the likeliest first; any parameter may have one of its own name. */
const usualEntries: Readonly<Record<string, readonly string[]>> = {
  apiKey: ['oauth.api.key'],
  apiSecret: ['oauth.api.secret'],
  callbackUrl: ['oauth.callback.url'],
  scope: ['oauth.scope'],
};

const selectorEntry = 'authentication.type';

const isFirst = (name: string, index: number, names: readonly string[]): boolean => names.indexOf(name) === index;

function parametersOf(element: Element, way: Way, written: (entry: string) => boolean): readonly SignInParameter[] {
  const selector = way.selector?.entry === selectorEntry ? [selectorEntry] : [];
  const names = [...standard, ...(way.oauthUrlParameters ?? []), ...(way.oauthTokenParameters ?? []), ...selector];
  const parameters = names
    .filter((name, index) => isFirst(name, index, names) && !made.has(name))
    .flatMap((name) => parameterOf(name, element, way, written) ?? []);
  const order = [...way.required, ...way.optional];
  const place = ({ entry }: SignInParameter): number =>
    entry !== undefined && order.includes(entry) ? order.indexOf(entry) : order.length;
  return parameters.sort((a, b) => place(a) - place(b));
}

/** Undefined for a parameter of which nothing tells a value: the documents list it, and the platform does without. */
function parameterOf(
  name: string,
  element: Element,
  way: Way,
  written: (entry: string) => boolean,
): SignInParameter | undefined {
  const key = entryOf(name, element, written);
  const isStandard = standard.includes(name);
  if (key === undefined && !isStandard) return undefined;
  const entry = key === undefined ? undefined : element.entries.get(key);
  return {
    name,
    ...(key === undefined ? {} : { entry: key }),
    label: entry?.title ?? parameterLabel(name),
    ...(entry ? { description: entry.description } : {}),
    secret: entry?.secret ?? name === 'apiSecret',
    // What chooses the way is told by the other entries where it is left out.
    required: isStandard || (key !== undefined && key !== way.selector?.entry && way.required.includes(key)),
  };
}

/** The entry that the request has; else the one that a person would fill in. */
function entryOf(name: string, { entries }: Element, written: (entry: string) => boolean): string | undefined {
  const keys = [...(usualEntries[name] ?? []), name];
  return keys.find(written) ?? keys.find((key) => entries.get(key)?.filledByPlatform === false);
}
