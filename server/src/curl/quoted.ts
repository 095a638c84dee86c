import { familyOf, shellRules, type Family, type Shell } from './shellRules';
import type { Quotes } from './command';
import type { Expansions } from './expansions';

/** Finds the end of a quoted string as it was meant. */

export interface QuotedText {
  readonly text: string;
  readonly shell: Shell;
  /** The offset at which every quoted string has to end. */
  readonly stop: number;
  /** The expansions of the text, for a POSIX shell. */
  readonly expansions?: Expansions;
}

const jsonStart = /\s*[{[]/y;
const restOfLine = /[^\r\n]*/y;
/** What may follow a word. */
const wordEnd = /[\s\u00a0|;&)>]|$|[\\`^][ \t]*(?:[\r\n]|$)/y;

/** `${NAME}`, whose braces aren't those of JSON. */
const reference = /\$\{[\w:.-]{0,100}\}/y;

const matches = (pattern: RegExp, text: string, at: number): boolean => {
  pattern.lastIndex = at;
  return pattern.test(text);
};

export const startsJson = (text: string, at: number): boolean => matches(jsonStart, text, at);

export const endsWord = (text: string, at: number): boolean => matches(wordEnd, text, at);

/**
 * Reads a quoted string. JSON may extend over many lines and contain quotes that are not escaped: then it ends with the
 * quote after the last bracket. Any other string ends on its line.
 * @param continuesJson True where JSON has begun in the quoted string before this one.
 */
export function readQuotes(
  { text, shell, stop, expansions }: QuotedText,
  start: number,
  continuesJson = false,
): Quotes {
  const family = familyOf(text.charAt(start)) ?? 'double';
  const isQuote = (at: number): boolean => shellRules[shell].marks[family].includes(text.charAt(at));
  const isJson = continuesJson || startsJson(text, start + 1);
  const opensWithQuote = isQuote(start);
  const inner: number[] = [];
  let lookAlikeEnd: number | undefined;
  const closedAt = (at: number): Quotes => ({
    family,
    start,
    end: at + 1,
    closed: true,
    wrong: [start, at].filter((mark) => !isQuote(mark)),
    inner: opensWithQuote ? inner : [],
  });
  let last = '';
  for (let at = start + 1; at < stop; at++) {
    const character = text.charAt(at);
    const escaped = escapeLength(text, at, family, shell, opensWithQuote);
    if (escaped > 0) {
      at += escaped - 1;
      last = '';
      continue;
    }
    const expansionEnd = family === 'double' && opensWithQuote ? expansions?.end(at) : undefined;
    if (expansionEnd !== undefined) {
      at = expansionEnd - 1;
      last = '';
      continue;
    }
    if ((character === '\n' || character === '\r') && !isJson) break;
    if (character === '$' && matches(reference, text, at)) {
      at = Math.min(reference.lastIndex, stop) - 1;
      last = '';
      continue;
    }
    if (familyOf(character) === family) {
      const ends = endsWord(text, at + 1);
      if (opensWithQuote && !isQuote(at)) {
        if (ends && !isJson) lookAlikeEnd ??= at;
      } else if (isJson) {
        if (ends && (inner.length === 0 || last === '}' || last === ']')) return closedAt(at);
        if (opensWithQuote && inner.length === 0 && isJoint(text, at + 1, shell)) return closedAt(at);
        inner.push(at);
      } else if (opensWithQuote) {
        return closedAt(lookAlikeEnd !== undefined && !ends && !isJoint(text, at + 1, shell) ? lookAlikeEnd : at);
      } else if (ends) {
        return closedAt(at);
      }
    }
    if (character.trim() !== '') last = character;
  }
  if (lookAlikeEnd !== undefined) return closedAt(lookAlikeEnd);
  const end = (isJson ? endOfJson(text, start + 1, stop) : undefined) ?? endOfText(text, start, stop, shell);
  return { family, start, end, closed: false, wrong: opensWithQuote ? [] : [start], inner: [] };
}

/** Length of an escaped character, which can't end the string; 0 where there is none. */
export function escapeLength(text: string, at: number, family: Family, shell: Shell, opensWithQuote: boolean): number {
  const character = text.charAt(at);
  if (family === 'single') {
    const doubled = shell === 'powershell' && opensWithQuote && character !== '' && familyOf(character) === 'single';
    return doubled && familyOf(text.charAt(at + 1)) === 'single' ? 2 : 0;
  }
  const next = text.charAt(at + 1);
  if (next === '') return 0;
  switch (shell) {
    case 'posix':
      return character === '\\' ? (text.startsWith('\r\n', at + 1) ? 3 : 2) : 0;
    case 'powershell':
      if (character === '`') return 2;
      return character === '"' && next === '"' && !endsWord(text, at + 2) ? 2 : 0;
    case 'cmd':
      if (character === '"' && next === '"') return opensWithQuote && !endsWord(text, at + 2) ? 2 : 0;
      return character === '\\' && matches(beforeQuote, text, at) ? 2 : 0;
  }
}

/** Backslashes before a quote: two for each backslash of the value, and one more if the quote is escaped. */
const beforeQuote = /\\{1,16}"/y;

/** True where a word continues after a quote, as in `'it'\''s'` and `"a"$B`. */
function isJoint(text: string, at: number, shell: Shell): boolean {
  const next = text.charAt(at);
  return shell === 'posix' && (next === '$' || next === '\\' || next === "'" || next === '"');
}

/** Offset after the bracket that closes the first one; undefined where it is never closed. */
function endOfJson(text: string, from: number, stop: number): number | undefined {
  let depth = 0;
  let inString = false;
  for (let at = from; at < stop; at++) {
    const character = text.charAt(at);
    if (character === '\\') at++;
    else if (character === '"') inString = !inString;
    else if (inString) continue;
    else if (character === '{' || character === '[') depth++;
    else if ((character === '}' || character === ']') && --depth <= 0) return at + 1;
  }
  return undefined;
}

/** The end of the line, without a continuation character and the spaces before it. */
function endOfText(text: string, start: number, stop: number, shell: Shell): number {
  restOfLine.lastIndex = start;
  const line = (restOfLine.exec(text)?.[0] ?? '').slice(0, stop - start);
  const bare = line.trimEnd();
  const { continuation } = shellRules[shell];
  return start + Math.max(1, (bare.endsWith(continuation) ? bare.slice(0, -1) : bare).trimEnd().length);
}
