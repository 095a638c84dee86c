import { apiPath } from './apiCall';
import { platformHost } from './platformHosts';

/** Why a text cannot be the base URL of an account. Each has its message where accounts are added. */
export type BaseUrlProblem =
  | 'empty'
  | 'not-a-url'
  | 'not-https'
  | 'user-info'
  /** The host has letters beyond ASCII, so it may only look like another host. */
  | 'look-alike'
  /** A web page of the platform without a known API. */
  | 'no-api'
  /** A URL of UiPath, which has a different API. */
  | 'uipath';

export type BaseUrlResult =
  | {
      readonly url: string;
      /** Host of the web page that was entered. `url` has the host of its API. */
      readonly page?: string;
    }
  | {
      readonly problem: BaseUrlProblem;
      /** The host in ASCII, if the problem is with the host. */
      readonly host?: string;
    };

/**
 * Normalizes a pasted URL to `https://<host>/elements/api-v2`, without a trailing slash. Only the host matters: the scheme
 * is optional, and the path, query and fragment are dropped, because every host has the API at the same path. The host of
 * a web page of the platform is replaced by that of its API. Plain http is allowed for loopback addresses only.
 */
export function normaliseBaseUrl(text: string): BaseUrlResult {
  const trimmed = text.trim();
  if (trimmed === '') return { problem: 'empty' };
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed);
  const url = parse(hasScheme ? trimmed : `https://${trimmed}`);
  if (url === undefined) return { problem: 'not-a-url' };
  if (!hasScheme && isLoopback(url.hostname)) return normaliseBaseUrl(`http://${trimmed}`);
  if (url.username !== '' || url.password !== '') return { problem: 'user-info' };
  if (!/^https?:$/.test(url.protocol)) return { problem: 'not-https' };
  // A person who types the ASCII form of such a name knows what it is.
  if (hasOtherLetters(trimmed, url.hostname)) return { problem: 'look-alike', host: url.hostname };
  if (isUiPath(url)) return { problem: 'uipath' };
  const api = platformHost(url.hostname);
  if (api === undefined) return { problem: 'no-api', host: url.hostname };
  if (api !== url.hostname) return { url: `https://${api}${apiPath}`, page: url.hostname };
  if (url.protocol !== 'https:' && !isLoopback(url.hostname)) return { problem: 'not-https' };
  return { url: `${url.origin}${apiPath}` };
}

/**
 * Whether a host is `localhost`, in 127.0.0.0/8, or `[::1]`.
 * @param hostname From a parsed URL, which normalizes addresses, without a trailing dot.
 */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

/** Removes the trailing dot of a host: it does not change the destination, but would make the host compare as different. */
function parse(text: string): URL | undefined {
  try {
    const url = new URL(text);
    url.hostname = url.hostname.replace(/\.$/, '');
    return url.hostname.split('.').includes('') ? undefined : url;
  } catch {
    return undefined;
  }
}

/** Whether the person typed letters beyond ASCII, or their percent codes, which parsing turned into ASCII. */
function hasOtherLetters(text: string, hostname: string): boolean {
  const typed = text.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/[/?#\\].*$/s, '');
  return /(?:^|\.)xn--/.test(hostname) && !typed.toLowerCase().startsWith(hostname);
}

/** Whether a URL is in UiPath's cloud or, on another host, has the path of its services, which end in an underscore. */
function isUiPath({ hostname, pathname }: URL): boolean {
  return /(?:^|\.)uipath(?:\.[a-z]{2,}){1,2}$/.test(hostname) || /\/(?:elements|connections)_(?:\/|$)/.test(pathname);
}
