import { close, column, endEarly, endsBefore, goDeeper, leave, marginOf } from './brackets';
import { readProperty } from './objectProperties';
import { oneCharacter, peek, skip } from './scanner';
import { reportTrailingComma, readComma, readPlainComma, type Comma } from './separators';
import { stopReportingHere, mark, report, reportMissingComma, rewind, type Mark, type Parser } from './state';
import type { Node, ObjectNode, PropertyNode, Writable } from './tree';

type OpenObject = Writable<Omit<ObjectNode, 'properties'>> & { readonly properties: Writable<PropertyNode>[] };

/**
 * Reads the properties of an object and its closing brace.
 * @param start Offset of the opening brace, or of the first property if the brace is missing.
 */
export function readProperties(parser: Parser, start: number, parent: Node | undefined): ObjectNode {
  const names = new Map<string, number>();
  const properties: OpenObject['properties'] = [];
  const object: OpenObject = { type: 'object', start, end: start, properties, names, closed: false, parent };
  /** Whether the object was opened with `[`. */
  const inBrackets = parser.text.charAt(start) === '[';
  const margin = marginOf(parser.text, object);
  let firstColumn: number | undefined;
  let comma: Comma | undefined;
  /** The position before the value of the last property. */
  let beforeValue: Mark | undefined;
  for (;;) {
    const before: Mark = comma ?? mark(parser);
    skip(parser);
    const next = peek(parser);
    const last = properties.at(-1);
    if (next === ']' && !inBrackets && beforeValue && isFirstArrayItem(parser, last)) {
      readAsArray(parser, last, beforeValue);
      comma = undefined;
    } else if (next === '' || next === '}' || next === ']') {
      if (next !== '') reportTrailingComma(parser, comma);
      object.closed = close(parser, object, inBrackets);
      break;
    } else if (next === ',' || next === ';') {
      comma = readComma(parser, before, last !== undefined, comma);
    } else if (endsBefore(parser, margin, firstColumn)) {
      endEarly(parser, before, '}', comma !== undefined);
      object.closed = true;
      break;
    } else if (next === '{' || next === '[' || next === ':' || next === '=') {
      stopReportingHere(parser);
    } else if (last && !comma && closedTooEarly(parser, last)) {
      report(parser, { code: 'extra-bracket', range: { start: last.end - 1, end: last.end } });
      reopen(parser, last);
    } else {
      if (last && !comma) reportMissingComma(parser);
      if (!last && margin !== undefined) firstColumn = column(parser.text, parser.at);
      const property = readProperty(parser, object);
      if (property.colon === undefined && beforeValue && isFirstArrayItem(parser, last)) {
        readAsArray(parser, last, beforeValue);
        comma = undefined;
        continue;
      }
      beforeValue = parser.beforeValue;
      const index = properties.push(property) - 1;
      reportDuplicate(parser, object, names.get(property.key.value));
      names.set(property.key.value, index);
      comma = readPlainComma(parser);
    }
  }
  object.end = parser.tokenEnd;
  leave(parser);
  return object;
}

/** Whether an empty object was closed too early: the next token is indented deeper than the object's property. */
function closedTooEarly({ text, at }: Parser, { start, value }: PropertyNode): boolean {
  if (value?.type !== 'object' || value.properties.length > 0 || !value.closed) return false;
  const [own, next] = [column(text, start), column(text, at)];
  return own !== undefined && next !== undefined && next > own;
}

function reopen(parser: Parser, property: Writable<PropertyNode>): void {
  if (!property.value || !goDeeper(parser)) return;
  property.value = readProperties(parser, property.value.start, property);
  property.end = property.value.end;
}

/** Reports an earlier property of the same name, which JSON ignores. */
function reportDuplicate(parser: Parser, { properties }: OpenObject, earlier: number | undefined): void {
  const first = earlier === undefined ? undefined : properties[earlier];
  const next = earlier === undefined ? undefined : properties[earlier + 1];
  if (!first || !next) return;
  const { key, start } = first;
  const removal = { start, end: next.start };
  report(parser, { code: 'duplicate-key', key: key.value, removal, range: { start: key.start, end: key.end } });
}

/** The rest of an array after its first item. */
const restOfArray = /(?:\s*,\s*(?:"[^"\\\r\n]*"|[\w.-]+))*\s*\]/y;

/** Whether the value of a property is the first item of an array whose opening bracket is missing. */
function isFirstArrayItem({ text }: Parser, last: PropertyNode | undefined): last is PropertyNode {
  if (!last?.value || last.value.type === 'object' || last.value.type === 'array') return false;
  restOfArray.lastIndex = last.value.end;
  return restOfArray.test(text);
}

function readAsArray(parser: Parser, property: Writable<PropertyNode>, beforeValue: Mark): void {
  rewind(parser, beforeValue);
  skip(parser);
  const { at: start, text } = parser;
  if (!goDeeper(parser)) return;
  report(parser, { code: 'missing-bracket', text: '[', insertAt: start, sure: true, range: oneCharacter(text, start) });
  property.value = parser.readers.items(parser, start, property);
  property.end = property.value.end;
}
