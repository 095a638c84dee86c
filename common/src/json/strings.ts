import { beginsName, beginsValue, endsOpenText, goesOn, type Role } from './follow';
import { isQuote, isSingleQuoteLike } from './lookAlikes';
import type { Marks } from './marks';
import { nextCharacter, trimmedEnd } from './scanner';

/** Finds where strings end if quotes may be missing, curly or not escaped. A string is expected to end on its line. */

export interface StringExtent {
  /** Offset after the closing quote, or after the last character if there is no quote. */
  readonly end: number;
  /** Offset of the closing quote. */
  readonly close?: number;
  /** True if the string spans several lines. */
  readonly breaks?: true;
}

/** How far to search for the end of a string that has no closing quote. */
const window = 4096;
const longestName = 200;

/** Finds where the string that opens at `open` with a quote or a look-alike of one ends. */
export function readString(text: string, open: number, role: Role, marks: Marks): StringExtent {
  if (text.charCodeAt(open) !== 0x22) return readMarked(text, open, role, marks);
  const strict = readStrict(open, marks);
  return strict && goesOn(text, strict.end, role) ? strict : readStraight(text, open, role, strict?.close, marks);
}

/** Reads a string by the rules of JSON: it ends at the first quote that is not escaped. Undefined if its line has none. */
export function readStrict(open: number, marks: Marks): StringExtent | undefined {
  const close = marks.straight(open + 1);
  return close === undefined ? undefined : { end: close + 1, close };
}

/** Offset of the closing quote of a plain string; undefined if it has a backslash, a control character or other quotes. */
export function plainClose(text: string, open: number): number | undefined {
  if (text.charCodeAt(open) !== 0x22) return undefined;
  for (let at = open + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at;
    if (code < 0x20 || code === 0x5c) return undefined;
  }
  return undefined;
}

/** A straight quote after which JSON can continue takes priority over look-alikes before it, which are text. */
function readStraight(text: string, open: number, role: Role, first: number | undefined, marks: Marks): StringExtent {
  const lookAlike = marks.close('double', role, open + 1);
  if (lookAlike !== undefined && (first === undefined || lookAlike < first)) {
    return { end: lookAlike + 1, close: lookAlike };
  }
  if (first === undefined) return readOpen(text, open, role, marks);
  if (first - open < window) {
    // If a quote is missing, the rest of the line has pairs of quotes. A name never contains a colon.
    const meant = endOfOpen(text, open, first, role);
    if (meant !== undefined && (role === 'name' || marks.countStraight(first) % 2 === 0)) return { end: meant };
    const [next, at] = nextCharacter(text, first + 1, false);
    // Text continues after the quote: it is part of the string if a later quote closes it.
    if (next !== '' && !beginsValue(text, at) && !/[{}[\],:/\r\n]/.test(next)) {
      const later = marks.close('straight', role, first + 1);
      const isPart = later !== undefined && later - open < window && !quotedName.test(text.slice(first + 1, later + 1));
      if (isPart) return { end: later + 1, close: later };
    }
  }
  return { end: first + 1, close: first };
}

/** A string that opens with a look-alike ends at a matching one. Straight quotes in it may be text. */
function readMarked(text: string, open: number, role: Role, marks: Marks): StringExtent {
  const kind = isSingleQuoteLike(text.charAt(open)) ? 'single' : 'double';
  const fitting = marks.close(kind, role, open + 1);
  const other = fitting === undefined || role === 'name' ? marks.lastResort(kind, open + 1) : undefined;
  // A name is one word and not the rest of the line, even if its colon is missing.
  const isNearer =
    other !== undefined && (fitting === undefined || (other < fitting && isWord(text.slice(open + 1, other))));
  const close = isNearer ? other : fitting;
  return close === undefined ? readOpen(text, open, role, marks) : { end: close + 1, close };
}

/** A quoted name with its colon: a string never continues past it. */
const quotedName = /"[^"]*"\s*:/;

const isWord = (text: string): boolean => /^[\w.$-]*$/.test(text);

/** A string without a closing quote ends where JSON can continue, and at the end of the line at the latest. */
function readOpen(text: string, open: number, role: Role, marks: Marks): StringExtent {
  const line = marks.lineEnd(open);
  const end = endOfOpen(text, open, Math.min(line, open + window), role);
  if (end !== undefined) return { end };
  const several = closeOnLaterLine(text, line, role);
  if (several !== undefined) return { end: several + 1, close: several, breaks: true };
  if (role !== 'name') return { end: trimmedEnd(text, open + 1, line) };
  const word = /[\w.$-]*/y;
  word.lastIndex = open + 1;
  return { end: open + 1 + (word.exec(text)?.[0].length ?? 0) };
}

/** The first offset where JSON could continue after a closing quote. */
function endOfOpen(text: string, open: number, limit: number, role: Role): number | undefined {
  if (role === 'name') {
    const written = text.slice(open + 1, Math.min(limit, open + longestName));
    const end = written.search(/[":=,{}[\]\r\n\uff1a]/);
    const isName = end > 0 && /[:=\uff1a]/.test(written.charAt(end));
    // A name that is still being typed.
    const isBegun = /[,}]/.test(written.charAt(end)) && isWord(written.slice(0, end).trimEnd());
    return isName || isBegun ? trimmedEnd(text, open + 1, open + 1 + end) : undefined;
  }
  // Brackets inside the string, such as those of the reference ${env:NAME}, are text.
  let inside = 0;
  for (let at = open + 1; at < limit; at++) {
    const character = text.charAt(at);
    if (character === '\\') at++;
    else if (character === '{') inside++;
    else if (character === '}' && inside > 0) inside--;
    else if (/[,}\]\uff0c\uff5d\uff3d]/.test(character) && endsOpenText(text, at))
      return trimmedEnd(text, open + 1, at);
  }
  return undefined;
}

/** The closing quote of a string that was pasted with line breaks, such as a key in PEM form. */
function closeOnLaterLine(text: string, line: number, role: Role): number | undefined {
  const [next, at] = nextCharacter(text, line, true);
  if (next === '"' && goesOn(text, at + 1, role)) return at;
  if (next === '' || /[{}[\],:]/.test(next) || isQuote(next) || beginsName(text, at)) return undefined;
  if (next === '/' && /[/*]/.test(text.charAt(at + 1))) return undefined;
  const close = at + text.slice(at, line + window * 4).indexOf('"');
  return close >= at && goesOn(text, close + 1, role) ? close : undefined;
}
