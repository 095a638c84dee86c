import { accessSecrets, platformRequest, quickLimitMs, type Access } from './access';
import { readHttpFailure, readErrorResponse, type ApiFailure } from './errors';
import type { Http, HttpResponse } from './http';
import { parseJson, stringProperty } from '../../../common/src/json/jsonValue';

/** What the platform needs for a provider's sign-in page, by the names of its own call: `apiKey`, `apiSecret`, `callbackUrl`, … */
export type SignInValues = Readonly<Record<string, string>>;

export type UrlOutcome = { readonly url: string } | { readonly failure: ApiFailure };

/**
 * Asks the platform for the address of a provider's sign-in page. By POST, so that no secret stands in a URL; by GET only
 * where this platform has no such POST. Where it only does not know the element, nothing is asked again. The address is one of http or https, whatever the platform says.
 */
export async function requestSignInUrl(
  http: Http,
  access: Access,
  elementKey: string,
  values: SignInValues,
  signal: AbortSignal,
): Promise<UrlOutcome> {
  const path = ['elements', elementKey, 'oauth', 'url'];
  const posted = { method: 'POST', path, body: JSON.stringify(values), signal } as const;
  const got = { method: 'GET', path, query: values, signal } as const;
  try {
    let response = await http({ ...platformRequest(access, posted), timeoutMs: quickLimitMs });
    if (hasNoSuchCall(response)) {
      response = await http({ ...platformRequest(access, got), timeoutMs: quickLimitMs });
    }
    const url = stringProperty(parseJson(response.text), 'oauthUrl');
    if (response.status === 200 && url !== undefined && isWebAddress(url)) return { url };
    return { failure: oauthFailure(response, access, values) };
  } catch (error) {
    return { failure: readHttpFailure(error) };
  }
}

export type RequestTokenOutcome =
  { readonly token: string; readonly secret: string } | { readonly failure: ApiFailure };

/**
 * Asks for the token that an OAuth 1 sign-in begins with, and its secret, which creation needs. By GET: nothing else is
 * documented, so `apiSecret` stands in the query of this one call, which is never logged.
 */
export async function requestOAuthToken(
  http: Http,
  access: Access,
  elementKey: string,
  values: SignInValues,
  signal: AbortSignal,
): Promise<RequestTokenOutcome> {
  const path = ['elements', elementKey, 'oauth', 'token'];
  try {
    const response = await http({
      ...platformRequest(access, { method: 'GET', path, query: values, signal }),
      timeoutMs: quickLimitMs,
    });
    const answer = parseJson(response.text);
    const [token, secret] = [stringProperty(answer, 'token'), stringProperty(answer, 'secret')];
    if (response.status === 200 && token !== undefined && secret !== undefined) return { token, secret };
    return { failure: oauthFailure(response, access, values) };
  } catch (error) {
    return { failure: readHttpFailure(error) };
  }
}

/**
 * Whether an answer says that the platform has no such call, rather than that it did not find what the call is about: the
 * latter comes with its own JSON (platform documentation, "Error codes"), and the former from what serves its pages.
 */
function hasNoSuchCall({ status, text }: HttpResponse): boolean {
  const body = parseJson(text);
  const isOwn = stringProperty(body, 'message') !== undefined || stringProperty(body, 'requestId') !== undefined;
  return status === 405 || (status === 404 && !isOwn);
}

function oauthFailure(response: HttpResponse, access: Access, values: SignInValues): ApiFailure {
  // A scope or an address is no secret, and what the platform says about it must stay readable.
  const own = [values['apiKey'], values['apiSecret'], values['requestToken']].filter((value) => value !== undefined);
  return readErrorResponse(response, access.baseUrl, [...accessSecrets(access), ...own]);
}

/** Nothing else is ever opened: a `file:` or `command:` address would not lead to a provider. */
function isWebAddress(text: string): boolean {
  try {
    return /^https?:$/.test(new URL(text).protocol);
  } catch {
    return false;
  }
}
