import { isLoopback } from '../../../../common/src/platform/baseUrl';

/** Where a provider sends the browser after its sign-in page, and so how its answer gets here. */
export type Callback =
  /** To a port of the computer the browser runs on: a listener takes it. `host` and `path` are as in the address. */
  | { readonly kind: 'loopback'; readonly host: string; readonly port: number; readonly path: string }
  /** To the editor itself, which hands it to this extension. */
  | { readonly kind: 'editor' }
  /** To any other place: a person copies the address from there. */
  | { readonly kind: 'elsewhere' };

/**
 * Reads the callback address of a request. `editorAddress` is the one that leads to this extension, such as
 * `vscode://publisher.name`. Undefined for what is no address of a place: without a host, with a user in it, or of a scheme
 * that a browser does something else with. A spelling means what a browser makes of it (`new URL`): `http://0x7f.1` is
 * 127.0.0.1, and `0.0.0.0` or an IPv4 address within IPv6 is not taken for this computer.
 */
export function readCallback(text: string, editorAddress: string): Callback | undefined {
  const url = parseAddress(text);
  if (url === undefined || !isPlace(url)) return undefined;
  const own = parseAddress(editorAddress);
  if (own !== undefined && url.protocol === own.protocol && url.host.toLowerCase() === own.host.toLowerCase()) {
    return { kind: 'editor' };
  }
  // https on this computer would need a certificate that the browser trusts.
  if (url.protocol !== 'http:' || !isLoopback(url.hostname)) return { kind: 'elsewhere' };
  return { kind: 'loopback', host: url.hostname, port: url.port === '' ? 80 : Number(url.port), path: url.pathname };
}

/** Schemes that can never lead to a program waiting for a sign-in. */
const otherSchemes = /^(?:about|blob|command|data|file|filesystem|ftp|javascript|vbscript|view-source|wss?):$/;

function isPlace({ protocol, host, username, password }: URL): boolean {
  return host !== '' && username === '' && password === '' && !otherSchemes.test(protocol);
}

/** The address of a page that a browser may be sent to; undefined for another scheme, or where a user stands before the host. */
export function parsePage(text: string): URL | undefined {
  const url = parseAddress(text);
  return url !== undefined && /^https?:$/.test(url.protocol) && isPlace(url) ? url : undefined;
}

/** True where an address leads to the computer that the browser runs on. */
export function isThisComputer({ protocol, hostname }: URL): boolean {
  return /^https?:$/.test(protocol) && isLoopback(hostname);
}

/** An absolute address, or undefined. */
export function parseAddress(text: string): URL | undefined {
  try {
    return new URL(text.trim());
  } catch {
    return undefined;
  }
}

/** Characters of a host that are shown. */
const mostOfHost = 100;

/**
 * The place that an address leads to, in a few words: its host and port as browsers write them, without look-alike letters;
 * with its scheme, where that is neither https nor http on this computer. Of what is too long the end is shown, for that
 * says whose it is.
 */
export function placeOf(url: URL): string {
  const { host, protocol } = url;
  const shown = host.length > mostOfHost ? `…${host.slice(-mostOfHost)}` : host;
  return protocol === 'https:' || isThisComputer(url) ? shown : `${protocol}//${shown}`;
}
