import { wholeChange, type TextEdit } from '../../../common/src/json/edits';
import type { OffsetRange } from '../../../common/src/json/tree';
import { isBroken, quotingOf, type Argument, type Piece, type Quotes, type Word } from './command';
import { encode, markOf, type Family, type Shell } from './shellRules';

/** From offsets and edits of a value to those of the text it is written in. */

/** The piece that a value's offset is in: of two that meet there, the one before it, or the one after. */
function pieceAt({ pieces }: Word, offset: number, side: 'before' | 'after'): Piece | undefined {
  const found = firstWhere(pieces, ({ at, text }) =>
    side === 'before' ? at + text.length >= offset : at + text.length > offset,
  );
  return pieces[Math.min(found, pieces.length - 1)];
}

/** The piece that has all of a range of the text in it. */
export const pieceOver = ({ pieces }: Word, range: OffsetRange): Piece | undefined =>
  pieces.find(({ start, end }) => start <= range.start && range.end <= end);

/** True for a piece that reads as it is written. */
const isVerbatim = ({ start, end, text }: Piece): boolean => end - start === text.length;

/** Where an offset of an argument's value is in the text: the end of what is before it, or the beginning of what follows. */
export function toSourceOffset({ word, from }: Argument, offset: number, side: 'before' | 'after'): number {
  const at = from + offset;
  const piece = pieceAt(word, at, side);
  if (!piece) return (word.quotes[0]?.start ?? word.start - 1) + 1;
  const within = Math.min(Math.max(0, at - piece.at), piece.text.length);
  if (isVerbatim(piece)) return piece.start + within;
  return within === 0 ? piece.start : piece.end;
}

/** The range in the text that a range of an argument's value comes from. */
export function rangeToSource(argument: Argument, { start, end }: OffsetRange): OffsetRange {
  const from = toSourceOffset(argument, start, 'after');
  return { start: from, end: Math.max(from, toSourceOffset(argument, end, start === end ? 'after' : 'before')) };
}

/** The offset of an argument's value that an offset of the text is at; undefined outside of it. */
export function toValueOffset({ word, from, value }: Argument, offset: number): number | undefined {
  const quotes = word.quotes.find(({ start, end }) => start < offset && offset <= end);
  const piece = word.pieces.find(({ start, end }) => start <= offset && offset <= end);
  if (!piece) return quotes && value === '' ? 0 : undefined;
  const within = isVerbatim(piece) ? offset - piece.start : offset === piece.end ? piece.text.length : 0;
  const at = piece.at + within - from;
  return at < 0 ? undefined : at;
}

/** True where a range of an argument's value touches what the shell puts in for a variable. */
export function touchesVariable({ word, from }: Argument, { start, end }: OffsetRange): boolean {
  const { pieces } = word;
  const first = firstWhere(pieces, ({ at, text }) => at + text.length > from + start);
  for (let index = first; (pieces[index]?.at ?? Infinity) < from + end; index++) {
    if (pieces[index]?.isVariable) return true;
  }
  return false;
}

/** Index of the first piece for which something holds that holds for all after it, too. */
function firstWhere(pieces: readonly Piece[], matches: (piece: Piece) => boolean): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    if (piece && matches(piece)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The pieces between two marks. */
function piecesIn({ pieces }: Word, { start, end }: Quotes): readonly Piece[] {
  const first = firstWhere(pieces, (piece) => piece.start > start);
  const pastEnd = firstWhere(pieces, (piece) => piece.start >= end);
  return pieces.slice(first, pastEnd);
}

/**
 * The edit of the text that makes an edit of an argument's value, written as its place asks for. Undefined where it goes over
 * the end of quotes, or changes a variable.
 */
export function editToSource(argument: Argument, edit: TextEdit, shell: Shell): TextEdit | undefined {
  const { word, from } = argument;
  const first = pieceAt(word, from + edit.start, edit.start === edit.end ? 'before' : 'after');
  const last = pieceAt(word, from + edit.end, 'before');
  if (first?.quotes !== last?.quotes || touchesVariable(argument, edit)) return undefined;
  const side = edit.start === edit.end ? 'before' : 'after';
  const start =
    edit.start + from === 0
      ? toSourceOffset(argument, edit.start, 'after')
      : toSourceOffset(argument, edit.start, side);
  const end = edit.start === edit.end ? start : toSourceOffset(argument, edit.end, 'before');
  return { start, end, text: encodeAt(edit.text, first ?? word.quotes[0], shell) };
}

export function encodeAt(text: string, target: Piece | Quotes | undefined, shell: Shell): string {
  const quotes = target && 'family' in target ? target : target?.quotes;
  const quoting = target && 'family' in target ? target.family : target ? quotingOf(target) : 'plain';
  if (!quotes || !isBroken(quotes)) return encode(text, quoting, shell);
  // These quotes are fixed with all that is in them.
  return quoting === 'single'
    ? text
    : text
        .split('"')
        .map((part) => encode(part, quoting, shell))
        .join('"');
}

/**
 * Puts a text in other quotes, without changing what it says. Undefined where they cannot hold it: a variable in single
 * quotes is none.
 */
export function requote(
  text: string,
  word: Word,
  quotes: Quotes,
  family: Family,
  shell: Shell,
): TextEdit[] | undefined {
  const pieces = piecesIn(word, quotes);
  if (family === 'single' && pieces.some(({ isVariable }) => isVariable)) return undefined;
  const mark = markOf(family, shell);
  const edits: TextEdit[] = [];
  const replace = (start: number, end: number, replacement: string): void => {
    const written = text.slice(start, end);
    if (written === replacement) return;
    const change = wholeChange(written, replacement);
    edits.push({ start: start + change.start, end: start + change.end, text: change.text });
  };
  replace(quotes.start, quotes.start + 1, mark);
  for (const piece of pieces) {
    if (piece.isVariable || (piece.text === '' && family === 'double')) continue;
    replace(piece.start, piece.end, encode(piece.text, family, shell));
  }
  if (quotes.closed) replace(quotes.end - 1, quotes.end, mark);
  else edits.push({ start: quotes.end, end: quotes.end, text: mark });
  return edits;
}

/** The quotes to write around a text that has others now: single ones for JSON, and wherever the others would need escapes. */
export function rightFamily(word: Word, quotes: Quotes, shell: Shell): Family {
  const pieces = piecesIn(word, quotes);
  if (shell === 'cmd' || pieces.some(({ isVariable }) => isVariable)) return 'double';
  const text = pieces.map((piece) => piece.text).join('');
  const isJson = /^\s*[{[]/.test(text);
  return quotes.family === 'single' || isJson || encode(text, 'double', shell) !== text ? 'single' : 'double';
}
