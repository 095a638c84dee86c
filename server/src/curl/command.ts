import type { OffsetRange } from '../../../common/src/json/tree';
import type { Family, Quoting, Shell } from './shellRules';

/** A cURL command as it was meant. Each part has its range in the text. */
export interface Command extends OffsetRange {
  readonly shell: Shell;
  /** The words of the shell. The first one is `curl`. */
  readonly words: readonly Word[];
  /** The ends of all lines except the last. */
  readonly lineEnds: readonly LineEnd[];
  /** Runs of the same look-alike of a space, outside of quotes. */
  readonly lookAlikeSpaces: readonly OffsetRange[];
}

export interface Word extends OffsetRange {
  /** The argument that cURL gets, with variables unexpanded. */
  readonly value: string;
  /** The parts of the text that make up the value, in order. */
  readonly pieces: readonly Piece[];
  readonly quotes: readonly Quotes[];
}

export interface Piece extends OffsetRange {
  /** Its part of the value: as in the text, except for an escaped character. */
  readonly text: string;
  /** Offset in the value. */
  readonly at: number;
  readonly quotes: Quotes | undefined;
  /** True for a variable or another expansion of the shell. */
  readonly isVariable: boolean;
}

/** A quoted word or part of a word. The range includes the quotes. */
export interface Quotes extends OffsetRange {
  readonly family: Family;
  readonly closed: boolean;
  /** Offsets of the opening and closing quotes that aren't quotes in this shell. */
  readonly wrong: readonly number[];
  /** Offsets of quotes inside that end the string too early in this shell. */
  readonly inner: readonly number[];
}

/** The end of a line of a command that continues on the next. */
export interface LineEnd {
  /** Offset after the last word of the line. */
  readonly wordEnd: number;
  /** Offset of the line break. */
  readonly end: number;
  /** Offset of the continuation character; absent where it is missing. */
  readonly mark?: number;
}

export const quotingOf = ({ quotes }: Piece): Quoting => quotes?.family ?? 'plain';

/** True where the shell reads the string differently than meant. Quotes in inserted text are not escaped there. */
export const isBroken = ({ closed, wrong, inner }: Quotes): boolean => !closed || wrong.length > 0 || inner.length > 0;

/** A word, or the part of it from an offset of its value on. */
export interface Argument {
  readonly word: Word;
  readonly from: number;
  readonly value: string;
}

export const argumentOf = (word: Word, from = 0): Argument => ({ word, from, value: word.value.slice(from) });
