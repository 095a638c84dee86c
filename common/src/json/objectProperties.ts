import { column, goDeeper } from './brackets';
import { isQuote } from './lookAlikes';
import { parseUnquotedString, parseString } from './scalars';
import { nextCharacter, oneCharacter, peek, skip } from './scanner';
import { reportMissingValue, readColon } from './separators';
import { mark, report, rewind, type Mark, type Parser } from './state';
import { beginsQuotedName } from './follow';
import type { Node, ObjectNode, PropertyNode, StringNode, ValueNode, Writable } from './tree';

/** Properties of objects: a name, a colon and a value, each of which may be missing. */

/** The key of a property until its name is read. */
const noKey: StringNode = {
  type: 'string',
  start: 0,
  end: 0,
  value: '',
  opened: false,
  closed: false,
  parent: undefined,
};

/** Reads a property, and saves the position before its value in `parser.beforeValue`. */
export function readProperty(parser: Parser, parent: ObjectNode): PropertyNode {
  const { at: start } = parser;
  const faultCount = parser.faults.length;
  const property: Writable<PropertyNode> = {
    type: 'property',
    start,
    end: start,
    key: noKey,
    colon: undefined,
    value: undefined,
    parent,
  };
  const isQuoted = isQuote(parser.text.charAt(start));
  property.key = (isQuoted ? parseString : parseUnquotedString)(parser, property, 'name') as StringNode;
  property.end = property.key.end;
  const isWhole = parser.faults.length === faultCount || property.key.closed;
  if (!readColon(parser, property, isWhole)) {
    parser.beforeValue = undefined;
    return property;
  }
  const before = mark(parser);
  const value = readValueAfterColon(parser, property);
  if (value?.type !== 'string' || !isFollowedByColon(parser)) {
    property.value = value;
  } else if (beginsNextProperty(parser, value, property)) {
    rewind(parser, before);
  } else {
    property.value = readWithoutBrace(parser, property, before);
  }
  if (property.value) property.end = property.value.end;
  else reportMissingValue(parser, property, false);
  parser.beforeValue = before;
  return property;
}

function readValueAfterColon(parser: Parser, property: PropertyNode): ValueNode | undefined {
  skip(parser);
  for (let next = peek(parser); property.colon !== undefined && (next === ':' || next === '='); next = peek(parser)) {
    report(parser, { code: 'extra-colon', range: oneCharacter(parser.text, parser.at) });
    parser.at++;
    skip(parser);
  }
  const { at: start } = parser;
  const faultCount = parser.faults.length;
  const value = parser.readers.value(parser, property, 'value');
  if (value?.type !== 'string' || value.opened || value.closed) return value;
  const [next, at] = nextCharacter(parser.text, parser.at, false);
  if (!/[{["]/.test(next) || beginsQuotedName(parser.text, at)) return value;
  // Stray text before the value.
  parser.faults.length = faultCount;
  report(parser, { code: 'stray-text', range: { start: value.start, end: value.end } });
  parser.at = value.end;
  parser.tokenEnd = start;
  skip(parser);
  return parser.readers.value(parser, property, 'value');
}

/** Reads an object whose opening brace is missing: what looked like a value is the name of its first property. */
export function readWithoutBrace(parser: Parser, parent: Node | undefined, before: Mark): ObjectNode | undefined {
  rewind(parser, before);
  skip(parser);
  const { at: start, text } = parser;
  if (!goDeeper(parser)) return undefined;
  report(parser, { code: 'missing-bracket', text: '{', insertAt: start, sure: true, range: oneCharacter(text, start) });
  return parser.readers.properties(parser, start, parent);
}

/**
 * Whether a value is missing, so that the string on a later line is the name of the next property. If that string is
 * indented deeper, it is instead the first property of an object whose opening brace is missing.
 */
function beginsNextProperty({ text }: Parser, value: StringNode, { start, colon = start }: PropertyNode): boolean {
  if (!/[\r\n]/.test(text.slice(colon, value.start))) return false;
  const own = column(text, start);
  return own === undefined || (column(text, value.start) ?? 0) <= own;
}

function isFollowedByColon({ text, at: from }: Parser): boolean {
  let at = from;
  while (text.charCodeAt(at) === 0x20) at++;
  const code = text.charCodeAt(at);
  return code === 0x3a || (code !== 0x2c && code !== 0x0a && nextCharacter(text, at, false)[0] === ':');
}
