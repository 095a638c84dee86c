import { MarkupKind, type CompletionItem } from 'vscode-languageserver';
import type { Catalog } from '../catalog/catalog';
import { plainText } from '../../../common/src/text/plainText';
import { elementMarkdown, entryMarkdown, propertyMarkdown } from './markdown';

/**
 * What an item carries so that its documentation can be requested later: documenting an element requires reading its
 * schema.
 */
export type CompletionData =
  | { readonly element: string; readonly entry?: string; readonly facts?: string }
  | { readonly property: readonly string[] };

/** The same item with its documentation; unchanged where its data refers to nothing known. */
export function resolveCompletion(item: CompletionItem, catalog: Catalog): CompletionItem {
  const value = describe(item.data, catalog);
  return value === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
}

/** @param data From the client, so it may be any value. */
function describe(data: unknown, catalog: Catalog): string | undefined {
  const { element: key, entry: name, facts, property: path } = (data ?? {}) as Readonly<Record<string, unknown>>;
  if (Array.isArray(path)) {
    const [first, second] = path as readonly unknown[];
    const property = typeof first === 'string' ? catalog.requestProperties().get(first) : undefined;
    const described = typeof second === 'string' ? property?.properties.get(second) : property;
    return described && propertyMarkdown(described);
  }
  const element = typeof key === 'string' ? catalog.element(key) : undefined;
  if (typeof name !== 'string') return element && elementMarkdown(element);
  const entry = element?.entries.get(name);
  return entry && entryMarkdown(entry, typeof facts === 'string' ? plainText(facts) : undefined);
}
