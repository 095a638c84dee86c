import type { Catalog } from '../catalog/catalog';
import type { Element } from '../catalog/element';
import { propertyOf, type ObjectNode, type StringNode } from '../../../common/src/json/tree';

/** The element whose key a request has; undefined where the catalog has no schema of it. */
export function elementOf(root: ObjectNode, catalog: Catalog): Element | undefined {
  const key = elementKey(root);
  return key === undefined ? undefined : catalog.element(key);
}

/** The string at `element.key`; undefined where it is missing or empty. */
export function elementKey(root: ObjectNode): string | undefined {
  const key = elementKeyNode(root)?.value;
  return key?.trim() === '' ? undefined : key;
}

/** The node of the string at `element.key`, empty or not. */
export function elementKeyNode(root: ObjectNode): StringNode | undefined {
  const element = propertyOf(root, 'element')?.value;
  const key = element?.type === 'object' ? propertyOf(element, 'key')?.value : undefined;
  return key?.type === 'string' ? key : undefined;
}
