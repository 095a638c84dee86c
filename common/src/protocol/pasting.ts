// What the client asks as a text is pasted.
import type { TextRange } from './documents';

/**
 * Request, client to server: what is to be pasted into an open document. Params {@link RepairPasteParams}, result
 * string or null: the text with its look-alikes straightened, null where nothing needs repair.
 */
export const repairPasteRequest = 'cloudElements/repairPaste';

export interface RepairPasteParams {
  readonly textDocument: { readonly uri: string };
  /** What the pasted text takes the place of, in the document as it is. */
  readonly range: TextRange;
  readonly text: string;
}
