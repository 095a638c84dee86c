/** The tree of a JSON text, and functions to navigate it. Nothing here depends on what a request is. */

/** A range in UTF-16 units from the start of the text; `end` is exclusive. */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

interface NodeBase extends OffsetRange {
  readonly parent: Node | undefined;
}

export interface ObjectNode extends NodeBase {
  readonly type: 'object';
  readonly properties: readonly PropertyNode[];
  /** Index of the last property of each name. */
  readonly names: ReadonlyMap<string, number>;
  /** False if the closing brace is missing; the object then ends with its last token. */
  readonly closed: boolean;
}

export interface ArrayNode extends NodeBase {
  readonly type: 'array';
  readonly items: readonly ValueNode[];
  readonly closed: boolean;
}

export interface PropertyNode extends NodeBase {
  readonly type: 'property';
  readonly key: StringNode;
  /** Offset of the colon; undefined if the text ends before it. */
  readonly colon: number | undefined;
  readonly value: ValueNode | undefined;
}

export interface StringNode extends NodeBase {
  readonly type: 'string';
  readonly value: string;
  /** Whether the quotes exist; a look-alike counts as a quote. */
  readonly opened: boolean;
  readonly closed: boolean;
}

export interface LiteralNode extends NodeBase {
  readonly type: 'number' | 'boolean' | 'null';
  readonly value: number | boolean | null;
}

export type ValueNode = ObjectNode | ArrayNode | StringNode | LiteralNode;
export type Node = ValueNode | PropertyNode;

/** A node while it is being read. */
export type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

export type Path = readonly (string | number)[];

/** The range of a node, without its other properties. */
export const rangeOf = ({ start, end }: OffsetRange): OffsetRange => ({ start, end });

export function childrenOf(node: Node): readonly Node[] {
  switch (node.type) {
    case 'object':
      return node.properties;
    case 'array':
      return node.items;
    case 'property':
      return node.value ? [node.key, node.value] : [node.key];
    default:
      return [];
  }
}

/** The property with a name; of duplicates the last, as in JSON.parse. */
export function propertyOf({ names, properties }: ObjectNode, name: string): PropertyNode | undefined {
  const index = names.get(name);
  return index === undefined ? undefined : properties[index];
}

/** The value at a path from the root, or undefined. */
export function nodeAt(root: ValueNode | undefined, path: Path): ValueNode | undefined {
  let node = root;
  for (const segment of path) {
    if (node?.type === 'object') node = propertyOf(node, String(segment))?.value;
    else if (node?.type === 'array') node = node.items[Number(segment)];
    else return undefined;
  }
  return node;
}

/** Path of a node from the root; that of a property or its key ends in the key. */
export function pathOf(node: Node): Path {
  const path: (string | number)[] = [];
  for (let current: Node | undefined = node; current; current = current.parent) {
    if (current.type === 'property') path.unshift(current.key.value);
    else if (current.parent?.type === 'array') path.unshift(current.parent.items.indexOf(current));
  }
  return path;
}

/** Segments of a JSON pointer, unescaped (RFC 6901). Configuration keys contain dots, so paths are never joined by dots. */
export const pointerSegments = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));

/** The nodes that cover the character at an offset, from the root inwards. */
export function nodesCovering(root: Node | undefined, offset: number): Node[] {
  const found: Node[] = [];
  let candidates: readonly Node[] = root ? [root] : [];
  for (;;) {
    const next = candidates.find((node) => node.start <= offset && offset < node.end);
    if (!next) return found;
    found.push(next);
    candidates = childrenOf(next);
  }
}

/** The deepest node that covers the character at an offset; a property's key rather than the property. */
export const nodeCovering = (root: Node | undefined, offset: number): Node | undefined =>
  nodesCovering(root, offset).at(-1);

/** The plain value of a tree. Objects have no prototype, so that "constructor" exists only if the text has it. */
export function toValue(node: ValueNode | undefined): unknown {
  switch (node?.type) {
    case 'object': {
      const object = Object.create(null) as Record<string, unknown>;
      for (const { key, value } of node.properties) object[key.value] = toValue(value);
      return object;
    }
    case 'array':
      return node.items.map(toValue);
    default:
      return node?.value;
  }
}
