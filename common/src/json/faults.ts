import type { OffsetRange } from './tree';

/**
 * A reason why a text is not JSON, with everything that its message and its fix need. The parser continues after each as
 * if it were fixed. Only after `invalid-json` and after a missing bracket that is not `sure` is the meaning unknown.
 */
export type SyntaxFault = { readonly range: OffsetRange } & SyntaxFaultDetail;

export type SyntaxFaultDetail =
  | { readonly code: 'look-alike-quotes' | 'single-quotes'; readonly repair: QuoteRepair; readonly character: string }
  | { readonly code: 'look-alike-character'; readonly repair: CharacterRepair }
  /** `toEscape` are the offsets of quotes inside that need a backslash. */
  | {
      readonly code: 'missing-quote';
      readonly side: 'opening' | 'closing';
      readonly insertAt: number;
      readonly toEscape: readonly number[];
    }
  /** Both quotes are missing. `name` is true for the name of a property. */
  | { readonly code: 'unquoted-text'; readonly name: boolean; readonly toEscape: readonly number[] }
  | { readonly code: 'bad-number' }
  /** `meant` is absent if JSON has no such value. */
  | { readonly code: 'foreign-literal'; readonly literal: string; readonly meant?: string }
  /** Quotes within a string that lack a backslash. */
  | { readonly code: 'unescaped-quote'; readonly quotes: readonly number[] }
  /** `meant` is the text that was probably intended. */
  | { readonly code: 'bad-escape'; readonly meant: string }
  | { readonly code: 'control-character'; readonly character: string }
  | { readonly code: 'line-break'; readonly breaks: readonly OffsetRange[] }
  /** `wrong` is the range of other punctuation that was used instead of the comma or colon. */
  | { readonly code: 'missing-comma'; readonly insertAt: number; readonly wrong?: OffsetRange }
  | { readonly code: 'missing-colon'; readonly insertAt: number; readonly wrong?: OffsetRange }
  | { readonly code: 'missing-value'; readonly insertAt: number; readonly colon: boolean }
  | { readonly code: 'trailing-comma' }
  | { readonly code: 'extra-comma' }
  | { readonly code: 'extra-colon' }
  | { readonly code: 'comment' }
  /** An earlier property that a later one of the same name overrides. `removal` ends where the next property starts. */
  | { readonly code: 'duplicate-key'; readonly key: string; readonly removal: OffsetRange }
  /** `text` is what to insert: brackets, and the comma after them if one is needed. */
  | { readonly code: 'missing-bracket'; readonly text: string; readonly insertAt: number; readonly sure: boolean }
  | { readonly code: 'wrong-bracket'; readonly meant: string }
  | { readonly code: 'extra-bracket' }
  /** Text around the JSON, as when a complete page was copied. `keep` is the JSON. */
  | { readonly code: 'surrounding-text'; readonly keep: OffsetRange }
  /** Text between a colon and a complete value. */
  | { readonly code: 'stray-text' }
  | { readonly code: 'text-after-end' }
  | { readonly code: 'second-request'; readonly first: OffsetRange }
  | { readonly code: 'invalid-json' }
  | { readonly code: 'too-long' }
  | { readonly code: 'too-deep' };

/** How to fix a string with at least one wrong quote. Offsets are UTF-16 units from the start of the text. */
export interface QuoteRepair {
  readonly kind: 'quotes';
  /** Offset of the opening quote, or of the first character if there is no quote. */
  readonly start: number;
  /** Offset after the closing quote, or after the last character if there is no quote. */
  readonly end: number;
  /** Offsets of the wrong quotes: one or two. */
  readonly marks: readonly number[];
  /** Straight quotes inside, which need a backslash once the quotes around them are straight. */
  readonly toEscape: readonly number[];
  /** Backslashes before a single quote, which JSON does not allow. */
  readonly toDrop: readonly number[];
  /** Where to insert a missing quote. */
  readonly missing?: number;
}

/** How to fix a run of the same look-alike outside strings. */
export interface CharacterRepair {
  readonly kind: 'character';
  readonly start: number;
  readonly end: number;
  readonly character: string;
  /** The text that replaces the complete run. */
  readonly replacement: string;
}

export type Repair = QuoteRepair | CharacterRepair;

/** The repairs among faults, in their order. */
export const repairsOf = (faults: readonly SyntaxFault[]): Repair[] =>
  faults.flatMap((fault) => ('repair' in fault ? [fault.repair] : []));
