import type { IncomingMessage } from 'node:http';
import { parseAddress, type Callback } from './callback';
import { readParameters, type Parameters } from './redirect';

/** Names of this computer that a browser may have been sent to. */
const ownNames = ['127.0.0.1', '[::1]', 'localhost'];

/**
 * The parameters of a request that is a browser's own way to the callback: a person's page went there, by GET and under a
 * name of this computer. Undefined for all else that a page or a program can send: another method, path or host (a name that
 * was made to lead here), a form of target that only proxies get, a body, and whatever a browser itself calls no navigation
 * of a page (`fetch`, an image, a frame, a page fetched ahead). `Sec-Fetch-Site` says nothing: a true redirect comes from the
 * provider's page, so it is `cross-site`. A program is bound by none of this: it is stopped by the state alone.
 */
export function readNavigation(
  request: Pick<IncomingMessage, 'method' | 'url' | 'headersDistinct'>,
  { host, port, path }: Pick<Extract<Callback, { kind: 'loopback' }>, 'host' | 'port' | 'path'>,
): Parameters | undefined {
  const { method, url: target = '', headersDistinct: headers } = request;
  const names = [...ownNames, host].flatMap((name) => [`${name}:${port}`, ...(port === 80 ? [name] : [])]);
  const is = (name: string, allowed: (value: string) => boolean) => (headers[name] ?? []).every(allowed);
  const isNavigation =
    method === 'GET' &&
    headers['host']?.length === 1 &&
    is('host', (value) => names.includes(value.toLowerCase())) &&
    is('sec-fetch-mode', (value) => value === 'navigate') &&
    is('sec-fetch-dest', (value) => value === 'document') &&
    is('sec-purpose', () => false) &&
    is('transfer-encoding', () => false) &&
    is('content-length', (value) => value === '0');
  const url = target.startsWith('/') ? parseAddress(`http://127.0.0.1${target}`) : undefined;
  return isNavigation && url?.pathname === path ? readParameters(url.searchParams) : undefined;
}
