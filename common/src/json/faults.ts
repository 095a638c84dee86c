import type { OffsetRange } from './tree';

/**
 * What keeps a text from being JSON, with everything that its words and its fix need. The parser goes on after each of
 * these as if it were repaired; only after `invalid-json` and a missing bracket it cannot know what was meant.
 */
export type SyntaxFault = { readonly range: OffsetRange } & SyntaxFaultDetail;

export type SyntaxFaultDetail =
  | { readonly code: 'look-alike-quotes' | 'single-quotes'; readonly repair: QuoteRepair; readonly character: string }
  | { readonly code: 'look-alike-character'; readonly repair: CharacterRepair }
  /** `toEscape` are quotes inside that need a backslash. */
  | {
      readonly code: 'missing-quote';
      readonly side: 'opening' | 'closing';
      readonly insertAt: number;
      readonly toEscape: readonly number[];
    }
  /** Neither quote is there. `name` is true for the name of a property. */
  | { readonly code: 'unquoted-text'; readonly name: boolean; readonly toEscape: readonly number[] }
  | { readonly code: 'bad-number' }
  /** `meant` is absent where JSON has no such value. */
  | { readonly code: 'foreign-literal'; readonly literal: string; readonly meant?: string }
  /** Quotes within a string that lack a backslash. */
  | { readonly code: 'unescaped-quote'; readonly quotes: readonly number[] }
  /** `meant` is what one backslash was probably to be. */
  | { readonly code: 'bad-escape'; readonly meant: string }
  | { readonly code: 'control-character'; readonly character: string }
  | { readonly code: 'line-break'; readonly breaks: readonly OffsetRange[] }
  /** `wrong` is what stands in place of the comma or colon, if anything does. */
  | { readonly code: 'missing-comma'; readonly insertAt: number; readonly wrong?: OffsetRange }
  | { readonly code: 'missing-colon'; readonly insertAt: number; readonly wrong?: OffsetRange }
  | { readonly code: 'missing-value'; readonly insertAt: number; readonly colon: boolean }
  | { readonly code: 'trailing-comma' }
  | { readonly code: 'extra-comma' }
  | { readonly code: 'extra-colon' }
  | { readonly code: 'comment' }
  /** A property that does not count. `removal` is all of it, up to the next. */
  | { readonly code: 'duplicate-key'; readonly key: string; readonly removal: OffsetRange }
  /** `text` is what to insert: brackets, and a comma where one belongs after them. */
  | { readonly code: 'missing-bracket'; readonly text: string; readonly insertAt: number; readonly sure: boolean }
  | { readonly code: 'wrong-bracket'; readonly meant: string }
  | { readonly code: 'extra-bracket' }
  /** Text around the JSON, as of a page that was copied whole; `keep` is the JSON. */
  | { readonly code: 'surrounding-text'; readonly keep: OffsetRange }
  /** Text before a value that stands. */
  | { readonly code: 'stray-text' }
  | { readonly code: 'text-after-end' }
  | { readonly code: 'second-request'; readonly first: OffsetRange }
  | { readonly code: 'invalid-json' }
  | { readonly code: 'too-long' }
  | { readonly code: 'too-deep' };

/** A string that is delimited by at least one wrong mark. Offsets are UTF-16 units from the start of the text. */
export interface QuoteRepair {
  readonly kind: 'quotes';
  /** Offset of the opening mark, or of the first character where there is none. */
  readonly start: number;
  /** Offset past the closing mark, or past the last character where there is none. */
  readonly end: number;
  /** The wrong delimiters: one or two. */
  readonly marks: readonly number[];
  /** Straight quotes inside, which need a backslash once the delimiters are straight. */
  readonly toEscape: readonly number[];
  /** Backslashes before a single quote, which JSON does not allow. */
  readonly toDrop: readonly number[];
  /** Where a quote is missing altogether. */
  readonly missing?: number;
}

/** A run of one look-alike outside any string. */
export interface CharacterRepair {
  readonly kind: 'character';
  readonly start: number;
  readonly end: number;
  readonly character: string;
  /** What belongs in place of the whole run. */
  readonly replacement: string;
}

export type Repair = QuoteRepair | CharacterRepair;

/** The repairs among faults, in their order. */
export const repairsOf = (faults: readonly SyntaxFault[]): Repair[] =>
  faults.flatMap((fault) => ('repair' in fault ? [fault.repair] : []));
