import { stringEnd } from '../../../common/src/json/readJson';
import type { OffsetRange } from '../../../common/src/json/tree';
import { isSecretName } from './secretNames';

// Each pattern finds where a secret begins, and code finds where it ends: a pattern that matched a secret of millions of
// characters would overflow the stack. No match reads past the point where the next one can begin, so the work is linear.

const name = String.raw`[^\s?&;#=/,"']+`;
/** `//user:`, but not `//host:8080`, where the digits after the colon are a port. */
const user = /\/\/[^\s/\\?#@:[\]]*:(?!\d{1,5}(?:[\s/\\?#]|$))/g;
/** `jdbc:oracle:thin:user/`. */
const oracleUser = /^\s*jdbc:[^/@\s]*:[^/@\s:]+\/(?=[^/\s])/g;
/** `name=` at the beginning of a line, after `?`, `&` or `#`, or in a list separated by semicolons, commas or whitespace. */
const parameter = new RegExp(String.raw`(?:^|[?&;#,\s])(${name})\s*=\s*`, 'gm');
/** Matches before another parameter, and at the end of the text. */
const next = new RegExp(String.raw`\s*${name}=|\s*$`, 'y');
/** A connection string, such as `Name=value;Name=value`. Its values may contain spaces. */
const isConnection = /^\s*(?:jdbc:|[\w .-]+=[^;]*;)/;
/** A property name of at most 200 characters and the beginning of its value, in text that isn't valid JSON. */
const property = /["']([^"'\\]{1,200})["']\s*:\s*(?=["'\d-])/g;

/**
 * Finds the secrets in an address, or in other text that isn't JSON, by what surrounds them: the password of a user at a
 * host, and the value of each parameter or property with a secret name.
 */
export function addressSecrets(text: string): OffsetRange[] {
  return [
    ...(text.includes('@') ? [...passwords(text, user), ...passwords(text, oracleUser), ...bareUser(text)] : []),
    ...(text.includes('=') ? parameters(text) : []),
    ...(/["']\s*:/.test(text) ? properties(text) : []),
  ];
}

/**
 * Each password, from after `user:` to the last `@` of the host part. If the host part has no `@`, the password ends at the
 * last `@` before the next whitespace or `//`.
 */
function passwords(text: string, beginning: RegExp): OffsetRange[] {
  return [...text.matchAll(beginning)].flatMap(({ 0: before, index }) => {
    const start = index + before.length;
    const at = lastAt(text, start, /[\s/\\?#]/g) ?? lastAt(text, start, /\s|\/\//g);
    return at === undefined || at === start ? [] : [{ start, end: at }];
  });
}

function lastAt(text: string, start: number, end: RegExp): number | undefined {
  end.lastIndex = start;
  const at = text.slice(start, end.exec(text)?.index).lastIndexOf('@');
  return at === -1 ? undefined : start + at;
}

/** The password in a text that is only `user:password@host`. `mailto:me@host` looks the same, but has no password. */
function bareUser(text: string): OffsetRange[] {
  const [colon, at] = [text.indexOf(':'), text.lastIndexOf('@')];
  const isOther = /^\s*(?:mailto|sips?|xmpp|acct|im|jdbc):|\/\/|\S\s+\S/i.test(text);
  const isHost = /^[\w.[-]/.test(text.slice(at + 1, at + 2));
  const isUser = /^\s*[^\s:/@]+:$/.test(text.slice(0, colon + 1));
  return isOther || !isHost || !isUser || at <= colon + 1 ? [] : [{ start: colon + 1, end: at }];
}

function parameters(text: string): OffsetRange[] {
  const end = isConnection.test(text) ? /[\n;&,]/g : /[\s#;&,]/g;
  const found: OffsetRange[] = [];
  const beginning = new RegExp(parameter);
  for (let match = beginning.exec(text); match !== null; match = beginning.exec(text)) {
    if (!isSecretName(decode(match[1] ?? ''))) continue;
    const start = beginning.lastIndex;
    found.push({ start, end: valueEnd(text, start, end) });
    beginning.lastIndex = Math.max(start, found.at(-1)?.end ?? start);
  }
  return found;
}

/**
 * Where a value ends: after its closing quote, or at a match of `end`. A `;`, `&` or `,` ends it only if another parameter
 * or nothing follows.
 */
function valueEnd(text: string, start: number, end: RegExp): number {
  const quote = /["']/.test(text[start] ?? '') ? text.indexOf(text[start] ?? '', start + 1) : -1;
  if (quote !== -1) return quote + 1;
  end.lastIndex = start;
  for (let match = end.exec(text); match !== null; match = end.exec(text)) {
    next.lastIndex = end.lastIndex;
    if (!/[;&,]/.test(match[0]) || next.test(text)) return match.index;
  }
  return text.length;
}

function properties(text: string): OffsetRange[] {
  return [...text.matchAll(property)].flatMap(({ 0: before, 1: label = '', index }) => {
    if (!isSecretName(label)) return [];
    const start = index + before.length;
    if (!/["']/.test(text[start] ?? ''))
      return [{ start, end: start + (/^[\d.eE+-]*/.exec(text.slice(start, start + 400))?.[0].length ?? 0) }];
    const end = stringEnd(text, start);
    return [{ start: start + 1, end: text[end - 1] === text[start] && end > start + 1 ? end - 1 : end }];
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
