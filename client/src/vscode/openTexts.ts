import type { TextRange } from '../../../common/src/protocol/documents';

/** A document that is open, as commands read and change it. */
export interface OpenText {
  readonly uri: string;
  version(): number;
  /** The whole text, or what stands in a range. */
  text(range?: TextRange): string;
  /** Puts a text in place of what stands in a range. False where the document has just changed or cannot be written. */
  replace(range: TextRange, text: string): Promise<boolean>;
}

/** The documents that are open, so that commands can be tested without a window. */
export interface OpenTexts {
  /** The one in front. */
  front(): OpenText | undefined;
  find(uri: string): OpenText | undefined;
}
