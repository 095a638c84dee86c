import type { SyntaxFault } from './faults';
import { overlapsOneOf } from './ranges';
import {
  childrenOf,
  type ArrayNode,
  type Node,
  type ObjectNode,
  type PropertyNode,
  type StringNode,
  type ValueNode,
  type Writable,
} from './tree';

/** One change of a text: the range that was replaced, and the length of its replacement. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

/** The parsed text before an edit. */
export interface Before {
  readonly root?: ValueNode;
  readonly faults: readonly SyntaxFault[];
  readonly barrier?: unknown;
}

type Container = ObjectNode | ArrayNode;

/** Returns a copy of the object or array at an offset of the edited text, if the edit has not changed it. */
export type Reuse = (at: number, depth: number, parent: Node | undefined) => Container | undefined;

/**
 * Finds objects and arrays that an edit has not touched. The parser copies them, so that a keystroke in one property does
 * not parse the others again. Only those without a fault are reused: how they are parsed does not depend on the text
 * around them. Returns undefined if nothing can be reused.
 */
export function createReuse({ root, faults, barrier }: Before, { start, end, length }: Edit): Reuse | undefined {
  if (!root || barrier) return undefined;
  const moved = length - (end - start);
  const containers = new Map<number, { readonly node: Container; readonly depth: number }>();
  collect(root, 0, containers);
  const isFaulty = overlapsOneOf(faults.map(({ range }) => range));
  return (at, depth, parent) => {
    const isBefore = at < start;
    const wasAt = isBefore ? at : at - moved;
    const found = containers.get(wasAt);
    if (found?.depth !== depth || !found.node.closed) return undefined;
    const { node } = found;
    const isUntouched = isBefore ? node.end <= start : wasAt >= end;
    if (!isUntouched || isFaulty(node)) return undefined;
    return copy(node, parent, isBefore ? 0 : moved);
  };
}

/** Only the top of the tree is worth reusing: deeper objects contain too little. */
const deepest = 3;

function collect(
  node: Node,
  depth: number,
  containers: Map<number, { readonly node: Container; readonly depth: number }>,
): void {
  const isContainer = node.type === 'object' || node.type === 'array';
  if (isContainer) containers.set(node.start, { node, depth });
  if (depth >= deepest) return;
  for (const child of childrenOf(node)) {
    const inner = child.type === 'property' ? child.value : child;
    if (inner?.type === 'object' || inner?.type === 'array') collect(inner, depth + 1, containers);
  }
}

/** Copies a tree, moved by a number of characters. */
function copy(node: Container, parent: Node | undefined, by: number): Container {
  const own = { start: node.start + by, end: node.end + by, closed: node.closed, parent };
  if (node.type === 'array') {
    const items: ValueNode[] = [];
    const array: ArrayNode = { type: 'array', ...own, items };
    for (const item of node.items) items.push(copyValue(item, array, by));
    return array;
  }
  const properties: PropertyNode[] = [];
  const object: ObjectNode = { type: 'object', ...own, properties, names: node.names };
  for (const property of node.properties) properties.push(copyProperty(property, object, by));
  return object;
}

function copyProperty({ start, end, key, colon, value }: PropertyNode, parent: ObjectNode, by: number): PropertyNode {
  const property: Writable<PropertyNode> = {
    type: 'property',
    start: start + by,
    end: end + by,
    key,
    colon: colon === undefined ? undefined : colon + by,
    value: undefined,
    parent,
  };
  property.key = copyString(key, property, by);
  property.value = value && copyValue(value, property, by);
  return property;
}

function copyValue(node: ValueNode, parent: Node, by: number): ValueNode {
  switch (node.type) {
    case 'object':
    case 'array':
      return copy(node, parent, by);
    case 'string':
      return copyString(node, parent, by);
    default:
      return { type: node.type, start: node.start + by, end: node.end + by, value: node.value, parent };
  }
}

const copyString = ({ start, end, value, opened, closed }: StringNode, parent: Node, by: number): StringNode => ({
  type: 'string',
  start: start + by,
  end: end + by,
  value,
  opened,
  closed,
  parent,
});
