import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver';
import type { Catalog } from '../catalog/catalog';
import type { LocatedCommand } from '../curl/commands';
import type { Fix } from '../problems/fixEdits';
import type { Problem } from '../problems/problems';
import type { ParsedRequest } from '../request/request';
import type { TextEdit } from '../../../common/src/json/edits';
import type { Edit } from '../../../common/src/json/reuse';
import type { OffsetRange } from '../../../common/src/json/tree';

/** An open document of any kind, as everything above sees it. Read and judged once per version, when first needed. */
export interface ServedDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly text: TextDocument;
  /** In the order of the text. */
  problems(catalog: Catalog): readonly Problem[];
  /** The fixes of one of those problems, the best first. */
  fixes(problem: Problem, catalog: Catalog): readonly Fix[];
  /** Fixes everything that has one right answer. */
  fixAll(catalog: Catalog): readonly TextEdit[];
  /** True for a file that only shares our name: nothing is to be said of it. */
  isNotInstanceRequest(catalog: Catalog): boolean;
  /** All of it as a request; absent for a file that at most has requests in it. */
  readonly request: InstanceDocument | undefined;
  /** The request that an offset is in: the document itself, or what a command in it sends. */
  requestAt(offset: number): EmbeddedRequest | undefined;
  /** The cURL commands in it; none in a request. */
  readonly commands: readonly LocatedCommand[];
  /** The document after changes, as `TextDocuments` of the language server library wants it: `text` is the same one. */
  change(changes: readonly TextDocumentContentChangeEvent[], version: number): ServedDocument;
}

/** An open file that is a request. */
export interface InstanceDocument extends ServedDocument {
  readonly parsed: ParsedRequest;
  change(changes: readonly TextDocumentContentChangeEvent[], version: number): InstanceDocument;
}

/** A request in a document, a place in it, and the way back to the document. */
export interface EmbeddedRequest {
  readonly parsed: ParsedRequest;
  /** Of the place, in the text of the request. */
  readonly offset: number;
  /** True where the request is the document, so that what is written there is written as it is. */
  readonly isWhole: boolean;
  /** The range of the document that a range of the request stands for. */
  toDocument(range: OffsetRange): OffsetRange;
  /** A text as it is written there: what is around it may ask for escapes. */
  encode(text: string): string;
}

/** Changes the text, and gives what that was as an edit; undefined where all of it is another. */
export function applyChange(
  text: TextDocument,
  change: TextDocumentContentChangeEvent,
  version: number,
): Edit | undefined {
  if (!('range' in change)) {
    TextDocument.update(text, [change], version);
    return undefined;
  }
  const [start = 0, end = 0] = [change.range.start, change.range.end]
    .map((at) => text.offsetAt(at))
    .sort((a, b) => a - b);
  // The library counts lines wrongly after a change that begins past the last one: positions within the text.
  const range = { start: text.positionAt(start), end: text.positionAt(end) };
  TextDocument.update(text, [{ range, text: change.text }], version);
  return { start, end, length: change.text.length };
}

/** From offsets to positions. */
export const toRange = ({ text }: Pick<ServedDocument, 'text'>, { start, end }: OffsetRange): Range => ({
  start: text.positionAt(start),
  end: text.positionAt(end),
});

/** From positions to offsets; a position outside the document becomes the nearest one inside. */
export const toOffsets = ({ text }: Pick<ServedDocument, 'text'>, { start, end }: Range): OffsetRange => ({
  start: text.offsetAt(start),
  end: text.offsetAt(end),
});
