import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver';
import type { Catalog } from '../catalog/catalog';
import type { Finding } from '../curl/findings';
import { findPastedCommand } from '../curl/pasted';
import { findProblems } from '../problems/findProblems';
import { fixAll } from '../problems/fixAll';
import { fixesOf, type Fix } from '../problems/fixes';
import type { TextEdit } from '../../../common/src/json/edits';
import { parseRequest, type ParsedRequest } from '../request/request';
import type { Problem } from '../problems/problems';
import type { Edit } from '../../../common/src/json/reuse';
import type { OffsetRange } from '../../../common/src/json/tree';

/** An open document of any kind, as far as its problems go. Judged once per version. */
export interface JudgedDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly text: TextDocument;
  /** In the order of the text. */
  problems(catalog: Catalog): readonly Problem[];
  /** The fixes of one of those problems, the best first. */
  fixes(problem: Problem, catalog: Catalog): readonly Fix[];
  /** Mends everything that has one right answer. */
  fixAll(catalog: Catalog): TextEdit[];
}

/** An open request. Parsed once per version, when first needed. */
export interface InstanceDocument extends JudgedDocument {
  readonly parsed: ParsedRequest;
  /** What was parsed already, for the version after this one: it takes what has not changed, and uses this one up. */
  readonly known: ParsedRequest | undefined;
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

function fromText(
  text: TextDocument,
  before?: { readonly syntax: ParsedRequest; readonly edit: Edit },
): InstanceDocument {
  let previous = before;
  let parsed: ParsedRequest | undefined;
  let problems: readonly Problem[] | undefined;
  let pasted: { readonly command: Finding | undefined } | undefined;
  const pastedCommand = (catalog: Catalog): Finding | undefined => {
    pasted ??= { command: findPastedCommand(text.getText(), catalog) };
    return pasted.command;
  };
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
      const command = pastedCommand(catalog);
      problems ??= command ? [command.problem] : findProblems(this.parsed, catalog);
      return problems;
    },
    fixes(problem, catalog) {
      const command = pastedCommand(catalog);
      return command?.problem === problem ? command.fixes() : fixesOf(problem, this.parsed, catalog);
    },
    fixAll(catalog) {
      return pastedCommand(catalog) ? [] : fixAll(this.parsed, catalog);
    },
  };
}

/** From offsets to positions. */
export const toRange = ({ text }: Pick<JudgedDocument, 'text'>, { start, end }: OffsetRange): Range => ({
  start: text.positionAt(start),
  end: text.positionAt(end),
});

/** From positions to offsets; a position outside the document becomes the nearest one inside. */
export const toOffsets = ({ text }: Pick<JudgedDocument, 'text'>, { start, end }: Range): OffsetRange => ({
  start: text.offsetAt(start),
  end: text.offsetAt(end),
});
