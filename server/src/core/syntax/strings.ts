import { isDoubleQuoteLike, isQuote, isSingleQuoteLike } from './lookAlikes';
import { endOfLine, isSpace, nextCharacter, trimmedEnd } from './scanner';

/** Where strings end, in a text whose quotes may be missing, curly, or not escaped. A string stands on one line. */

/** What the string is for: JSON goes on in another way behind a name than behind a value. */
export type Role = 'name' | 'value' | 'item';

export interface StringExtent {
  /** Past the closing mark, or past the last character where there is none. */
  readonly end: number;
  /** Offset of the closing mark. */
  readonly close?: number;
  /** True where there is nothing to be looked at between the quotes: no backslash, quote or control character. */
  readonly plain?: boolean;
  /** True where the text goes on over several lines. */
  readonly breaks?: true;
}

/** Neither further than this is looked for what may be meant, nor at more marks: no line is read once per string. */
const window = 4096;
const mostMarks = 32;

/** Counts the straight quotes without a backslash from an offset to the end of its line. */
export type CountQuotes = (from: number) => number;

/** Such a counter over a text. It reads each line once, when first asked. */
export function createCountQuotes(text: string): CountQuotes {
  let line = { start: 0, end: -1, quotes: [] as readonly number[] };
  return (from) => {
    if (from < line.start || from > line.end) {
      line = {
        start: from,
        end: endOfLine(text, from),
        quotes: marks(text, from - 1, text.length, (mark) => mark === '"'),
      };
    }
    let [low, high] = [0, line.quotes.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((line.quotes[middle] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    return line.quotes.length - low;
  };
}

/** Finds where the string that opens at `open` with a quote or a look-alike of one ends. */
export function readString(text: string, open: number, role: Role, countQuotes: CountQuotes): StringExtent {
  if (text.charCodeAt(open) !== 0x22) return readMarked(text, open, role);
  const strict = readStrict(text, open);
  return strict && goesOn(text, strict.end, role) ? strict : readStraight(text, open, role, strict?.close, countQuotes);
}

/** A string as JSON has it: it ends at the first quote without a backslash. Undefined where its line has none. */
function readStrict(text: string, open: number): StringExtent | undefined {
  let plain = true;
  for (let at = open + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return { end: at + 1, close: at, plain };
    if (code < 0x20) {
      if (code === 0x0a || code === 0x0d) return undefined;
      plain = false;
    } else if (code === 0x5c) {
      plain = false;
      if (!isLineEnd(text.charCodeAt(at + 1))) at++;
    }
  }
  return undefined;
}

/** A straight quote that fits wins over the look-alikes before it, which are text. */
function readStraight(
  text: string,
  open: number,
  role: Role,
  first: number | undefined,
  countQuotes: CountQuotes,
): StringExtent {
  const limit = Math.min(first ?? text.length, open + window);
  const lookAlikeClose = marks(text, open, limit, isDoubleQuoteLike).find((mark) => goesOn(text, mark + 1, role));
  if (lookAlikeClose !== undefined) return { end: lookAlikeClose + 1, close: lookAlikeClose };
  if (first === undefined) return readOpen(text, open, role);
  if (first - open < window) {
    // Where a quote is missing, the rest of the line has pairs. A name has no colon in it, whatever follows.
    const meant = endOfOpen(text, open, first, role);
    if (meant !== undefined && (role === 'name' || countQuotes(first) % 2 === 0)) return { end: meant };
    const [next, at] = nextCharacter(text, first + 1, false);
    // Text goes on: the quote is part of it, if another one fits.
    if (next !== '' && !beginsValue(text, at) && !/[{}[\],:/\r\n]/.test(next)) {
      const later = marks(text, first, open + window, (mark) => mark === '"');
      const close = later.find((mark) => goesOn(text, mark + 1, role));
      if (close !== undefined) return { end: close + 1, close };
    }
  }
  return { end: first + 1, close: first };
}

/** A string that opens with a look-alike ends at one that fits it; straight quotes may be text in it. */
function readMarked(text: string, open: number, role: Role): StringExtent {
  const fits = isSingleQuoteLike(text.charAt(open)) ? isSingleQuoteLike : isDoubleQuoteLike;
  const candidates = marks(
    text,
    open,
    text.length,
    fits,
    (mark, count) => count >= mostMarks || goesOn(text, mark + 1, role),
  );
  const close =
    candidates.find((mark) => goesOn(text, mark + 1, role)) ?? candidates.find((mark) => endsThere(text, mark + 1));
  return close === undefined ? readOpen(text, open, role) : { end: close + 1, close };
}

/** True where what follows is no text, though JSON would not go on so. */
function endsThere(text: string, from: number): boolean {
  const [next, at] = nextCharacter(text, from, false);
  return next === '' || /[,}\]\r\n]/.test(next) || beginsValue(text, at);
}

/** Offsets of the marks behind `open` on its line that may close a string, up to the first that surely does. */
function marks(
  text: string,
  open: number,
  limit: number,
  fits: (mark: string) => boolean,
  enough?: (mark: number, count: number) => boolean,
): number[] {
  const found: number[] = [];
  const end = Math.min(limit, text.length);
  for (let at = open + 1; at < end; at++) {
    const character = text.charAt(at);
    if (character === '\n' || character === '\r') break;
    if (character === '\\' && !isLineEnd(text.charCodeAt(at + 1))) at++;
    else if (fits(character)) {
      found.push(at);
      if (enough?.(at, found.length)) break;
    }
  }
  return found;
}

/** A string without a closing quote ends where JSON goes on, at the latest with the line. */
function readOpen(text: string, open: number, role: Role): StringExtent {
  const line = endOfLine(text, open);
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
    const name = /[^":=,{}[\]\r\n]*(?=[:=\uff1a])/y;
    name.lastIndex = open + 1;
    const length = name.exec(text.slice(0, limit))?.[0].length;
    return length === undefined || length === 0 ? undefined : trimmedEnd(text, open + 1, open + 1 + length);
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
  const close = text.indexOf('"', at);
  return close >= 0 && close - line < window * 4 && goesOn(text, close + 1, role) ? close : undefined;
}

/** True where what stands at `at` is what JSON has behind a string of this role, and not the middle of a sentence. */
export function goesOn(text: string, at: number, role: Role): boolean {
  return (role === 'name' ? isColon(text, at) : isEnd(text, at)) || goesOnOtherwise(text, at, role);
}

/** What stands behind nearly every name. */
function isColon(text: string, from: number): boolean {
  let at = from;
  while (text.charCodeAt(at) === 0x20) at++;
  return text.charCodeAt(at) === 0x3a;
}

/** What stands behind nearly every value: a bracket or a line end, or a comma and a quote. */
function isEnd(text: string, from: number): boolean {
  let at = from;
  while (text.charCodeAt(at) === 0x20) at++;
  const code = text.charCodeAt(at);
  if (code === 0x7d || code === 0x5d || code === 0x0a || code === 0x0d) return true;
  if (code !== 0x2c) return false;
  at++;
  while (isBlank(text.charCodeAt(at))) at++;
  return text.charCodeAt(at) === 0x22;
}

const isBlank = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

function goesOnOtherwise(text: string, at: number, role: Role): boolean {
  const [next, offset] = nextCharacter(text, at, false);
  if (role === 'name') return next === ':' || next === '=';
  if (next === '' || next === '\n' || next === '\r' || next === '}' || next === ']') return true;
  if (next === '/') return /[/*]/.test(text.charAt(offset + 1));
  if (next !== ',' && next !== ';') return false;
  const [following, followingAt] = nextCharacter(text, offset + 1, true);
  return (
    following === '' || /[{}[\],/]/.test(following) || beginsValue(text, followingAt) || beginsName(text, followingAt)
  );
}

/** True where a comma or closing bracket at `at` ends a value that has no closing quote. */
export function endsValue(text: string, at: number, role: Role): boolean {
  const [character] = nextCharacter(text, at, false);
  if (character === ',') return role === 'item' || goesOn(text, at, role);
  if (character !== '}' && character !== ']') return false;
  const [next] = nextCharacter(text, at + 1, false);
  return next === '' || /[},\]\r\n/]/.test(next);
}

/** The same for a text that has its opening quote: a comma with more text behind it is rather part of it. */
function endsOpenText(text: string, at: number): boolean {
  const [character, offset] = nextCharacter(text, at, false);
  if (character !== ',') return endsValue(text, at, 'value');
  const [next, nextAt] = nextCharacter(text, offset + 1, true);
  return next === '' || /[{}[\]]/.test(next) || isQuote(next) || beginsName(text, nextAt);
}

const literal = /(?:true|false|null|-?\d)/y;

/** True where a string, a number, a literal or a bracket begins. */
function beginsValue(text: string, at: number): boolean {
  const [character] = nextCharacter(text, at, false);
  if (isQuote(character) || character === '{' || character === '[') return true;
  literal.lastIndex = at;
  return literal.test(text);
}

const bareName = /[\w.$-]+\s*:/y;

function beginsName(text: string, at: number): boolean {
  bareName.lastIndex = at;
  return bareName.test(text);
}

/** True for the comma of a number such as 1,000. In a list it stands between two of them. */
export function separatesThousands(text: string, at: number, role: Role): boolean {
  return role !== 'item' && text.charAt(at) === ',' && /^\d,\d{3}(?!\d)/.test(text.slice(at - 1, at + 5));
}

/** True where a string begins that is whole, and JSON goes on behind it: what stands before is no part of it. */
function beginsWholeString(text: string, at: number, role: Role): boolean {
  const strict = role === 'value' && text.charAt(at) === '"' ? readStrict(text, at) : undefined;
  return strict !== undefined && goesOn(text, strict.end, role);
}

/** The closing quote of an item that lacks its opening one, and has a comma in it: the quote stands right behind text. */
function closeBehindComma(text: string, comma: number): number | undefined {
  const distance = /["\r\n]/.exec(text.slice(comma, comma + 512))?.index ?? -1;
  const close = comma + distance;
  const closes = distance > 1 && text.charAt(close) === '"' && /[^\s,[\]{}]/.test(text.charAt(close - 1));
  return closes && goesOn(text, close + 1, 'item') ? close : undefined;
}

const isLineEnd = (code: number): boolean => code === 0x0a || code === 0x0d || Number.isNaN(code);

const quotedName = /["\u201c-\u201f](?:[^"\u201c-\u201f\r\n]*)["\u201c-\u201f]\s*[:\uff1a]/y;
/** True where a name in quotes begins, with its colon behind it. */
export function beginsQuotedName(text: string, at: number): boolean {
  quotedName.lastIndex = at;
  return quotedName.test(text);
}

const name = /[^\s"{}[\],:=\uff1a\u201c-\u201f][^"{}[\],:=\r\n\uff1a\u201c-\u201f]*/y;

/**
 * Where a text ends that has no opening quote. `close` is its closing quote, if that is there.
 * @param at Offset of its first character.
 */
export function readBareText(text: string, at: number, role: Role): StringExtent {
  if (role === 'name') {
    name.lastIndex = at;
    const end = at + (name.exec(text)?.[0].length ?? 1);
    const next = text.charAt(end);
    if (isDoubleQuoteLike(next) && goesOn(text, end + 1, role)) return { end: end + 1, close: end };
    if (/[:=\uff1a]/.test(next)) return { end: trimmedEnd(text, at + 1, end) };
    const word = /[\w.$-]+/y;
    word.lastIndex = at;
    return { end: at + (word.exec(text)?.[0].length ?? 1) };
  }
  let open = 0;
  let end = at + 1;
  if (/[{[]/.test(text.charAt(at))) open++;
  for (; end < text.length && !isLineEnd(text.charCodeAt(end)); end++) {
    const character = text.charAt(end);
    const behindSpace = isSpace(text.charAt(end - 1));
    if (isDoubleQuoteLike(character)) {
      if (goesOn(text, end + 1, role)) return { end: end + 1, close: end };
      if (behindSpace && (beginsQuotedName(text, end) || beginsWholeString(text, end, role))) break;
    } else if (character === '{' || character === '[') {
      if (behindSpace && /["{[\]}\r\n]|^$/.test(nextCharacter(text, end + 1, false)[0])) break;
      open++;
    } else if ((character === '}' || character === ']') && open > 0) {
      open--;
    } else if (separatesThousands(text, end, role)) {
      continue;
    } else if (/[,}\]\uff0c\uff5d\uff3d]/.test(character) && open === 0 && endsValue(text, end, role)) {
      const close = role === 'item' ? closeBehindComma(text, end) : undefined;
      return close === undefined ? { end: trimmedEnd(text, at + 1, end) } : { end: close + 1, close };
    } else if (character === '/' && behindSpace && /[/*]/.test(text.charAt(end + 1))) {
      break;
    }
  }
  return { end: trimmedEnd(text, at + 1, end) };
}
