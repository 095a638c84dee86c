import type { ASTNode, ObjectASTNode, PropertyASTNode, StringASTNode } from './parse';

/** Ways around a parsed tree. Nothing here depends on what a request is. */

export type Path = readonly (string | number)[];

/** Where something stands: UTF-16 units from the start of the text, `end` exclusive. */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

export const rangeOf = (node: ASTNode): OffsetRange => ({ start: node.offset, end: node.offset + node.length });

/** The member of that name; of several, the last one, as JSON.parse has it. */
export const member = (object: ObjectASTNode, name: string): PropertyASTNode | undefined =>
  object.properties.findLast((property) => property.keyNode.value === name);

/** The value at a path from the root, as far as there is one. */
export function nodeAt(root: ASTNode | undefined, path: Path): ASTNode | undefined {
  let node = root;
  for (const segment of path) {
    if (node?.type === 'object') node = member(node, String(segment))?.valueNode;
    else if (node?.type === 'array') node = node.items[Number(segment)];
    else return undefined;
  }
  return node;
}

/** The object at a path from the root, if there is one. */
export function objectAt(root: ASTNode | undefined, path: Path): ObjectASTNode | undefined {
  const node = nodeAt(root, path);
  return node?.type === 'object' ? node : undefined;
}

/** Path of a node from the root; that of a property or its key ends in the key. */
export function pathOf(node: ASTNode): Path {
  const path: (string | number)[] = [];
  for (let current: ASTNode | undefined = node; current; current = current.parent) {
    if (current.type === 'property') path.unshift(current.keyNode.value);
    else if (current.parent?.type === 'array') path.unshift(current.parent.items.indexOf(current));
  }
  return path;
}

export interface StringValue {
  readonly node: StringASTNode;
  readonly path: Path;
}

/** Every string that is a value, in the order of the text; keys are left out. */
export function stringValues(root: ASTNode | undefined): StringValue[] {
  const found: StringValue[] = [];
  const visit = (node: ASTNode | undefined, path: Path): void => {
    if (node?.type === 'string') found.push({ node, path });
    else if (node?.type === 'array')
      node.items.forEach((item, index) => {
        visit(item, [...path, index]);
      });
    else if (node?.type === 'object') {
      for (const { keyNode, valueNode } of node.properties) visit(valueNode, [...path, keyNode.value]);
    }
  };
  visit(root, []);
  return found;
}

/** Segments of a JSON pointer, unescaped (RFC 6901). Configuration keys hold dots, so paths are never joined by dots. */
export const pointerSegments = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));

/** The deepest node that covers the character at an offset; a member's key rather than the member. */
export function nodeCovering(root: ASTNode | undefined, offset: number): ASTNode | undefined {
  let found: ASTNode | undefined;
  let candidates: readonly ASTNode[] = root ? [root] : [];
  for (;;) {
    const next = candidates.find((node) => node.offset <= offset && offset < node.offset + node.length);
    if (!next) return found;
    found = next;
    candidates = next.children ?? [];
  }
}
