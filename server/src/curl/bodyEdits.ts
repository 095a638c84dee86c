import { wholeChange, type TextEdit } from '../../../common/src/json/edits';
import type { OffsetRange } from '../../../common/src/json/tree';
import { isBroken, quotingOf, type Argument, type Piece, type Quotes, type Word } from './command';
import { encode, markOf, type Family, type Shell } from './shellRules';

/** Maps offsets and edits of an argument's value to the text of the command. */

/** The piece at an offset of a value. Where two pieces meet, `side` chooses between them. */
function pieceAt({ pieces }: Word, offset: number, side: 'before' | 'after'): Piece | undefined {
  const found = firstWhere(pieces, ({ at, text }) =>
    side === 'before' ? at + text.length >= offset : at + text.length > offset,
  );
  return pieces[Math.min(found, pieces.length - 1)];
}

/** The piece that contains a range of the text. */
export const pieceOver = ({ pieces }: Word, range: OffsetRange): Piece | undefined =>
  pieces.find(({ start, end }) => start <= range.start && range.end <= end);

/** True for a piece without escapes: its text is its value. */
const isVerbatim = ({ start, end, text }: Piece): boolean => end - start === text.length;

/**
 * Maps an offset of an argument's value to the text: to the end of what precedes it, or to the start of what follows.
 */
export function toSourceOffset({ word, from }: Argument, offset: number, side: 'before' | 'after'): number {
  const at = from + offset;
  const piece = pieceAt(word, at, side);
  if (!piece) return (word.quotes[0]?.start ?? word.start - 1) + 1;
  const within = Math.min(Math.max(0, at - piece.at), piece.text.length);
  if (isVerbatim(piece)) return piece.start + within;
  return within === 0 ? piece.start : piece.end;
}

/** Maps a range of an argument's value to the text. */
export function rangeToSource(argument: Argument, { start, end }: OffsetRange): OffsetRange {
  const from = toSourceOffset(argument, start, 'after');
  return { start: from, end: Math.max(from, toSourceOffset(argument, end, start === end ? 'after' : 'before')) };
}

/** Maps an offset of the text to an argument's value; undefined outside of it. */
export function toValueOffset({ word, from, value }: Argument, offset: number): number | undefined {
  const quotes = word.quotes.find(({ start, end }) => start < offset && offset <= end);
  const piece = word.pieces.find(({ start, end }) => start <= offset && offset <= end);
  if (!piece) return quotes && value === '' ? 0 : undefined;
  const within = isVerbatim(piece) ? offset - piece.start : offset === piece.end ? piece.text.length : 0;
  const at = piece.at + within - from;
  return at < 0 ? undefined : at;
}

/** True where a range of an argument's value touches a variable. */
export function touchesVariable({ word, from }: Argument, { start, end }: OffsetRange): boolean {
  const { pieces } = word;
  const first = firstWhere(pieces, ({ at, text }) => at + text.length > from + start);
  for (let index = first; (pieces[index]?.at ?? Infinity) < from + end; index++) {
    if (pieces[index]?.isVariable) return true;
  }
  return false;
}

/** Binary search for the first piece that matches, given that all pieces after it match, too. */
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

/** The pieces between quotes. */
function piecesIn({ pieces }: Word, { start, end }: Quotes): readonly Piece[] {
  const first = firstWhere(pieces, (piece) => piece.start > start);
  const pastEnd = firstWhere(pieces, (piece) => piece.start >= end);
  return pieces.slice(first, pastEnd);
}

/**
 * Maps an edit of an argument's value to the text, escaped as its quotes require. Undefined where it crosses the end of
 * quotes, or changes a variable.
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

/** Escapes text for the quotes of `target`; outside of quotes where there are none. */
export function encodeAt(text: string, target: Piece | Quotes | undefined, shell: Shell): string {
  const quotes = target && 'family' in target ? target : target?.quotes;
  const quoting = target && 'family' in target ? target.family : target ? quotingOf(target) : 'plain';
  if (!quotes || !isBroken(quotes)) return encode(text, quoting, shell);
  // Broken quotes are fixed together with the quotes inside, which are not escaped yet.
  return quoting === 'single'
    ? text
    : text
        .split('"')
        .map((part) => encode(part, quoting, shell))
        .join('"');
}

/**
 * The edits that replace quotes with those of another family and keep the value. Undefined where that is impossible:
 * single quotes would prevent the expansion of a variable.
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

/** The quotes that a word should have: single ones for JSON, and where double ones would require escapes. */
export function rightFamily(word: Word, quotes: Quotes, shell: Shell): Family {
  const pieces = piecesIn(word, quotes);
  if (shell === 'cmd' || pieces.some(({ isVariable }) => isVariable)) return 'double';
  const text = pieces.map((piece) => piece.text).join('');
  const isJson = /^\s*[{[]/.test(text);
  return quotes.family === 'single' || isJson || encode(text, 'double', shell) !== text ? 'single' : 'double';
}
