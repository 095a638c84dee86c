import type { SyntaxFault } from './faults';

/** The text between the quotes of a string, decoded. */
export interface Content {
  readonly value: string;
  readonly faults: readonly SyntaxFault[];
}

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** Characters that need decoding or are a fault. */
// eslint-disable-next-line no-control-regex -- Control characters are what this pattern finds.
const special = /[\\\u0000-\u001f]/;

/**
 * Decodes the text between two offsets. A backslash that begins no JSON escape sequence is kept, or dropped if it is
 * before a single quote or a backtick.
 * @param dropped Offsets of backslashes that the repair of the quotes removes; they are not reported.
 */
export function readContent(text: string, start: number, end: number, dropped: ReadonlySet<number>): Content {
  const written = text.slice(start, end);
  if (!special.test(written)) return { value: written, faults: [] };
  const faults: SyntaxFault[] = [];
  const pieces: string[] = [];
  let done = start;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x20 && code !== 0x5c) continue;
    pieces.push(text.slice(done, at));
    done = at + 1;
    if (code !== 0x5c) {
      const character = text.charAt(at);
      pieces.push(character);
      faults.push({ code: 'control-character', character, range: { start: at, end: at + 1 } });
      continue;
    }
    const escape = text.charAt(at + 1);
    const simple = escapes[escape];
    const unicode = escape === 'u' ? /^[\da-f]{4}/i.exec(text.slice(at + 2, Math.min(at + 6, end)))?.[0] : undefined;
    if (simple !== undefined && at + 1 < end) {
      pieces.push(simple);
      done = at + 2;
    } else if (unicode !== undefined) {
      pieces.push(String.fromCharCode(parseInt(unicode, 16)));
      done = at + 6;
    } else if (!dropped.has(at)) {
      const isQuote = escape === "'" || escape === '`';
      pieces.push(isQuote ? '' : '\\');
      const range = { start: at, end: Math.min(at + 2, end) };
      faults.push({ code: 'bad-escape', meant: isQuote ? escape : '\\\\' + text.slice(at + 1, range.end), range });
    }
    at = done - 1;
  }
  pieces.push(text.slice(done, end));
  return { value: pieces.join(''), faults };
}
