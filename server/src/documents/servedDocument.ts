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

/** An open document of any kind. Each version is parsed and checked once, when first needed. */
export interface ServedDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly text: TextDocument;
  /** In the order of the text. */
  problems(catalog: Catalog): readonly Problem[];
  /** The fixes of one of those problems, the best first. */
  fixes(problem: Problem, catalog: Catalog): readonly Fix[];
  /** The edits of fix all: every fix that has one right outcome. */
  fixAll(catalog: Catalog): readonly TextEdit[];
  /** True for a file that has a name of ours, but other content: it gets no problems. */
  isNotInstanceRequest(catalog: Catalog): boolean;
  /** The document as a request; undefined for a script, which may contain requests. */
  readonly request: InstanceDocument | undefined;
  /** The request at an offset: the document itself, or the body that a command sends. */
  requestAt(offset: number): EmbeddedRequest | undefined;
  /** The cURL commands of a script; none in a request. */
  readonly commands: readonly LocatedCommand[];
  /** The document after changes. It shares `text`, which the changes modify, as `TextDocuments` expects. */
  change(changes: readonly TextDocumentContentChangeEvent[], version: number): ServedDocument;
}

/** An open file that is a request. */
export interface InstanceDocument extends ServedDocument {
  readonly parsed: ParsedRequest;
  change(changes: readonly TextDocumentContentChangeEvent[], version: number): InstanceDocument;
}

/** A request in a document, an offset in it, and how to map ranges and text back to the document. */
export interface EmbeddedRequest {
  readonly parsed: ParsedRequest;
  /** In the text of the request. */
  readonly offset: number;
  /** True where the request is the complete document, so that text is inserted without escaping. */
  readonly isWhole: boolean;
  /** Maps a range of the request to the document. */
  toDocument(range: OffsetRange): OffsetRange;
  /** Escapes text as the quotes around the request require. */
  encode(text: string): string;
}

/** Changes the text in place, and returns the change as an edit; undefined where it replaces the complete text. */
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
  // The library miscounts lines after a change past the last line, so the positions are clamped to the text.
  const range = { start: text.positionAt(start), end: text.positionAt(end) };
  TextDocument.update(text, [{ range, text: change.text }], version);
  return { start, end, length: change.text.length };
}

/** Converts offsets to positions. */
export const toRange = ({ text }: Pick<ServedDocument, 'text'>, { start, end }: OffsetRange): Range => ({
  start: text.positionAt(start),
  end: text.positionAt(end),
});

/** Converts positions to offsets. A position outside of the document becomes the nearest one inside. */
export const toOffsets = ({ text }: Pick<ServedDocument, 'text'>, { start, end }: Range): OffsetRange => ({
  start: text.offsetAt(start),
  end: text.offsetAt(end),
});
