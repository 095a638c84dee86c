import { MarkupKind, type Hover, type Position } from 'vscode-languageserver';
import type { Catalog } from '../catalog/catalog';
import { elementOf } from '../request/requestElement';
import { requestValue } from '../request/requestValue';
import type { ParsedRequest } from '../request/request';
import { nodeCovering, pathOf, rangeOf, type Path } from '../../../common/src/json/tree';
import { toRange, type ServedDocument } from '../documents/servedDocument';
import { elementMarkdown, entryFacts, entryMarkdown, propertyMarkdown } from './markdown';

/** Describes the key or value at a position; null where there is no description. */
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
    return entry && element && entryMarkdown(entry, entryFacts(element, requestValue(root, element))(entry));
  }
  const property = path.length <= 2 ? requestPropertyAt(catalog, path) : undefined;
  const isElement = first === 'element' && (path.length === 1 || second === 'key');
  return isElement && element ? elementMarkdown(element) : property && propertyMarkdown(property);
}

function requestPropertyAt(catalog: Catalog, [first, second]: Path) {
  const property = catalog.requestProperties().get(String(first));
  // An item of an array has the description of the array.
  return second === undefined || typeof second === 'number' ? property : property?.properties.get(second);
}
