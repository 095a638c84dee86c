import { close, endEarly, leave } from './brackets';
import { oneCharacter, peek, skip } from './scanner';
import { reportTrailingComma, readComma, readPlainComma, type Comma } from './separators';
import { stopReportingHere, mark, report, reportMissingComma, rewind, type Mark, type Parser } from './state';
import type { ArrayNode, Node, ObjectNode, ValueNode, Writable } from './tree';

type OpenArray = Writable<Omit<ArrayNode, 'items'>> & { readonly items: ValueNode[] };

/**
 * Reads the items of an array and its closing bracket. Returns an object if the brackets turn out to contain properties.
 * @param start Offset of the opening bracket, or of the first item if the bracket is missing.
 */
export function readItems(parser: Parser, start: number, parent: Node | undefined): ArrayNode | ObjectNode {
  const array: OpenArray = { type: 'array', start, end: start, items: [], closed: false, parent };
  const { items } = array;
  const opening = mark(parser);
  const isOpened = parser.text.charAt(start) === '[';
  let comma: Comma | undefined;
  let beforeItem: Mark | undefined;
  for (;;) {
    const before: Mark = comma ?? mark(parser);
    skip(parser);
    const next = peek(parser);
    if (next === '' || next === '}' || next === ']') {
      if (next !== '') reportTrailingComma(parser, comma);
      array.closed = close(parser, array);
      break;
    }
    if (next === ',' || next === ';') {
      comma = readComma(parser, before, items.length > 0, comma);
      continue;
    }
    const isName = next === ':' && items.at(-1)?.type === 'string';
    if (isName && isOpened && items.length === 1) {
      rewind(parser, opening);
      report(parser, { code: 'wrong-bracket', meant: '{', range: oneCharacter(parser.text, start) });
      return parser.readers.properties(parser, start, parent);
    }
    if (isName && beforeItem && items.length > 1) {
      // The last item is the name of a property, so the array has ended before it.
      items.pop();
      endEarly(parser, beforeItem, ']', 'comma' in beforeItem);
      array.closed = true;
      break;
    }
    if (items.length > 0 && !comma && next !== ':' && next !== '=') reportMissingComma(parser);
    beforeItem = before;
    const item = parser.readers.value(parser, array, 'item');
    comma = undefined;
    if (item) {
      items.push(item);
      comma = readPlainComma(parser);
    } else if (parser.at < parser.text.length) {
      stopReportingHere(parser);
    }
  }
  array.end = parser.tokenEnd;
  leave(parser);
  return array;
}
