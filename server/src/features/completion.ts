import {
  CompletionItemKind,
  InsertTextFormat,
  type CompletionItem,
  type CompletionList,
  type Position,
  type TextEdit,
} from 'vscode-languageserver';
import type { Catalog } from '../catalog/catalog';
import { completionContextAt, type CompletionContext } from '../request/completionContext';
import type { ParsedRequest } from '../request/request';
import { toRange, type EmbeddedRequest, type ServedDocument } from '../documents/servedDocument';
import { proposeDocuments, proposeKeys, proposeValues, type Proposal } from './proposals';

export interface CompletionOptions {
  /** Whether the client can insert snippets. */
  readonly snippets: boolean;
  /** Whether the client takes a range and a format for a whole list: they are most of a long one. */
  readonly listDefaults?: boolean;
}

const kinds: Record<Proposal['kind'], CompletionItemKind> = {
  // No "snippet": the manifest hides those, since our own contributed ones say the same again, and everywhere.
  request: CompletionItemKind.Struct,
  member: CompletionItemKind.Property,
  element: CompletionItemKind.Module,
  value: CompletionItemKind.Value,
};

/** What may be written at a position, best first, as edits with the commas and quotes that belong to them. */
export function complete(
  document: ServedDocument,
  catalog: Catalog,
  position: Position,
  options: CompletionOptions,
): CompletionList {
  const found = document.requestAt(document.text.offsetAt(position));
  const context = found && completionContextAt(found.parsed, found.offset);
  if (!context) return { isIncomplete: false, items: [] };
  const { parsed } = found;
  // Escapes of the quotes around would be taken for those of a snippet.
  const { snippets, listDefaults = false }: CompletionOptions = found.isWhole ? options : { snippets: false };
  // What has been typed begins with the quote, straight or not, where a string is replaced; it is matched against this.
  const { start } = context.replace;
  const quote = parsed.repaired.charAt(start) === '"' ? parsed.text.charAt(start) : '';
  const range = toRange(document, found.toDocument(context.replace));
  const comma = context.kind !== 'document' && context.commaAfter ? ',' : '';
  const insertTextFormat = snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText;
  const items = proposals(parsed, catalog, context).map((proposal, index): CompletionItem => {
    const newText = found.encode((snippets ? proposal.snippet : proposal.text) + comma);
    return {
      label: proposal.label,
      kind: kinds[proposal.kind],
      ...(proposal.detail === undefined ? {} : { detail: proposal.detail }),
      ...(proposal.description === undefined ? {} : { labelDetails: { description: proposal.description } }),
      ...(proposal.about === undefined ? {} : { data: proposal.about }),
      filterText: quote + proposal.search,
      sortText: index.toString().padStart(4, '0'),
      ...(listDefaults ? { textEditText: newText } : { insertTextFormat, textEdit: { range, newText } }),
      ...commaBefore(document, found, context),
    };
  });
  const itemDefaults = { editRange: range, insertTextFormat };
  return { isIncomplete: false, ...(listDefaults ? { itemDefaults } : {}), items };
}

function proposals(parsed: ParsedRequest, catalog: Catalog, context: CompletionContext): readonly Proposal[] {
  switch (context.kind) {
    case 'document':
      return proposeDocuments(catalog);
    case 'key':
      return proposeKeys(parsed, catalog, context);
    case 'value':
      return proposeValues(parsed, catalog, context.path);
  }
}

function commaBefore(
  document: ServedDocument,
  request: EmbeddedRequest,
  context: CompletionContext,
): { additionalTextEdits?: TextEdit[] } {
  if (context.kind !== 'key' || context.commaBefore === undefined) return {};
  const range = toRange(document, request.toDocument({ start: context.commaBefore, end: context.commaBefore }));
  return { additionalTextEdits: [{ range, newText: request.encode(',') }] };
}
