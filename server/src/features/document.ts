import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { Position, Range } from 'vscode-languageserver';
import type { Catalog } from '../core/catalog';
import { findProblems } from '../core/findProblems';
import { parseRequest, type ParsedRequest } from '../core/request';
import type { Problem } from '../core/problems';
import type { OffsetRange } from '../core/syntax/tree';

/** An open document. Parsed once per version, when first needed; judged once per version, too. */
export interface InstanceDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly text: TextDocument;
  /** The mended text, for the JSON service: same offsets, same positions. */
  readonly mended: TextDocument;
  readonly parsed: ParsedRequest;
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
  const { text } = document;
  for (const change of changes) TextDocument.update(text, [withinText(text, change)], version);
  return fromText(text);
}

/** The library counts lines wrongly after a change that begins past the last one. */
function withinText(text: TextDocument, change: TextDocumentContentChangeEvent): TextDocumentContentChangeEvent {
  if (!('range' in change)) return change;
  const inside = (position: Position): Position => text.positionAt(text.offsetAt(position));
  return { text: change.text, range: { start: inside(change.range.start), end: inside(change.range.end) } };
}

function fromText(text: TextDocument): InstanceDocument {
  let parsed: ParsedRequest | undefined;
  let mended: TextDocument | undefined;
  let problems: readonly Problem[] | undefined;
  return {
    uri: text.uri,
    languageId: text.languageId,
    text,
    get parsed() {
      parsed ??= parseRequest(text.getText());
      return parsed;
    },
    get mended() {
      if (this.parsed.repairs.length === 0) return text;
      mended ??= TextDocument.create(text.uri, text.languageId, text.version, this.parsed.mended);
      return mended;
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
