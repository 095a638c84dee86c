import type { IncomingMessage } from 'node:http';
import { parseAddress, type Callback } from './callback';
import { readParameters, type Parameters } from './redirect';

/** Names of this computer that a redirect may use. */
const ownNames = ['127.0.0.1', '[::1]', 'localhost'];

/**
 * Returns the parameters of a request in which a browser navigates to the callback: a GET of the callback's path, at a name of
 * this computer. Returns undefined for every other request of a page or a program: with another method, path or host (such
 * as a domain that someone pointed at this computer), with a request target that only proxies receive, with a body, or with
 * `Sec-` headers of something other than a page navigation (`fetch`, an image, a frame, a prefetch). `Sec-Fetch-Site` is not
 * checked: a genuine redirect comes from the provider's page, so it is `cross-site`. A program can imitate all of this; only
 * the state stops it.
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
