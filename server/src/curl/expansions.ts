/**
 * The expansions of a POSIX shell that can contain quotes: `$(…)`, `${…}` and `$'…'` (POSIX.1-2024, Shell Command
 * Language, 2.2.4 and 2.6). Their quotes are independent of those around them. Their result is unknown, so they are
 * neither checked nor changed.
 */
export interface Expansions {
  /**
   * End of the `$(…)` or `${…}` that begins at an offset; undefined where there is none, or where it is never closed.
   */
  end(at: number): number | undefined;
}

/** @param stop The offset at which every expansion has to end. */
export function createExpansions(text: string, stop: number): Expansions {
  const known = new Map<number, number | undefined>();
  // After an expansion that is never closed, no other is read: each would be read to the end of the text.
  let unclosedFrom = Infinity;
  return {
    end(at) {
      if (text.charAt(at) !== '$' || !/[({]/.test(text.charAt(at + 1)) || at > unclosedFrom) return undefined;
      if (!known.has(at)) known.set(at, readExpansion(text, at, stop));
      const end = known.get(at);
      if (end === undefined) unclosedFrom = at;
      return end;
    },
  };
}

function readExpansion(text: string, start: number, stop: number): number | undefined {
  /** The closing characters of all open parts, the innermost last. */
  const closers: string[] = [];
  /** The delimiters of the here-documents that begin on the next line. */
  let documents: string[] = [];
  for (let at = start; at < stop; at++) {
    const character = text.charAt(at);
    const closer = closers.at(-1);
    if (character === '\\') {
      at++;
    } else if (character === closer) {
      closers.pop();
      if (closers.length === 0) return at + 1;
    } else if (character === '$' && /[({]/.test(text.charAt(at + 1))) {
      closers.push(text.charAt(at + 1) === '(' ? ')' : '}');
      at++;
    } else if (character === '"' || character === '`') {
      closers.push(character);
    } else if (closer !== '"') {
      if (character === '(') closers.push(')');
      else if (character === "'") {
        const isAnsi = text.charAt(at - 1) === '$';
        const end = isAnsi ? endOfAnsiText(text, at - 1, stop) : text.indexOf("'", at + 1) + 1;
        if (end === undefined || end <= at || end > stop) return undefined;
        at = end - 1;
      } else if (character === '#' && /\s/.test(text.charAt(at - 1))) {
        while (at + 1 < stop && text.charAt(at + 1) !== '\n') at++;
      } else if (text.startsWith('<<<', at)) {
        // A here-string: a word follows, not a document.
        at += 2;
      } else if (text.startsWith('<<', at)) {
        hereDocument.lastIndex = at;
        const found = hereDocument.exec(text);
        if (found) documents.push(found[1] ?? found[2] ?? found[3] ?? '');
        at += (found?.[0].length ?? 2) - 1;
      } else if (character === '\n' && documents.length > 0) {
        at = afterDocuments(text, at, documents) - 1;
        documents = [];
      }
    }
  }
  return undefined;
}

const hereDocument = /<<-?[ \t]*(?:'([^'\n]*)'|"([^"\n]*)"|\\?([\w.-]+))/y;

/** End of the last here-document of those that begin after a line end. */
function afterDocuments(text: string, lineEnd: number, documents: readonly string[]): number {
  let at = lineEnd;
  for (const delimiter of documents) {
    for (let isEnd = false; !isEnd && at < text.length;) {
      const next = text.indexOf('\n', at + 1);
      const end = next < 0 ? text.length : next;
      isEnd =
        text
          .slice(at + 1, end)
          .replace(/^\t+/, '')
          .trimEnd() === delimiter;
      at = end;
    }
  }
  return at;
}

/** End of the `$'…'` that begins at an offset; undefined where it is never closed. */
export function endOfAnsiText(text: string, start: number, stop: number): number | undefined {
  for (let at = start + 2; at < stop; at++) {
    const character = text.charAt(at);
    if (character === '\\') at++;
    else if (character === "'") return at + 1;
  }
  return undefined;
}

const escapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
const escape = /\\(?:x([\da-f]{1,2})|u([\da-f]{1,4})|U([\da-f]{1,8})|([0-7]{1,3})|([\s\S]))/gi;

/** The value of `$'…'`. Unknown escape sequences are kept as they are. */
export function ansiText(written: string): string {
  return written.slice(2, -1).replaceAll(escape, (all, ...groups: (string | undefined)[]) => {
    const [x, u, long, octal, other] = groups;
    const hex = x ?? u ?? long;
    if (hex !== undefined) return codePoint(parseInt(hex, 16), all);
    if (octal !== undefined) return codePoint(parseInt(octal, 8) & 0xff, all);
    if (other === undefined) return all;
    return escapes[other] ?? (/['"\\?]/.test(other) ? other : all);
  });
}

const codePoint = (code: number, otherwise: string): string =>
  code <= 0x10ffff ? String.fromCodePoint(code) : otherwise;
