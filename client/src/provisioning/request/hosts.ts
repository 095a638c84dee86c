import { fillReferences, hideValues, referencesIn, textsOf, type Values } from './references';

/**
 * The hosts that stand in the values of a JSON text, as written and as sent, but for `own`: each once, in order, fit to
 * be shown. A file may come from anywhere, and a reference beside a foreign address would send what it stands for there.
 */
export function otherHosts(json: string, values: Values, own: string): string[] {
  const written = textsOf(json).flatMap(hostsIn);
  // A value can complete an address that is none as it is written. What lies in a value alone is the person's own.
  const sent = textsOf(fillReferences(json, values))
    .flatMap(hostsIn)
    .filter((host) => ![...values.values()].some((value) => value.includes(host)))
    .map((host) => hideValues(host, values));
  const hosts = [...written, ...sent].filter((host) => referencesIn(host)[0]?.text !== host).map(toShow);
  return [...new Set(hosts)].filter((host) => host !== own);
}

/** Where an address may begin in a text, and its host with what is before an `@` and a port behind it. */
const address = /(?:\bhttps?:[\\/]*|\b[a-z][a-z\d+.-]*:[\\/]{2,}|^[\\/]{2,})([^\s\\/?#"'<>]+)/gi;
const bareHost = /^(?:(?:[a-z\d](?:[a-z\d-]*)\.)+[a-z]{2,}|\d{1,3}(?:\.\d{1,3}){3}|localhost)(?::\d+)?(?=[/?#]|$)/i;

/** Hosts in a text, also in one that is percent-encoded, as an address in the query of another is. */
function hostsIn(text: string): string[] {
  const spellings = [...new Set([text, decode(text)])].map((spelling) => spelling.trim());
  return spellings.flatMap((spelling) => [
    ...[...spelling.matchAll(address)].map(([, authority = '']) => hostOf(authority)),
    ...(bareHost.exec(spelling) ?? []),
  ]);
}

/** Without what is before an `@`, and what ends a sentence. */
function hostOf(authority: string): string {
  return authority.slice(authority.lastIndexOf('@') + 1).replace(/[.,;:)]+$/, '');
}

/** As browsers write it, which leaves no look-alike letters; what is no host is shown with its plain characters only. */
function toShow(host: string): string {
  try {
    return new URL(`https://${host}`).host;
  } catch {
    return host.replaceAll(/[^\x21-\x7e]/g, '?');
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
