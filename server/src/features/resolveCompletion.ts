import { MarkupKind, type CompletionItem } from 'vscode-languageserver';
import type { Catalog } from '../catalog/catalog';
import { plainText } from '../../../common/src/text/plainText';
import { elementMarkdown, entryMarkdown, propertyMarkdown } from './markdown';

/** What an item carries to have its documentation asked for later: that of an element takes reading its schema. */
export type CompletionData =
  | { readonly element: string; readonly entry?: string; readonly standing?: string }
  | { readonly member: readonly string[] };

/** The same item with its documentation; as it came where its data names nothing that is known. */
export function resolveCompletion(item: CompletionItem, catalog: Catalog): CompletionItem {
  const value = describe(item.data, catalog);
  return value === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
}

/** An item comes from the client: its data may be anything. */
function describe(data: unknown, catalog: Catalog): string | undefined {
  const { element: key, entry: name, standing, member: path } = (data ?? {}) as Readonly<Record<string, unknown>>;
  if (Array.isArray(path)) {
    const [first, second] = path as readonly unknown[];
    const member = typeof first === 'string' ? catalog.requestProperties().get(first) : undefined;
    const meant = typeof second === 'string' ? member?.properties.get(second) : member;
    return meant && propertyMarkdown(meant);
  }
  const element = typeof key === 'string' ? catalog.element(key) : undefined;
  if (typeof name !== 'string') return element && elementMarkdown(element);
  const entry = element?.entries.get(name);
  return entry && entryMarkdown(entry, typeof standing === 'string' ? plainText(standing) : undefined);
}
