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
  /** True where the client can insert snippets. */
  readonly snippets: boolean;
  /** True where the client accepts one range and format for the complete list, which makes long lists much shorter. */
  readonly listDefaults?: boolean;
}

const kinds: Record<Proposal['kind'], CompletionItemKind> = {
  // Not `Snippet`: the manifest hides that kind, because the contributed snippets would repeat these proposals.
  request: CompletionItemKind.Struct,
  property: CompletionItemKind.Property,
  element: CompletionItemKind.Module,
  value: CompletionItemKind.Value,
};

/** What can be written at a position, best first, as edits with the commas and quotes that they need. */
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
  // Within a command, no snippets: the escape sequences of its quotes would be read as those of a snippet.
  const { snippets, listDefaults = false }: CompletionOptions = found.isWhole ? options : { snippets: false };
  // Where a string is replaced, the typed text begins with its quote, straight or curly, and is matched with it.
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
      ...(proposal.data === undefined ? {} : { data: proposal.data }),
      filterText: quote + proposal.filterText,
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
