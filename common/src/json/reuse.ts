import type { Fault } from './faults';
import { touchesOne } from './ranges';
import { childrenOf, type ArrayNode, type Node, type ObjectNode, type ValueNode, type Writable } from './tree';

/** One change of a text: what stood between two offsets, and how long what stands there now is. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

/** A text before an edit, as it was read. Its tree is used up: what is taken from it is changed. */
export interface Before {
  readonly root?: ValueNode;
  readonly faults: readonly Fault[];
  readonly broken?: unknown;
}

type Container = ObjectNode | ArrayNode;

/** The object or list that begins at an offset of the text after the edit, where it is the same as it was. */
export type Reuse = (at: number, depth: number) => Container | undefined;

/**
 * Finds objects and lists that an edit has not touched, for the parser to take as they are: a keystroke in one member
 * reads none of the others again. Only those without a fault are taken: how they are read depends on nothing around them.
 */
export function createReuse({ root, faults, broken }: Before, { start, end, length }: Edit): Reuse | undefined {
  if (!root || broken) return undefined;
  const moved = length - (end - start);
  const containers = new Map<number, { readonly node: Container; readonly depth: number }>();
  collect(root, 0, containers);
  const isFaulty = touchesOne(faults.map(({ range }) => range));
  return (at, depth) => {
    const isBefore = at < start;
    const wasAt = isBefore ? at : at - moved;
    const found = containers.get(wasAt);
    if (found?.depth !== depth || !found.node.closed) return undefined;
    const { node } = found;
    const isUntouched = isBefore ? node.end <= start : wasAt >= end;
    if (!isUntouched || isFaulty(node)) return undefined;
    containers.delete(wasAt);
    if (!isBefore && moved !== 0) move(node, moved);
    return node;
  };
}

/** Only what holds many others is worth looking for: the top of the tree. */
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

function move(node: Writable<Node>, by: number): void {
  node.start += by;
  node.end += by;
  if (node.type === 'property' && node.colon !== undefined) (node as Writable<typeof node>).colon = node.colon + by;
  for (const child of childrenOf(node)) move(child, by);
}
