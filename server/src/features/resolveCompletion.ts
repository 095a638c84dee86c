import { MarkupKind, type CompletionItem } from 'vscode-languageserver';
import type { Catalog } from '../core/catalog';
import { elementMarkdown } from './markdown';

/** What an item carries to have its documentation asked for later: an element's takes reading its schema. */
export interface CompletionData {
  readonly element: string;
}

/** The same item with the documentation of its element; as it came where it names none that has a schema. */
export function resolveCompletion(item: CompletionItem, catalog: Catalog): CompletionItem {
  const key = elementIn(item.data);
  const element = key === undefined ? undefined : catalog.element(key);
  return element ? { ...item, documentation: { kind: MarkupKind.Markdown, value: elementMarkdown(element) } } : item;
}

/** An item comes from the client: its data may be anything. */
function elementIn(data: unknown): string | undefined {
  const { element } = (data ?? {}) as Partial<Record<keyof CompletionData, unknown>>;
  return typeof element === 'string' ? element : undefined;
}
