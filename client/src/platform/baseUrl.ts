/** Why a text cannot be the base URL of an account. Worded in messages.ts. */
export type BaseUrlProblem = 'empty' | 'not-a-url' | 'not-https' | 'user-info' | 'extra-path' | 'query' | 'web-page';

export type BaseUrlResult =
  { readonly url: string } | { readonly problem: BaseUrlProblem; /** Host to use instead. */ readonly host?: string };

const apiPath = '/elements/api-v2';

/** The user interface's hosts, which people copy from their address bar, and the API host each belongs to. */
const webPages: Readonly<Record<string, string>> = {
  'my.cloudelements.io': 'api.cloud-elements.com',
  'my.cloudelements.co.uk': 'api.cloud-elements.co.uk',
  'my-staging.cloudelements.io': 'staging.cloud-elements.com',
};

/**
 * Brings all spellings of a base URL to one: `https://<host>/elements/api-v2`, without a slash at the end.
 * The scheme, the path and the slash may be left out. Plain http is for loopback addresses only.
 */
export function normaliseBaseUrl(text: string): BaseUrlResult {
  const trimmed = text.trim();
  if (trimmed === '') return { problem: 'empty' };
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed);
  const url = parse(hasScheme ? trimmed : `https://${trimmed}`);
  if (url === undefined) return { problem: 'not-a-url' };
  if (!hasScheme && isLoopback(url.hostname)) return normaliseBaseUrl(`http://${trimmed}`);
  if (url.username !== '' || url.password !== '') return { problem: 'user-info' };
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    return { problem: 'not-https' };
  }
  if (url.search !== '' || url.hash !== '') return { problem: 'query' };
  const host = webPages[url.hostname];
  if (host !== undefined) return { problem: 'web-page', host };
  if (!['', '/elements', apiPath].includes(url.pathname.replace(/\/+$/, ''))) return { problem: 'extra-path' };
  return { url: `${url.origin}${apiPath}` };
}

/** True for `localhost`, 127.0.0.0/8 and `[::1]`. Takes the `hostname` of a parsed URL. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

function parse(text: string): URL | undefined {
  try {
    const url = new URL(text);
    return url.hostname === '' ? undefined : url;
  } catch {
    return undefined;
  }
}
