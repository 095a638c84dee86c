import { MarkupKind, type Hover, type Position } from 'vscode-languageserver';
import type { Catalog } from '../catalog/catalog';
import { elementOf } from '../request/requestElement';
import { requestValue } from '../request/requestValue';
import type { ParsedRequest } from '../request/request';
import { nodeCovering, pathOf, rangeOf, type Path } from '../../../common/src/json/tree';
import { toRange, type ServedDocument } from '../documents/servedDocument';
import { elementMarkdown, entryMarkdown, entryStandings, propertyMarkdown } from './markdown';

/** What the name or value at a position means; null where there is nothing to say. */
export function hover(document: ServedDocument, catalog: Catalog, position: Position): Hover | null {
  const found = document.requestAt(document.text.offsetAt(position));
  const node = found && nodeCovering(found.parsed.root, found.offset);
  if (!node || node.type === 'object' || node.type === 'array' || node.type === 'property') return null;
  const property = node.parent?.type === 'property' ? node.parent : undefined;
  const value = describe(found.parsed, catalog, pathOf(property ?? node));
  if (value === undefined) return null;
  const range = toRange(document, found.toDocument(rangeOf(node)));
  return { contents: { kind: MarkupKind.Markdown, value }, range };
}

function describe({ root }: ParsedRequest, catalog: Catalog, path: Path): string | undefined {
  const [first, second] = path;
  const element = root?.type === 'object' ? elementOf(root, catalog) : undefined;
  if (first === 'configuration' && path.length === 2) {
    const entry = element?.entries.get(String(second));
    return entry && element && entryMarkdown(entry, entryStandings(element, requestValue(root, element))(entry));
  }
  const member = path.length <= 2 ? requestPropertyAt(catalog, path) : undefined;
  const isElement = first === 'element' && (path.length === 1 || second === 'key');
  return isElement && element ? elementMarkdown(element) : member && propertyMarkdown(member);
}

function requestPropertyAt(catalog: Catalog, [first, second]: Path) {
  const member = catalog.requestProperties().get(String(first));
  // An item of a list is described by the list.
  return second === undefined || typeof second === 'number' ? member : member?.properties.get(second);
}
