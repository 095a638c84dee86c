import type { OffsetRange } from '../../../common/src/json/tree';
import type { Family, Quoting, Shell } from './shellRules';

/** A cURL command as it was meant, with the way from every part of it back to the text. Offsets are of the text. */
export interface Command extends OffsetRange {
  readonly shell: Shell;
  /** The first one is `curl`. */
  readonly words: readonly Word[];
  /** The ends of all its lines but the last. */
  readonly lineEnds: readonly LineEnd[];
  /** Runs of one look-alike of a space, outside of quotes. */
  readonly lookAlikeSpaces: readonly OffsetRange[];
}

export interface Word extends OffsetRange {
  /** What cURL gets to see, with variables as they are written. */
  readonly value: string;
  /** Where that comes from: one after another, they make up the value. */
  readonly pieces: readonly Piece[];
  readonly quotes: readonly Quotes[];
}

export interface Piece extends OffsetRange {
  /** What it gives to the value: what it is written as, but for an escaped character. */
  readonly text: string;
  /** Offset in the value. */
  readonly at: number;
  readonly quotes: Quotes | undefined;
  /** True for a text that the shell puts another in place of. */
  readonly isVariable: boolean;
}

/** Quotes around a word or a part of it, the marks included in the range. */
export interface Quotes extends OffsetRange {
  readonly family: Family;
  readonly closed: boolean;
  /** Offsets of the marks that are no quotes to this shell. */
  readonly wrong: readonly number[];
  /** Offsets of quotes within that end the text too early for the shell. */
  readonly inner: readonly number[];
}

/** How one line of a command goes over into the next. */
export interface LineEnd {
  /** Offset after the last word of the line. */
  readonly wordEnd: number;
  /** Offset of the line break. */
  readonly end: number;
  /** Offset of the mark that makes the command go on; absent where it is missing. */
  readonly mark?: number;
}

export const quotingOf = ({ quotes }: Piece): Quoting => quotes?.family ?? 'plain';

/** True where the shell reads something else than what was meant: what is put in there is not escaped for quotes. */
export const isBroken = ({ closed, wrong, inner }: Quotes): boolean => !closed || wrong.length > 0 || inner.length > 0;

/** A part of a word: from an offset of its value to the end of that. */
export interface Argument {
  readonly word: Word;
  readonly from: number;
  readonly value: string;
}

export const argumentOf = (word: Word, from = 0): Argument => ({ word, from, value: word.value.slice(from) });
