import { close, column, endEarly, endsBefore, goDeeper, leave, marginOf } from './brackets';
import { isQuote } from './lookAlikes';
import { parseBareText, parseString } from './scalars';
import { nextCharacter, oneCharacter, peek, skip, take } from './scanner';
import { giveUpHere, mark, note, noteMissingComma, rewind, type Mark, type Parser } from './state';
import { beginsQuotedName, type Role } from './strings';
import type { ArrayNode, Node, ObjectNode, PropertyNode, StringNode, ValueNode } from './tree';

/** Objects and lists, and what may be missing between their brackets. */

/** Reads the value at the next token; undefined where none begins, and nothing is read then. */
export type ParseValue = (parser: Parser, parent: Node | undefined, role: Role) => ValueNode | undefined;

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
type OpenObject = Writable<Omit<ObjectNode, 'properties'>> & { readonly properties: PropertyNode[] };
type OpenArray = Writable<Omit<ArrayNode, 'items'>> & { readonly items: ValueNode[] };
type OpenProperty = Writable<PropertyNode>;

/** What a member is named until its name is read. */
const noName: StringNode = {
  type: 'string',
  start: 0,
  end: 0,
  value: '',
  opened: false,
  closed: false,
  parent: undefined,
};

/** A comma that was read, and where to go back to where its list has ended before it. */
interface Comma {
  readonly at: number;
  readonly before: Mark;
}

export function parseObject(parser: Parser, parent: Node | undefined, parseValue: ParseValue): ObjectNode | undefined {
  const { at: start } = parser;
  if (!goDeeper(parser)) return undefined;
  take(parser);
  return parseMembers(parser, start, parent, parseValue);
}

/** An object whose opening brace is missing: what was taken for its value is the name of its first member. */
export function parseWithoutBrace(
  parser: Parser,
  parent: Node | undefined,
  before: Mark,
  parseValue: ParseValue,
): ObjectNode | undefined {
  rewind(parser, before);
  skip(parser);
  const { at: start } = parser;
  if (!goDeeper(parser)) return undefined;
  note(parser, {
    code: 'missing-bracket',
    text: '{',
    insertAt: start,
    sure: true,
    range: oneCharacter(parser.text, start),
  });
  return parseMembers(parser, start, parent, parseValue);
}

