import { stringEnd } from '../../../common/src/json/readJson';
import type { OffsetRange } from '../../../common/src/json/tree';
import { isSecretName } from './secretNames';

// Each pattern finds where a secret begins, and code where it ends: a pattern that reads it whole would run out of stack
// where that is millions of characters long. None reads on beyond where its next match can begin: the work is linear.

const name = String.raw`[^\s?&;#=/,"']+`;
/** `//user:`, unless digits follow, and then a path: those are a port. */
const user = /\/\/[^\s/\\?#@:[\]]*:(?!\d{1,5}(?:[\s/\\?#]|$))/g;
/** `jdbc:oracle:thin:user/`. */
const oracleUser = /^\s*jdbc:[^/@\s]*:[^/@\s:]+\/(?=[^/\s])/g;
/** `?name=`, `&name=`, also after `#`, and in lists separated by semicolons, commas, spaces or line breaks. */
const parameter = new RegExp(String.raw`(?:^|[?&;#,\s])(${name})\s*=\s*`, 'gm');
/** Where another parameter, or nothing, follows. */
const next = new RegExp(String.raw`\s*${name}=|\s*$`, 'y');
/** `Name=value;Name=value`, where a value may contain spaces. */
const isConnection = /^\s*(?:jdbc:|[\w .-]+=[^;]*;)/;
/** `"name": "`, or the beginning of a number, in what is no JSON. A longer name is none. */
const property = /["']([^"'\\]{1,200})["']\s*:\s*(?=["'\d-])/g;

/**
 * The secrets in an address, or in another text that is no JSON, by what stands around them: the password of a user at a
 * host, and the value of whatever has a secret name.
 */
export function addressSecrets(text: string): OffsetRange[] {
  return [
    ...(text.includes('@') ? [...passwords(text, user), ...passwords(text, oracleUser), ...bareUser(text)] : []),
    ...(text.includes('=') ? parameters(text) : []),
    ...(/["']\s*:/.test(text) ? properties(text) : []),
  ];
}

/** From after `user:` to the last `@` of the host part or, if that has none, of the text up to the next space. */
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

/** The password of a text that is `user:password@host` and nothing else. An address for mail has a word like `mailto` there. */
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

/** Where a value ends: with its quotes or at what separates it from another one. Alone, a separator is part of it. */
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
