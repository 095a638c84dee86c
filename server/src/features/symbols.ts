import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver';
import type { Catalog } from '../catalog/catalog';
import { plainText } from '../../../common/src/text/plainText';
import { elementOf } from '../request/requestElement';
import type { Node, Path, PropertyNode } from '../../../common/src/json/tree';
import { toRange, type InstanceDocument } from '../documents/servedDocument';

/** An outline of more properties than this is of no use. */
const maximumSymbols = 2000;

const kinds: Record<Node['type'], SymbolKind> = {
  object: SymbolKind.Module,
  array: SymbolKind.Array,
  string: SymbolKind.String,
  number: SymbolKind.Number,
  boolean: SymbolKind.Boolean,
  null: SymbolKind.Null,
  property: SymbolKind.Property,
};

/** The outline: every property with its key and title. Values are left out, because they may be secrets. */
export function symbols(document: InstanceDocument, catalog: Catalog): DocumentSymbol[] {
  const { root } = document.parsed;
  if (root?.type !== 'object') return [];
  const element = elementOf(root, catalog);
  let remaining = maximumSymbols;
  const label = (path: Path): string | undefined => {
    const [first, second] = path.map(String);
    if (first === undefined || path.length > 2) return undefined;
    if (first === 'configuration' && second !== undefined) return element?.entries.get(second)?.title;
    if (first === 'element' && (second === undefined || second === 'key')) return element?.name;
    const property = catalog.requestProperties().get(first);
    return second === undefined ? property?.title : property?.properties.get(second)?.title;
  };
  const toSymbol = (property: PropertyNode, path: Path): DocumentSymbol => {
    const { key, value } = property;
    const detail = label(path);
    return {
      // VS Code rejects an outline that has an empty name.
      name: plainText(key.value) || '""',
      ...(detail === undefined ? {} : { detail }),
      kind: kinds[value?.type ?? 'property'],
      range: toRange(document, property),
      selectionRange: toRange(document, key),
      ...(value?.type === 'object' ? { children: propertySymbols(value.properties, path) } : {}),
    };
  };
  const propertySymbols = (properties: readonly PropertyNode[], path: Path): DocumentSymbol[] =>
    properties.flatMap((property) => (remaining-- > 0 ? [toSymbol(property, [...path, property.key.value])] : []));
  return propertySymbols(root.properties, []);
}
