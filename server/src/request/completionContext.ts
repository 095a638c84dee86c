import type { ParsedRequest } from './request';
import {
  childrenOf,
  pathOf,
  rangeOf,
  type Node,
  type ObjectNode,
  type OffsetRange,
  type Path,
  type PropertyNode,
  type StringNode,
} from '../../../common/src/json/tree';
import { tokenEnds } from '../../../common/src/json/trivia';

/**
 * What can be written at an offset. Works on text that is broken in any way while it is typed: the tree has the object
 * or array that the offset is in, and the characters around the offset decide the rest.
 */
export type CompletionContext =
  { readonly kind: 'document'; readonly replace: OffsetRange } | KeyContext | ValueContext;

export interface KeyContext {
  readonly kind: 'key';
  /** Path of the object that gets the key. */
  readonly path: Path;
  readonly object: ObjectNode;
  /** The range that a completion replaces: a string with its quotes, an unquoted word, or an empty range. */
  readonly replace: OffsetRange;
  /** True where a colon follows already, so that only the key is to be written. */
  readonly hasValue: boolean;
  /** Where to insert the comma that is missing before this key; absent where none is. */
  readonly commaBefore?: number;
  /** True where another property follows without a comma. */
  readonly commaAfter: boolean;
}

export interface ValueContext {
  readonly kind: 'value';
  readonly path: Path;
  readonly replace: OffsetRange;
  readonly commaAfter: boolean;
}

/** The context at an offset; undefined where nothing can be written. Never throws. */
export function completionContextAt(parsed: ParsedRequest, offset: number): CompletionContext | undefined {
  if (isInComment(parsed, offset)) return undefined;
  const { repaired, root } = parsed;
  if (!root || root.type === 'string') {
    const replace = root ? rangeOf(root) : wordAt(repaired, offset);
    const isAlone = repaired.slice(0, replace.start).trim() === '' && repaired.slice(replace.end).trim() === '';
    const isTouched = replace.start <= offset && offset <= replace.end;
    return isAlone && isTouched ? { kind: 'document', replace } : undefined;
  }
  const node = innermost(root, offset);
  if (!node) return undefined;
  if (node.type === 'string') return contextInString(node, offset, parsed);
  if (node.type === 'object') return contextInObject(node, offset, parsed);
  if (node.type === 'array')
    return {
      kind: 'value',
      path: [...pathOf(node), node.items.length],
      ...valueReplacement(repaired, wordAt(repaired, offset)),
    };
  if (node.type === 'property') return undefined;
  return {
    kind: 'value',
    path: pathOf(asValue(node)),
    ...valueReplacement(repaired, rangeOf(node)),
  };
}

/**
 * The innermost node at an offset. A string, object or array that is never closed extends to where the parser ends it.
 */
function innermost(node: Node, offset: number): Node | undefined {
  if (!isInside(node, offset)) return undefined;
  for (const child of childrenOf(node)) {
    const inner = child.type === 'property' ? innermostOfProperty(child, offset) : innermost(child, offset);
    if (inner) return inner;
  }
  return node;
}

function innermostOfProperty(property: PropertyNode, offset: number): Node | undefined {
  if (isInside(property.key, offset)) return property.key;
  return property.value && innermost(property.value, offset);
}

function isInside(node: Node, offset: number): boolean {
  switch (node.type) {
    case 'object':
    case 'array':
      return offset > node.start && (!node.closed || offset < node.end);
    case 'string':
      // A string without its opening quote begins with its first character.
      return offset > node.start - (node.opened ? 0 : 1) && (node.closed ? offset < node.end : offset <= node.end);
    default:
      return offset > node.start && offset <= node.end; // a number or literal can still be extended at its end
  }
}

function contextInString(node: StringNode, offset: number, parsed: ParsedRequest): CompletionContext | undefined {
  const { repaired: text } = parsed;
  // Editors replace text only on the line of the cursor.
  if (/[\r\n]/.test(text.slice(node.start, node.end))) return undefined;
  const replace = { start: node.start, end: node.closed || !node.opened ? node.end : offset };
  const property = node.parent;
  if (property?.type === 'property' && property.key === node) {
    const object = property.parent;
    return object?.type === 'object' ? keyContext(object, parsed, replace) : undefined;
  }
  return { kind: 'value', path: pathOf(asValue(node)), ...valueReplacement(text, replace) };
}

function contextInObject(object: ObjectNode, offset: number, parsed: ParsedRequest): CompletionContext | undefined {
  const { repaired: text, faults } = parsed;
  const word = wordAt(text, offset);
  const before = tokenEnds(text, faults)(word.start);
  switch (text.charAt(before - 1)) {
    case ':': {
      const property = object.properties.find(({ colon }) => colon === before - 1);
      if (!property || hasValueAfter(property, word.end)) return undefined;
      return { kind: 'value', path: pathOf(property), ...valueReplacement(text, word) };
    }
    case '{':
    case ',':
      return keyContext(object, parsed, word);
    default: {
      // After a value, a new property can begin once there is a space.
      const last = object.properties.findLast((property) => property.start < word.start);
      const isAfterValue = before < word.start && last?.value !== undefined;
      return isAfterValue ? keyContext(object, parsed, word) : undefined;
    }
  }
}

/** True where the property has a value after the offset. */
const hasValueAfter = ({ value }: PropertyNode, offset: number): boolean =>
  value !== undefined && value.start >= offset;

function keyContext(object: ObjectNode, parsed: ParsedRequest, replace: OffsetRange): KeyContext | undefined {
  const { repaired: text, faults } = parsed;
  const next = text.slice(replace.end).trimStart().charAt(0);
  const hasValue = next === ':';
  // An empty range right before a colon follows an existing key.
  if (hasValue && replace.start === replace.end) return undefined;
  const before = tokenEnds(text, faults)(replace.start);
  const comma = /[{,]/.test(text.charAt(before - 1)) ? {} : { commaBefore: before };
  return { kind: 'key', path: pathOf(object), object, replace, hasValue, commaAfter: next === '"', ...comma };
}

function isInComment({ text, faults }: ParsedRequest, offset: number): boolean {
  return faults.some(({ code, range: { start, end } }) => {
    if (code !== 'comment' || offset <= start) return false;
    return offset < end || (offset === end && !text.startsWith('/*', start));
  });
}

function valueReplacement(text: string, replace: OffsetRange): { replace: OffsetRange; commaAfter: boolean } {
  return { replace, commaAfter: text.slice(replace.end).trimStart().startsWith('"') };
}

/** The property that a node is the value of, or the node itself in an array. */
const asValue = (node: Node): Node => (node.parent?.type === 'property' ? node.parent : node);

/** The run of word characters around an offset; empty where there is none. */
function wordAt(text: string, offset: number): OffsetRange {
  let start = offset;
  let end = offset;
  while (start > 0 && /[\w.$-]/.test(text.charAt(start - 1))) start--;
  while (/[\w.$-]/.test(text.charAt(end))) end++;
  return { start, end };
}