function parseMembers(parser: Parser, start: number, parent: Node | undefined, parseValue: ParseValue): ObjectNode {
  const object: OpenObject = { type: 'object', start, end: start, properties: [], closed: false, parent };
  const keys = new Map<string, number>();
  /** Members between the brackets of a list. */
  const inBrackets = parser.text.charAt(start) === '[';
  const margin = marginOf(parser.text, object);
  let comma: Comma | undefined;
  /** Before the value of the last member. */
  let beforeValue: Mark | undefined;
  for (;;) {
    const before = mark(parser);
    skip(parser);
    const next = peek(parser);
    const last = object.properties.at(-1);
    if (next === ']' && !inBrackets && beforeValue && isListWithoutBracket(parser, last)) {
      reparseAsList(parser, last, beforeValue, parseValue);
      comma = undefined;
      continue;
    }
    if (next === '' || next === '}' || next === ']') {
      if (comma && next !== '') note(parser, { code: 'trailing-comma', range: oneCharacter(parser.text, comma.at) });
      object.closed = close(parser, object, inBrackets);
      break;
    }
    if (next === ',' || next === ';') {
      comma = readComma(parser, before, last !== undefined, comma);
      continue;
    }
    if (endsBefore(parser, object, margin)) {
      endEarly(parser, comma?.before ?? before, '}', comma !== undefined);
      object.closed = true;
      break;
    }
    if (/[{[:=]/.test(next)) {
      giveUpHere(parser);
      continue;
    }
    if (last && !comma && closedTooEarly(parser, last)) {
      note(parser, { code: 'extra-bracket', range: { start: last.end - 1, end: last.end } });
      reopen(parser, last, parseValue);
      continue;
    }
    if (last && !comma) noteMissingComma(parser);
    comma = undefined;
    const [property, behindColon] = parseProperty(parser, object, parseValue);
    if (property.colon === undefined && beforeValue && isListWithoutBracket(parser, last)) {
      reparseAsList(parser, last, beforeValue, parseValue);
      continue;
    }
    beforeValue = behindColon;
    const index = object.properties.push(property) - 1;
    noteDuplicate(parser, object, keys.get(property.key.value));
    keys.set(property.key.value, index);
  }
  object.end = parser.tokenEnd;
  leave(parser);
  return object;
}

/** True where the next token stands deeper than a member whose object is empty: it was closed before it began. */
function closedTooEarly({ text, at }: Parser, { start, value }: PropertyNode): boolean {
  if (value?.type !== 'object' || value.properties.length > 0 || !value.closed) return false;
  const [own, next] = [column(text, start), column(text, at)];
  return own !== undefined && next !== undefined && next > own;
}

function reopen(parser: Parser, property: OpenProperty, parseValue: ParseValue): void {
  if (!property.value || !goDeeper(parser)) return;
  property.value = parseMembers(parser, property.value.start, property, parseValue);
  property.end = property.value.end;
}

/** Notes that an earlier member of the same name does not count. */
function noteDuplicate(parser: Parser, { properties }: OpenObject, earlier: number | undefined): void {
  const first = earlier === undefined ? undefined : properties[earlier];
  const next = earlier === undefined ? undefined : properties[earlier + 1];
  if (!first || !next) return;
  const { key, start } = first;
  const removal = { start, end: next.start };
  note(parser, { code: 'duplicate-key', key: key.value, removal, range: { start: key.start, end: key.end } });
}

/** The rest of a list behind its first item. */
const restOfList = /(?:\s*,\s*(?:"[^"\\\r\n]*"|[\w.-]+))*\s*\]/y;

/** True for a member whose value is the first item of a list that lacks its opening bracket. */
function isListWithoutBracket({ text }: Parser, last: PropertyNode | undefined): last is PropertyNode {
  if (!last?.value || last.value.type === 'object' || last.value.type === 'array') return false;
  restOfList.lastIndex = last.value.end;
  return restOfList.test(text);
}

function reparseAsList(parser: Parser, property: OpenProperty, beforeValue: Mark, parseValue: ParseValue): void {
  rewind(parser, beforeValue);
  skip(parser);
  const { at: start } = parser;
  if (!goDeeper(parser)) return;
  note(parser, {
    code: 'missing-bracket',
    text: '[',
    insertAt: start,
    sure: true,
    range: oneCharacter(parser.text, start),
  });
  property.value = parseItems(parser, start, property, parseValue);
  property.end = property.value.end;
}

/** Reads a comma, or a semicolon in its place. One where none belongs is a fault. */
function readComma(parser: Parser, before: Mark, belongs: boolean, comma: Comma | undefined): Comma | undefined {
  const { at, text } = parser;
  const isComma = peek(parser) === ',';
  const isLast = !isComma && /^[}\]]?$/.test(nextCharacter(text, at + 1, true)[0]);
  if (!belongs || comma || isLast) {
    note(parser, { code: 'extra-comma', range: oneCharacter(text, at) });
  } else if (!isComma) {
    const range = oneCharacter(text, at);
    note(parser, { code: 'missing-comma', insertAt: at, wrong: range, range });
  }
  if (isComma) take(parser);
  else parser.at++;
  parser.tokenEnd = before.tokenEnd;
  return belongs && !isLast ? (comma ?? { at, before }) : comma;
}

/** A member, and where its value may begin. */
function parseProperty(parser: Parser, object: OpenObject, parseValue: ParseValue): [PropertyNode, Mark?] {
  const faultCount = parser.faults.length;
  const { at: start } = parser;
  const property: OpenProperty = {
    type: 'property',
    start,
    end: start,
    key: noName,
    colon: undefined,
    value: undefined,
    parent: object,
  };
  const isQuoted = isQuote(parser.text.charAt(parser.at));
  property.key = (isQuoted ? parseString : parseBareText)(parser, property, 'name') as StringNode;
  property.end = property.key.end;
  const isWhole = parser.faults.length === faultCount || property.key.closed;
  if (!parseColon(parser, property, isWhole)) return [property];
  const before = mark(parser);
  const value = parseBehindColon(parser, property, parseValue);
  if (value && startsNextLine(parser, value, property)) {
    rewind(parser, before);
  } else if (value?.type === 'string' && isFollowedByColon(parser)) {
    property.value = parseWithoutBrace(parser, property, before, parseValue);
  } else {
    property.value = value;
  }
  if (property.value) property.end = property.value.end;
  else noteMissingValue(parser, property, false);
  return [property, before];
}

function parseBehindColon(parser: Parser, property: PropertyNode, parseValue: ParseValue): ValueNode | undefined {
  skip(parser);
  while (property.colon !== undefined && /^[:=]$/.test(peek(parser))) {
    note(parser, { code: 'extra-colon', range: oneCharacter(parser.text, parser.at) });
    parser.at++;
    skip(parser);
  }
  const { at: start } = parser;
  const faultCount = parser.faults.length;
  const value = parseValue(parser, property, 'value');
  if (value?.type !== 'string' || value.opened || value.closed) return value;
  const [next, at] = nextCharacter(parser.text, parser.at, false);
  if (!/[{["]/.test(next) || beginsQuotedName(parser.text, at)) return value;
  // A word that slipped in before the value.
  parser.faults.length = faultCount;
  note(parser, { code: 'stray-text', range: { start: value.start, end: value.end } });
  parser.at = value.end;
  parser.tokenEnd = start;
  skip(parser);
  return parseValue(parser, property, 'value');
}

/** Reads the colon behind a name, or notes that it is missing. Gives false where no value follows either. */
function parseColon(parser: Parser, property: OpenProperty, isWhole: boolean): boolean {
  if (parser.text.charCodeAt(parser.at) === 0x3a) {
    property.colon = parser.at;
    take(parser);
    property.end = parser.at;
    return true;
  }
  const before = mark(parser);
  skip(parser);
  const { text, at } = parser;
  const next = peek(parser);
  if (next === ':') {
    property.colon = at;
    take(parser);
    property.end = parser.at;
    return true;
  }
  const wrong = /^(?:=>|:=|=)/.exec(text.slice(at, at + 2))?.[0];
  if (wrong !== undefined) {
    const range = { start: at, end: at + wrong.length };
    note(parser, { code: 'missing-colon', insertAt: at, wrong: range, range });
    property.colon = at;
    parser.at = range.end;
    parser.tokenEnd = range.end;
    return true;
  }
  const sameLine = nextCharacter(text, property.key.end, false)[1] === at;
  if (isWhole && sameLine && next !== '' && !/[}\],;]/.test(next)) {
    note(parser, {
      code: 'missing-colon',
      insertAt: property.key.end,
      range: { start: property.key.end - 1, end: property.key.end },
    });
    return true;
  }
  rewind(parser, before);
  // A name that lacks its closing quote as well is still being written.
  if (isWhole) noteMissingValue(parser, property, true);
  else parser.told = parser.tokenEnd;
  return false;
}

function noteMissingValue(parser: Parser, property: PropertyNode, colon: boolean): void {
  const { key, colon: at = key.end - 1 } = property;
  const range = colon ? { start: key.start, end: key.end } : { start: at, end: at + 1 };
  note(parser, { code: 'missing-value', insertAt: parser.tokenEnd, colon, range });
  parser.told = parser.tokenEnd;
}

/**
 * True where a value is missing, and what stands on a later line is the name of the next member. One that stands deeper
 * is rather the first member of an object whose brace is missing.
 */
function startsNextLine(parser: Parser, value: ValueNode, { start, colon = start }: PropertyNode): boolean {
  const { text } = parser;
  if (value.type !== 'string' || !isFollowedByColon(parser)) return false;
  if (!/[\r\n]/.test(text.slice(colon, value.start))) return false;
  const own = column(text, start);
  return own === undefined || (column(text, value.start) ?? 0) <= own;
}

function isFollowedByColon(parser: Parser): boolean {
  const { text } = parser;
  let { at } = parser;
  while (text.charCodeAt(at) === 0x20) at++;
  const code = text.charCodeAt(at);
  return code === 0x3a || (code !== 0x2c && code !== 0x0a && nextCharacter(text, at, false)[0] === ':');
}

export function parseArray(
  parser: Parser,
  parent: Node | undefined,
  parseValue: ParseValue,
): ArrayNode | ObjectNode | undefined {
  const { at: start } = parser;
  if (!goDeeper(parser)) return undefined;
  take(parser);
  return parseItems(parser, start, parent, parseValue);
}

function parseItems(
  parser: Parser,
  start: number,
  parent: Node | undefined,
  parseValue: ParseValue,
): ArrayNode | ObjectNode {
  const array: OpenArray = { type: 'array', start, end: start, items: [], closed: false, parent };
  const opening = mark(parser);
  const isStraight = parser.text.charAt(start) === '[';
  let comma: Comma | undefined;
  let beforeItem: Mark | undefined;
  for (;;) {
    const before = mark(parser);
    skip(parser);
    const next = peek(parser);
    if (next === '' || next === '}' || next === ']') {
      if (comma && next !== '') note(parser, { code: 'trailing-comma', range: oneCharacter(parser.text, comma.at) });
      array.closed = close(parser, array);
      break;
    }
    if (next === ',' || next === ';') {
      comma = readComma(parser, before, array.items.length > 0, comma);
      continue;
    }
    if (next === ':' && isStraight && array.items.length === 1 && array.items[0]?.type === 'string') {
      // The members of an object between the brackets of a list.
      rewind(parser, opening);
      note(parser, { code: 'wrong-bracket', meant: '{', range: oneCharacter(parser.text, start) });
      return parseMembers(parser, start, parent, parseValue);
    }
    if (next === ':' && beforeItem && array.items.at(-1)?.type === 'string' && array.items.length > 1) {
      // The last item is the name of a member: the list has ended before it.
      array.items.pop();
      endEarly(parser, beforeItem, ']', parser.text.slice(beforeItem.at).trimStart().startsWith(','));
      array.closed = true;
      break;
    }
    const missesComma = array.items.length > 0 && !comma;
    if (missesComma && !/[:=]/.test(next)) noteMissingComma(parser);
    beforeItem = comma?.before ?? before;
    const item = parseValue(parser, array, 'item');
    comma = undefined;
    if (item) array.items.push(item);
    else if (parser.at < parser.text.length) giveUpHere(parser);
  }
  array.end = parser.tokenEnd;
  leave(parser);
  return array;
}
