import { instanceRequest, quickLimitMs, type Access } from './access';
import { readErrorResponse, type ApiFailure } from './errors';
import { HttpFailure, type Http, type HttpResponse } from './http';
import { isObject, parseJson, stringProperty } from '../../../common/src/json/jsonValue';

/** The instance to ping. `secrets` are the values that must not be shown if the provider repeats them. */
export interface Pinged {
  readonly token: string;
  readonly secrets: readonly string[];
}

export type PingOutcome = 'works' | 'unknown' | { readonly refused: ApiFailure; readonly response: HttpResponse };

/** What the platform answers if an element doesn't have a call. The status isn't documented. */
const notSupported = 'This API is not currently supported for this element';

/**
 * Asks `GET /ping` whether the provider accepts an instance's credentials, because the creation doesn't prove it. If the
 * element has no ping, asks `GET /objects`. That call succeeds even for a disabled instance, so only a refusal counts.
 * Both together take 30 seconds at most.
 *
 * The outcome is `refused` only if the provider itself refuses: `providerMessage` is the property that the platform documents
 * for the provider's reply. A gateway, a lost connection or a canceled call says nothing about the credentials.
 */
export async function pingInstance(
  http: Http,
  access: Access,
  { token, secrets }: Pinged,
  signal: AbortSignal,
): Promise<PingOutcome> {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(quickLimitMs)]);
  const ask = async (name: 'ping' | 'objects') => {
    const request = instanceRequest(access, token, { method: 'GET', path: [name], signal: limited });
    const response = await http({ ...request, timeoutMs: quickLimitMs });
    return { response, body: parseJson(response.text), url: request.url };
  };
  try {
    const ping = await ask('ping');
    const isMissing = stringProperty(ping.body, 'message')?.startsWith(notSupported) === true;
    const { response, body, url } = isMissing ? await ask('objects') : ping;
    if (response.status >= 400 && stringProperty(body, 'providerMessage') !== undefined) {
      return { refused: readErrorResponse(response, url, secrets), response };
    }
    return !isMissing && response.status === 200 && isObject(body) ? 'works' : 'unknown';
  } catch (error) {
    if (error instanceof HttpFailure) return 'unknown';
    throw error;
  }
}
