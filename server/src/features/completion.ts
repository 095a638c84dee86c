import {
  CompletionItemKind,
  InsertTextFormat,
  type CompletionItem,
  type CompletionList,
  type Position,
  type TextEdit,
} from 'vscode-languageserver';
import type { Catalog } from '../catalog/catalog';
import { placeAt, type Place } from '../request/completionContext';
import { toRange, type InstanceDocument } from '../documents/instanceDocument';
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
  document: InstanceDocument,
  catalog: Catalog,
  position: Position,
  options: CompletionOptions,
): CompletionList {
  const place = placeAt(document.parsed, document.text.offsetAt(position));
  if (!place) return { isIncomplete: false, items: [] };
  // What has been typed begins with the quote, straight or not, where a string is replaced; it is matched against this.
  const { start } = place.replace;
  const quote = document.parsed.mended.charAt(start) === '"' ? document.parsed.text.charAt(start) : '';
  const range = toRange(document, place.replace);
  const comma = place.kind !== 'document' && place.commaAfter ? ',' : '';
  const insertTextFormat = options.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText;
  const items = proposals(document, catalog, place).map((proposal, index): CompletionItem => {
    const newText = (options.snippets ? proposal.snippet : proposal.text) + comma;
    return {
      label: proposal.label,
      kind: kinds[proposal.kind],
      ...(proposal.detail === undefined ? {} : { detail: proposal.detail }),
      ...(proposal.description === undefined ? {} : { labelDetails: { description: proposal.description } }),
      ...(proposal.about === undefined ? {} : { data: proposal.about }),
      filterText: quote + proposal.search,
      sortText: index.toString().padStart(4, '0'),
      ...(options.listDefaults ? { textEditText: newText } : { insertTextFormat, textEdit: { range, newText } }),
      ...commaBefore(document, place),
    };
  });
  const itemDefaults = { editRange: range, insertTextFormat };
  return { isIncomplete: false, ...(options.listDefaults ? { itemDefaults } : {}), items };
}

function proposals(document: InstanceDocument, catalog: Catalog, place: Place): readonly Proposal[] {
  switch (place.kind) {
    case 'document':
      return proposeDocuments(catalog);
    case 'key':
      return proposeKeys(document.parsed, catalog, place);
    case 'value':
      return proposeValues(document.parsed, catalog, place.path);
  }
}

function commaBefore(document: InstanceDocument, place: Place): { additionalTextEdits?: TextEdit[] } {
  if (place.kind !== 'key' || place.commaBefore === undefined) return {};
  const at = document.text.positionAt(place.commaBefore);
  return { additionalTextEdits: [{ range: { start: at, end: at }, newText: ',' }] };
}
