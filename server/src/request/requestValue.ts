import type { Element } from '../catalog/element';
import { propertyOf, toValue, type ObjectNode, type ValueNode } from '../../../common/src/json/tree';

/**
 * The value of a request for validation. Entries that its element doesn't know are left out: there may be thousands,
 * and they change nothing. Objects have no prototype.
 */
export function requestValue(root: ValueNode | undefined, element: Element | undefined): unknown {
  return element && root?.type === 'object' ? valueForElement(root, element) : toValue(root);
}

function valueForElement(root: ObjectNode, element: Element): unknown {
  const request = Object.create(null) as Record<string, unknown>;
  for (const { key, value } of root.properties) {
    request[key.value] =
      key.value === 'configuration' && value?.type === 'object' ? valueOfEntries(value, element) : toValue(value);
  }
  return request;
}

function valueOfEntries(configuration: ObjectNode, element: Element): unknown {
  const entries = Object.create(null) as Record<string, unknown>;
  for (const name of element.recognizedNames) {
    const entry = propertyOf(configuration, name);
    if (entry) entries[name] = toValue(entry.value);
  }
  return entries;
}
