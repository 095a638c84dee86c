import { beginsName, beginsValue, endsOpenText, goesOn, type Role } from './follow';
import { isQuote, isSingleQuoteLike } from './lookAlikes';
import type { Marks } from './marks';
import { nextCharacter, trimmedEnd } from './scanner';

/** Where strings end, in a text whose quotes may be missing, curly, or not escaped. A string stands on one line. */

export interface StringExtent {
  /** Past the closing mark, or past the last character where there is none. */
  readonly end: number;
  /** Offset of the closing mark. */
  readonly close?: number;
  /** True where the text goes on over several lines. */
  readonly breaks?: true;
}

/** No line is looked at further than this for where a text ends that has no closing quote. */
const window = 4096;
const longestName = 200;

/** Finds where the string that opens at `open` with a quote or a look-alike of one ends. */
export function readString(text: string, open: number, role: Role, marks: Marks): StringExtent {
  if (text.charCodeAt(open) !== 0x22) return readMarked(text, open, role, marks);
  const strict = readStrict(open, marks);
  return strict && goesOn(text, strict.end, role) ? strict : readStraight(text, open, role, strict?.close, marks);
}

/** A string as JSON has it: it ends at the first quote without a backslash. Undefined where its line has none. */
export function readStrict(open: number, marks: Marks): StringExtent | undefined {
  const close = marks.straight(open + 1);
  return close === undefined ? undefined : { end: close + 1, close };
}

/** Where a straight string closes that has nothing in it to be looked at: no backslash and no control character. */
export function plainClose(text: string, open: number): number | undefined {
  if (text.charCodeAt(open) !== 0x22) return undefined;
  for (let at = open + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at;
    if (code < 0x20 || code === 0x5c) return undefined;
  }
  return undefined;
}

/** A straight quote that fits wins over the look-alikes before it, which are text. */
function readStraight(text: string, open: number, role: Role, first: number | undefined, marks: Marks): StringExtent {
  const lookAlike = marks.close('double', role, open + 1);
  if (lookAlike !== undefined && (first === undefined || lookAlike < first)) {
    return { end: lookAlike + 1, close: lookAlike };
  }
  if (first === undefined) return readOpen(text, open, role, marks);
  if (first - open < window) {
    // Where a quote is missing, the rest of the line has pairs. A name has no colon in it, whatever follows.
    const meant = endOfOpen(text, open, first, role);
    if (meant !== undefined && (role === 'name' || marks.countStraight(first) % 2 === 0)) return { end: meant };
    const [next, at] = nextCharacter(text, first + 1, false);
    // Text goes on: the quote is part of it, if another one fits.
    if (next !== '' && !beginsValue(text, at) && !/[{}[\],:/\r\n]/.test(next)) {
      const later = marks.close('straight', role, first + 1);
      const isPart = later !== undefined && later - open < window && !quotedName.test(text.slice(first + 1, later + 1));
      if (isPart) return { end: later + 1, close: later };
    }
  }
  return { end: first + 1, close: first };
}

/** A string that opens with a look-alike ends at one that fits it; straight quotes may be text in it. */
function readMarked(text: string, open: number, role: Role, marks: Marks): StringExtent {
  const kind = isSingleQuoteLike(text.charAt(open)) ? 'single' : 'double';
  const fitting = marks.close(kind, role, open + 1);
  const other = fitting === undefined || role === 'name' ? marks.lastResort(kind, open + 1) : undefined;
  // A name is a word, and no more of the line, even where its colon is missing.
  const isNearer =
    other !== undefined && (fitting === undefined || (other < fitting && isWord(text.slice(open + 1, other))));
  const close = isNearer ? other : fitting;
  return close === undefined ? readOpen(text, open, role, marks) : { end: close + 1, close };
}

/** A whole name, with its colon: no text goes on over it. */
const quotedName = /"[^"]*"\s*:/;

const isWord = (text: string): boolean => /^[\w.$-]*$/.test(text);

/** A string without a closing quote ends where JSON goes on, at the latest with the line. */
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

/** The first place between two offsets where a closing quote would let JSON go on. */
function endOfOpen(text: string, open: number, limit: number, role: Role): number | undefined {
  if (role === 'name') {
    const written = text.slice(open + 1, Math.min(limit, open + longestName));
    const end = written.search(/[":=,{}[\]\r\n\uff1a]/);
    const isName = end > 0 && /[:=\uff1a]/.test(written.charAt(end));
    // A name that is still being written, before what stands after it.
    const isBegun = /[,}]/.test(written.charAt(end)) && isWord(written.slice(0, end).trimEnd());
    return isName || isBegun ? trimmedEnd(text, open + 1, open + 1 + end) : undefined;
  }
  // Brackets within the text are text: those of a reference, such as ${env:NAME}.
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

/** The closing quote of a text that was pasted with its line breaks, such as a key in PEM form. */
function closeOnLaterLine(text: string, line: number, role: Role): number | undefined {
  const [next, at] = nextCharacter(text, line, true);
  if (next === '"' && goesOn(text, at + 1, role)) return at;
  if (next === '' || /[{}[\],:]/.test(next) || isQuote(next) || beginsName(text, at)) return undefined;
  if (next === '/' && /[/*]/.test(text.charAt(at + 1))) return undefined;
  const close = at + text.slice(at, line + window * 4).indexOf('"');
  return close >= at && goesOn(text, close + 1, role) ? close : undefined;
}
