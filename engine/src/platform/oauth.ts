import { accessSecrets, platformRequest, quickLimitMs, type Access } from './access';
import { readHttpFailure, readErrorResponse, type ApiFailure } from './errors';
import type { Http, HttpResponse } from './http';
import { parseJson, stringProperty } from '../../../common/src/json/jsonValue';

/** The values that the platform needs for a provider's sign-in page: `apiKey`, `apiSecret`, `callbackUrl` and others. */
export type SignInValues = Readonly<Record<string, string>>;

export type UrlOutcome = { readonly url: string } | { readonly failure: ApiFailure };

/**
 * Asks the platform for the address of a provider's sign-in page. Uses POST, so that no secret is in a URL, and GET only if
 * this platform has no such POST. If the platform just doesn't know the element, there is no second request. The address
 * that is returned is always one of http or https, whatever the platform answers.
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
 * Asks for the token with which an OAuth 1 sign-in begins, and for its secret, which the creation needs. Only GET is
 * documented, so `apiSecret` is in the query of this one call. Queries are never logged.
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
 * True if an answer says that the platform has no such call, rather than that it didn't find what the call is about. If it
 * didn't find that, it answers with its own JSON (platform documentation, "Error codes"). If it has no such call, its web
 * server answers.
 */
function hasNoSuchCall({ status, text }: HttpResponse): boolean {
  const body = parseJson(text);
  const isOwn = stringProperty(body, 'message') !== undefined || stringProperty(body, 'requestId') !== undefined;
  return status === 405 || (status === 404 && !isOwn);
}

function oauthFailure(response: HttpResponse, access: Access, values: SignInValues): ApiFailure {
  // Scopes and addresses aren't secret, and what the platform says about them must stay readable.
  const own = [values['apiKey'], values['apiSecret'], values['requestToken']].filter((value) => value !== undefined);
  return readErrorResponse(response, access.baseUrl, [...accessSecrets(access), ...own]);
}

/** No other address is ever opened: a `file:` or `command:` address wouldn't lead to a provider. */
function isWebAddress(text: string): boolean {
  try {
    return /^https?:$/.test(new URL(text).protocol);
  } catch {
    return false;
  }
}
