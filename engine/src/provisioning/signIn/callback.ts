import { isLoopback } from '../../../../common/src/platform/baseUrl';

/** Where a provider redirects the browser after the sign-in, which decides how the answer is received. */
export type Callback =
  /** A port of the computer that the browser runs on: a listener receives it. `host` and `path` are as in the address. */
  | { readonly kind: 'loopback'; readonly host: string; readonly port: number; readonly path: string }
  /** The editor itself, which passes it to this extension. */
  | { readonly kind: 'editor' }
  /** Any other host: the person copies the address from the browser. */
  | { readonly kind: 'elsewhere' };

/**
 * Reads the callback address of a request. `editorAddress` is the one that leads to this extension, such as
 * `vscode://publisher.name`. Returns undefined if a provider cannot redirect to the address: it has no host, it has user info,
 * or browsers use its scheme for something else. Addresses are parsed as browsers do (`new URL`): `http://0x7f.1` is
 * 127.0.0.1, but `0.0.0.0` or an IPv4 address within IPv6 does not count as this computer.
 */
export function readCallback(text: string, editorAddress: string): Callback | undefined {
  const url = parseAddress(text);
  if (url === undefined || !leadsToHost(url)) return undefined;
  const own = parseAddress(editorAddress);
  if (own !== undefined && url.protocol === own.protocol && url.host.toLowerCase() === own.host.toLowerCase()) {
    return { kind: 'editor' };
  }
  // https on this computer would need a certificate that the browser trusts.
  if (url.protocol !== 'http:' || !isLoopback(url.hostname)) return { kind: 'elsewhere' };
  return { kind: 'loopback', host: url.hostname, port: url.port === '' ? 80 : Number(url.port), path: url.pathname };
}

/** Schemes that never lead to a program that waits for a sign-in. */
const otherSchemes = /^(?:about|blob|command|data|file|filesystem|ftp|javascript|vbscript|view-source|wss?):$/;

function leadsToHost({ protocol, host, username, password }: URL): boolean {
  return host !== '' && username === '' && password === '' && !otherSchemes.test(protocol);
}

/** Parses the address of a page to open. Returns undefined if its scheme is not http or https, or if it has user info. */
export function parsePage(text: string): URL | undefined {
  const url = parseAddress(text);
  return url !== undefined && /^https?:$/.test(url.protocol) && leadsToHost(url) ? url : undefined;
}

/** True if a web address leads to the computer that the browser runs on. */
export function isThisComputer({ protocol, hostname }: URL): boolean {
  return /^https?:$/.test(protocol) && isLoopback(hostname);
}

/** Parses an absolute address. Returns undefined if it is none. */
export function parseAddress(text: string): URL | undefined {
  try {
    return new URL(text.trim());
  } catch {
    return undefined;
  }
}

/** How many characters of a host are shown. */
const mostOfHost = 100;

/**
 * Returns the host and port of an address as messages show them. They are spelled as browsers do, without look-alike letters,
 * and follow the scheme if that is neither https nor http on this computer. Of a long host only the end is shown, because
 * that says who owns it.
 */
export function describeHost(url: URL): string {
  const { host, protocol } = url;
  const shown = host.length > mostOfHost ? `…${host.slice(-mostOfHost)}` : host;
  return protocol === 'https:' || isThisComputer(url) ? shown : `${protocol}//${shown}`;
}
