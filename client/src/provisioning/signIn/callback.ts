import { isLoopback } from '../../platform/baseUrl';

/** Where a provider sends the browser after its sign-in page, and so how its answer gets here. */
export type Callback =
  /** To a port of the computer the browser runs on: a listener takes it. `path` is as in the address. */
  | { readonly kind: 'loopback'; readonly port: number; readonly path: string }
  /** To the editor itself, which hands it to this extension. */
  | { readonly kind: 'editor' }
  /** To any other place: a person copies the address from there. */
  | { readonly kind: 'elsewhere' };

/**
 * Reads the callback address of a request. `editorAddress` is the one that leads to this extension, such as
 * `vscode://publisher.name`. Undefined for what is no address.
 */
export function readCallback(text: string, editorAddress: string): Callback | undefined {
  const url = parseAddress(text);
  if (url === undefined) return undefined;
  const own = parseAddress(editorAddress);
  if (own !== undefined && url.protocol === own.protocol && url.host.toLowerCase() === own.host.toLowerCase()) {
    return { kind: 'editor' };
  }
  // https on this computer would need a certificate that the browser trusts.
  if (url.protocol !== 'http:' || !isLoopback(url.hostname)) return { kind: 'elsewhere' };
  return { kind: 'loopback', port: url.port === '' ? 80 : Number(url.port), path: url.pathname };
}

/** An absolute address, or undefined. */
export function parseAddress(text: string): URL | undefined {
  try {
    return new URL(text.trim());
  } catch {
    return undefined;
  }
}
