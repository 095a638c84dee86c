import { isDoubleQuoteLike, isQuoteLookAlike, isSingleQuoteLike, lookAlike } from './lookalikes';

/** Which quotes delimit strings and which are text, in a text that is not JSON. */

export interface StringExtent {
  readonly end: number;
  /** Offset of the closing mark. */
  readonly close?: number;
}

/**
 * Finds where the string that opens at `open` ends: at a mark after which JSON goes on, else at the end of the line.
 * A curly quote inside a proper string is text, so a straight quote that fits wins over the look-alikes before it.
 */
export function readString(text: string, open: number): StringExtent {
  const opening = text.charAt(open);
  const straight = opening === '"';
  const fits = isSingleQuoteLike(opening) ? isSingleQuoteLike : isDoubleQuoteLike;
  let firstLookAlike: number | undefined;
  let at = open + 1;
  for (; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\n' || character === '\r') break;
    if (character === '\\' && !/[\r\n]/.test(text.charAt(at + 1))) {
      at++;
    } else if (straight && character === '"') {
      if (firstLookAlike === undefined || continuesAfterString(text, at + 1)) return { end: at + 1, close: at };
      break;
    } else if (fits(character) && continuesAfterString(text, at + 1)) {
      if (!straight) return { end: at + 1, close: at };
      firstLookAlike ??= at;
    }
  }
  if (firstLookAlike !== undefined) return { end: firstLookAlike + 1, close: firstLookAlike };
  return { end: Math.min(at, text.length) };
}

/** True where what stands at `at` is what JSON has after a string, and not the middle of a sentence. */
function continuesAfterString(text: string, at: number): boolean {
  const [next, offset] = nextCharacter(text, at, false);
  if (next === '' || next === '\n' || next === '\r' || next === '}' || next === ']') return true;
  if (next !== ':' && next !== ',') return false;
  const [following, followingOffset] = nextCharacter(text, offset + 1, true);
  if (following === '' || isDoubleQuoteLike(following) || isSingleQuoteLike(following)) return true;
  if (next === ',' && (following === '}' || following === ']')) return true;
  if (/[{[\-0-9]/.test(following)) return true;
  literal.lastIndex = followingOffset;
  return literal.test(text);
}

const literal = /(?:true|false|null)\b/y;

/** The next character that is no space (of any kind), as it will stand in the mended text, with its offset. */
function nextCharacter(text: string, from: number, acrossLines: boolean): [string, number] {
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at);
    const mended = lookAlike(character)?.replacement ?? character;
    if (mended.trim() !== '') return [mended, at];
    if (!acrossLines && (character === '\n' || character === '\r')) return [character, at];
  }
  return ['', text.length];
}

/*
 * Where a quote is missing, what follows on its line is read inside out: text looks like JSON and JSON like text. So
 * from the first sign of that, the rest of the line is left as it is, for the parser to complain of.
 */

/** True where a mark can be the beginning of a string: not in the middle of bare text, nor one that is left over. */
export function opensString(text: string, at: number, previous: string, string: StringExtent): boolean {
  const before = text.charAt(at - 1);
  if (text.charAt(at) === '"') return before === '' || isSpace(before) || isStructure(before) || isQuote(before);
  if (previous === '' || /[{[,:]/.test(previous)) return true;
  const line = text.slice(Math.max(0, at - 20), at);
  const afterValue = /["}\]\d]/.test(previous) || /(?:true|false|null|[\r\n])\s*$/.test(line);
  return afterValue && string.close !== undefined;
}

/** True where text follows a straight closing quote without a space: it is more likely an opening one. */
export function touchesText(text: string, { close }: StringExtent): boolean {
  if (close === undefined || text.charAt(close) !== '"') return false;
  const next = text.charAt(close + 1);
  return next !== '' && !isSpace(next) && !isStructure(next) && !isQuote(next) && next !== '/';
}

/** True where a value begins that has no opening quote and needs one. */
export function beginsBareText(text: string, at: number, previous: string): boolean {
  if (previous !== ':' && previous !== '[') return false;
  literal.lastIndex = at;
  return !/[\s{}[\],:\d-]/.test(text.charAt(at)) && !literal.test(text);
}

export function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && !/[\r\n]/.test(text.charAt(at))) at++;
  return at;
}

/** Past the comment that begins at `from`, or past the slash where none does. */
export function endOfComment(text: string, from: number): number {
  switch (text.charAt(from + 1)) {
    case '/':
      return endOfLine(text, from);
    case '*': {
      const end = text.indexOf('*/', from + 2);
      return end < 0 ? text.length : end + 2;
    }
    default:
      return from + 1;
  }
}

const isQuote = (character: string): boolean => character === '"' || isQuoteLookAlike(character);

/** True for what stands between strings, look-alikes included. */
const isStructure = (character: string): boolean => /[{}[\],:]/.test(character) || lookAlike(character) !== undefined;

export const isSpace = (character: string): boolean => character.trim() === '';
