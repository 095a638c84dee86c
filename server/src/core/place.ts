import type { ASTNode, ObjectASTNode, ParsedRequest, PropertyASTNode, StringASTNode } from './parse';
import { pathOf, type OffsetRange, type Path } from './tree';
import { tokenEnds } from './trivia';

/**
 * What may be written at an offset. Works on any broken state of a text while it is typed: the tree tells which object
 * or list the offset is in, the characters around it tell the rest.
 */
export type Place = { readonly kind: 'document'; readonly replace: OffsetRange } | KeyPlace | ValuePlace;

export interface KeyPlace {
  readonly kind: 'key';
  /** Path of the object that the key is in. */
  readonly path: Path;
  readonly object: ObjectASTNode;
  /** The text that a completion replaces: a string with its quotes, a bare word, or nothing. */
  readonly replace: OffsetRange;
  /** True where a colon follows already, and only the name is to be written. */
  readonly hasValue: boolean;
  /** Where a comma is missing before this key, if it is. */
  readonly commaBefore?: number;
  /** True where another member follows without a comma between. */
  readonly commaAfter: boolean;
}

export interface ValuePlace {
  readonly kind: 'value';
  readonly path: Path;
  readonly replace: OffsetRange;
  readonly commaAfter: boolean;
}

/** The place at an offset, or undefined where nothing can be written or nothing is known. Never throws. */
export function placeAt(parsed: ParsedRequest, offset: number): Place | undefined {
  if (isInComment(parsed, offset)) return undefined;
  const { mended, root } = parsed;
  if (!root || root.type === 'string') {
    const replace =
      root?.type === 'string' ? { start: root.offset, end: root.offset + root.length } : wordAt(mended, offset);
    const alone = mended.slice(0, replace.start).trim() === '' && mended.slice(replace.end).trim() === '';
    return alone ? { kind: 'document', replace } : undefined;
  }
  const node = innermost(root, offset, mended);
  if (!node) return undefined;
  if (node.type === 'string') return placeOfString(node, offset, parsed);
  if (node.type === 'object') return placeInObject(node, offset, parsed);
  if (node.type === 'array')
    return { kind: 'value', path: [...pathOf(node), node.items.length], ...valueText(mended, wordAt(mended, offset)) };
  if (node.type === 'property') return undefined;
  return {
    kind: 'value',
    path: pathOf(asValue(node)),
    ...valueText(mended, { start: node.offset, end: node.offset + node.length }),
  };
}

/** The deepest node that an offset is inside of. A string or a bracket that is never closed goes on to where it stops. */
function innermost(node: ASTNode, offset: number, text: string): ASTNode | undefined {
  if (!isInside(node, offset, text)) return undefined;
  for (const child of node.children ?? []) {
    const inner = child.type === 'property' ? innermostOfProperty(child, offset, text) : innermost(child, offset, text);
    if (inner) return inner;
  }
  return node;
}

function innermostOfProperty(property: PropertyASTNode, offset: number, text: string): ASTNode | undefined {
  if (isInside(property.keyNode, offset, text)) return property.keyNode;
  return property.valueNode && innermost(property.valueNode, offset, text);
}

const closers: Partial<Record<ASTNode['type'], string>> = { object: '}', array: ']', string: '"' };

function isInside(node: ASTNode, offset: number, text: string): boolean {
  const end = node.offset + node.length;
  if (offset <= node.offset) return false;
  const closer = closers[node.type];
  if (closer === undefined) return offset <= end; // a number or literal is still being written at its end
  const closed = node.length > 1 && text.charAt(end - 1) === closer;
  if (closed) return offset < end;
  return node.type === 'string' ? offset <= end : true;
}

function placeOfString(node: StringASTNode, offset: number, parsed: ParsedRequest): Place | undefined {
  const { mended: text } = parsed;
  const closed = node.length > 1 && text.charAt(node.offset + node.length - 1) === '"';
  const replace = { start: node.offset, end: closed ? node.offset + node.length : offset };
  const property = node.parent;
  if (property?.type === 'property' && property.keyNode === node) {
    const object = property.parent;
    return object?.type === 'object' ? keyPlace(object, parsed, replace) : undefined;
  }
  return { kind: 'value', path: pathOf(asValue(node)), ...valueText(text, replace) };
}

function placeInObject(object: ObjectASTNode, offset: number, parsed: ParsedRequest): Place | undefined {
  const { mended: text } = parsed;
  const word = wordAt(text, offset);
  const before = tokenEnds(parsed)(word.start);
  switch (text.charAt(before - 1)) {
    case ':': {
      const property = object.properties.find(({ colonOffset }) => colonOffset === before - 1);
      if (!property || hasValueBehind(property, word.end, text)) return undefined;
      return { kind: 'value', path: pathOf(property), ...valueText(text, word) };
    }
    case '{':
    case ',':
      return keyPlace(object, parsed, word);
    default: {
      // Behind a value: a new member, once there is a space between.
      const last = object.properties.findLast((property) => property.offset < word.start);
      const behindValue = before < word.start && last?.valueNode !== undefined;
      return behindValue ? keyPlace(object, parsed, word) : undefined;
    }
  }
}

/** True where a value stands already. What the parser took for one may be the name of the next member. */
function hasValueBehind({ valueNode }: PropertyASTNode, offset: number, text: string): boolean {
  if (!valueNode || valueNode.offset < offset) return false;
  return valueNode.type !== 'string' || !/^\s*:/.test(text.slice(valueNode.offset + valueNode.length));
}

function keyPlace(object: ObjectASTNode, parsed: ParsedRequest, replace: OffsetRange): KeyPlace | undefined {
  const { mended: text } = parsed;
  const next = text.slice(replace.end).trimStart().charAt(0);
  const hasValue = next === ':';
  // An empty place right before a colon is behind a name that stands.
  if (hasValue && replace.start === replace.end) return undefined;
  const before = tokenEnds(parsed)(replace.start);
  const comma = /[{,]/.test(text.charAt(before - 1)) ? {} : { commaBefore: before };
  return { kind: 'key', path: pathOf(object), object, replace, hasValue, commaAfter: next === '"', ...comma };
}

function isInComment({ text, faults }: ParsedRequest, offset: number): boolean {
  return faults.some(({ kind, start, end }) => {
    if (kind !== 'comment' || offset <= start) return false;
    return offset < end || (offset === end && text.startsWith('//', start));
  });
}

function valueText(text: string, replace: OffsetRange): { replace: OffsetRange; commaAfter: boolean } {
  return { replace, commaAfter: text.slice(replace.end).trimStart().startsWith('"') };
}

/** The property that a node is the value of, or the node itself within a list. */
const asValue = (node: ASTNode): ASTNode => (node.parent?.type === 'property' ? node.parent : node);

/** The run of word characters around an offset; empty where there is none. */
function wordAt(text: string, offset: number): OffsetRange {
  let start = offset;
  let end = offset;
  while (start > 0 && /[\w.$-]/.test(text.charAt(start - 1))) start--;
  while (/[\w.$-]/.test(text.charAt(end))) end++;
  return { start, end };
}
