// The request that the client sends when text is pasted.
import type { TextRange } from './documents';

/**
 * Request, client to server: repair a text before it is pasted into an open document. Params {@link RepairPasteParams},
 * result string or null: the text with its look-alikes replaced, or null if nothing needs repair.
 */
export const repairPasteRequest = 'cloudElements/repairPaste';

export interface RepairPasteParams {
  readonly textDocument: { readonly uri: string };
  /** The range of the document that the pasted text replaces. */
  readonly range: TextRange;
  readonly text: string;
}
