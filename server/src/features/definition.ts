import type { Location, Position } from 'vscode-languageserver';
import type { Catalog } from '../catalog/catalog';
import { elementOf } from '../request/requestElement';
import { parse } from '../../../common/src/json/parser';
import { propertyOf, nodeAt, nodeCovering, pathOf, type Path, type ValueNode } from '../../../common/src/json/tree';
import { openDocument } from '../documents/instanceDocument';
import { toRange, type InstanceDocument } from '../documents/servedDocument';

/** Where a schema defines the key or the element at a position; null where no schema does. */
export function definition(document: InstanceDocument, catalog: Catalog, position: Position): Location | null {
  const { root } = document.parsed;
  const node = nodeCovering(root, document.text.offsetAt(position));
  if (root?.type !== 'object' || node?.type !== 'string') return null;
  const isName = node.parent?.type === 'property' && node.parent.key === node;
  const path = pathOf(node.parent?.type === 'property' ? node.parent : node);
  const key = elementOf(root, catalog)?.key;
  const element = key === undefined ? undefined : `elements/${key}.schema.json`;
  const [first, second] = path.map(String);
  if (first === 'configuration' && second !== undefined && path.length === 2 && isName) {
    return element === undefined ? null : locate(catalog, element, ['configuration', second]);
  }
  if (first === 'element' && second === 'key' && !isName) {
    return element === undefined ? null : locate(catalog, element, []);
  }
  return isName && path.length <= 2 ? locate(catalog, 'base.schema.json', path) : null;
}

/** The location of a property in a schema file; the start of the file for an empty path. */
function locate(catalog: Catalog, file: string, names: Path): Location | null {
  const source = catalog.file(file);
  if (!source) return null;
  const schema = openDocument(source.uri, 'json', 0, source.text);
  const { root } = parse(source.text);
  let at: ValueNode | undefined = root;
  let found: { start: number; end: number } | undefined = { start: 0, end: 0 };
  for (const name of names) {
    const properties = nodeAt(at, ['properties']);
    const property = properties?.type === 'object' ? propertyOf(properties, String(name)) : undefined;
    found = property?.key;
    at = property?.value;
  }
  return found ? { uri: source.uri, range: toRange(schema, found) } : null;
}
