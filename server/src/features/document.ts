import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver';
import type { Catalog } from '../core/catalog';
import { findProblems } from '../core/findProblems';
import { parseRequest, type ParsedRequest } from '../core/request';
import type { Problem } from '../core/problems';
import type { Edit } from '../core/syntax/reuse';
import type { OffsetRange } from '../core/syntax/tree';

/** An open document. Parsed once per version, when first needed; judged once per version, too. */
export interface InstanceDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly text: TextDocument;
  readonly parsed: ParsedRequest;
  /** What was parsed already, for the version after this one: it takes what has not changed, and uses this one up. */
  readonly known: ParsedRequest | undefined;
  problems(catalog: Catalog): readonly Problem[];
}

export function openDocument(uri: string, languageId: string, version: number, content: string): InstanceDocument {
  return fromText(TextDocument.create(uri, languageId, version, content));
}

/** The document after changes; as `TextDocuments` of the language server library wants it. */
export function changeDocument(
  document: InstanceDocument,
  changes: TextDocumentContentChangeEvent[],
  version: number,
): InstanceDocument {
  const { text, known } = document;
  const [only, ...others] = changes.map((change) => applyChange(text, change, version));
  // A keystroke is one change.
  const edit = others.length === 0 ? only : undefined;
  return fromText(text, known && edit && { syntax: known, edit });
}

/** Changes the text, and gives what that was as an edit; undefined where all of it is another. */
function applyChange(text: TextDocument, change: TextDocumentContentChangeEvent, version: number): Edit | undefined {
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

function fromText(
  text: TextDocument,
  before?: { readonly syntax: ParsedRequest; readonly edit: Edit },
): InstanceDocument {
  let previous = before;
  let parsed: ParsedRequest | undefined;
  let problems: readonly Problem[] | undefined;
  return {
    uri: text.uri,
    languageId: text.languageId,
    text,
    get parsed() {
      parsed ??= parseRequest(text.getText(), previous);
      previous = undefined;
      return parsed;
    },
    get known() {
      return parsed;
    },
    problems(catalog) {
      problems ??= findProblems(this.parsed, catalog);
      return problems;
    },
  };
}

/** From offsets to positions. */
export const toRange = ({ text }: InstanceDocument, { start, end }: OffsetRange): Range => ({
  start: text.positionAt(start),
  end: text.positionAt(end),
});

/** From positions to offsets; a position outside the document becomes the nearest one inside. */
export const toOffsets = ({ text }: InstanceDocument, { start, end }: Range): OffsetRange => ({
  start: text.offsetAt(start),
  end: text.offsetAt(end),
});
