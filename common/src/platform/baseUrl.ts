import { apiPath } from './apiCall';
import { platformHost } from './platformHosts';

/** Why a text cannot be the base URL of an account. Each has its words where accounts are added. */
export type BaseUrlProblem =
  | 'empty'
  | 'not-a-url'
  | 'not-https'
  | 'user-info'
  /** Letters beyond ASCII in the host: they may only look like those of another. */
  | 'look-alike'
  /** A page of the platform that no API is known to belong to. */
  | 'no-api'
  /** UiPath's: another API, with another sign-in. */
  | 'uipath';

export type BaseUrlResult =
  | {
      readonly url: string;
      /** Host of the web page that was given; `url` is at the host of its API. */
      readonly page?: string;
    }
  | {
      readonly problem: BaseUrlProblem;
      /** As it would be called, in ASCII; where the problem is with it. */
      readonly host?: string;
    };

/**
 * Brings what people paste to one spelling: `https://<host>/elements/api-v2`, without a slash at the end. Only the host
 * counts: the scheme may be left out, and a page, a query and a fragment are dropped, since the API is at the same path of
 * every host. Of the platform's web pages the host of the API is taken. Plain http is for loopback addresses only.
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
  // Who types the ASCII spelling of such a name knows that it has one.
  if (hasOtherLetters(trimmed, url.hostname)) return { problem: 'look-alike', host: url.hostname };
  if (isUiPath(url)) return { problem: 'uipath' };
  const api = platformHost(url.hostname);
  if (api === undefined) return { problem: 'no-api', host: url.hostname };
  if (api !== url.hostname) return { url: `https://${api}${apiPath}`, page: url.hostname };
  if (url.protocol !== 'https:' && !isLoopback(url.hostname)) return { problem: 'not-https' };
  return { url: `${url.origin}${apiPath}` };
}

/**
 * True for `localhost`, 127.0.0.0/8 and `[::1]`. Takes the `hostname` of a parsed URL, in which all spellings of an address
 * are one, and which ends in no dot.
 */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

/** A dot at the end of a host's name changes nothing of where it leads, but would make it another host to compare. */
function parse(text: string): URL | undefined {
  try {
    const url = new URL(text);
    url.hostname = url.hostname.replace(/\.$/, '');
    return url.hostname.split('.').includes('') ? undefined : url;
  } catch {
    return undefined;
  }
}

/** Whether a host came to be spelled in ASCII only by being read: typed were other letters, or their percent codes. */
function hasOtherLetters(text: string, hostname: string): boolean {
  const typed = text.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/[/?#\\].*$/s, '');
  return /(?:^|\.)xn--/.test(hostname) && !typed.toLowerCase().startsWith(hostname);
}

/** Its cloud, in every country; elsewhere its services are known by the underscore at the end of their paths. */
function isUiPath({ hostname, pathname }: URL): boolean {
  return /(?:^|\.)uipath(?:\.[a-z]{2,}){1,2}$/.test(hostname) || /\/(?:elements|connections)_(?:\/|$)/.test(pathname);
}
