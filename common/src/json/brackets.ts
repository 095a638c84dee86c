import { maximumDepth } from './limits';
import { oneCharacter, peek, take } from './scanner';
import { endOfToken, stopReporting, report, rewind, type Mark, type Parser } from './state';
import type { ArrayNode, Node, ObjectNode } from './tree';

/** Brackets that are missing, wrong, or nested too deeply. */

/** Goes one level deeper. Returns false if that exceeds the limit; the parser then skips the rest of the text. */
export function goDeeper(parser: Parser): boolean {
  if (parser.depth < maximumDepth) {
    parser.depth++;
    return true;
  }
  parser.tooDeep ??= parser.at;
  parser.at = parser.text.length;
  return false;
}

export function leave(parser: Parser): void {
  parser.depth--;
}

type Container = Pick<ObjectNode | ArrayNode, 'type' | 'parent'>;

const closingBracketOf = ({ type }: Container): string => (type === 'object' ? '}' : ']');

/** The object or array that contains a node. */
function containerOf({ parent }: Pick<Node, 'parent'>): ObjectNode | ArrayNode | undefined {
  return parent?.type === 'property'
    ? containerOf(parent)
    : parent?.type === 'string'
      ? undefined
      : (parent as ObjectNode | ArrayNode | undefined);
}

/**
 * Closes an object or array at the next token, which is a closing bracket or the end of the text.
 * Returns whether it ends there, even if the bracket is the wrong one or is missing.
 * @param isWrong Whether the opening bracket was already wrong.
 */
export function close(parser: Parser, node: Container, isWrong = false): boolean {
  const next = peek(parser);
  const closer = closingBracketOf(node);
  if (next === closer) {
    take(parser);
    return true;
  }
  if (next === '') {
    reportUnclosed(parser, node);
    return false;
  }
  const outer = containerOf(node);
  if (!isWrong && outer && closingBracketOf(outer) === next && (containerOf(outer) || isLast(parser))) {
    report(parser, {
      code: 'missing-bracket',
      text: closer,
      insertAt: parser.tokenEnd,
      sure: true,
      range: endOfToken(parser),
    });
    return true;
  }
  report(parser, { code: 'wrong-bracket', meant: closer, range: oneCharacter(parser.text, parser.at) });
  parser.at++;
  parser.tokenEnd = parser.at;
  return true;
}

const restIsSpace = /\s*$/y;

/** Whether only whitespace follows the next character. The pattern stops at the first other character. */
function isLast({ text, at }: Parser): boolean {
  restIsSpace.lastIndex = at + 1;
  return restIsSpace.test(text);
}

/** Reports that the text ends inside brackets. It is unknown which of them is missing. */
function reportUnclosed(parser: Parser, node: Container): void {
  if (parser.barrier) return;
  let text = '';
  for (let open: Container | undefined = node; open; open = containerOf(open)) text += closingBracketOf(open);
  stopReporting(parser, {
    code: 'missing-bracket',
    text,
    insertAt: parser.tokenEnd,
    sure: false,
    range: endOfToken(parser),
  });
  parser.barrier = { at: parser.text.length, unclosed: true };
}

/** Ends an object or array at a mark and reports that its closing bracket is missing there. */
export function endEarly(parser: Parser, before: Mark, closer: string, hasComma: boolean): void {
  rewind(parser, before);
  const { tokenEnd: insertAt } = parser;
  report(parser, {
    code: 'missing-bracket',
    text: hasComma ? closer : `${closer},`,
    insertAt,
    sure: true,
    range: endOfToken(parser),
  });
  if (!hasComma) parser.lastReportedAt = insertAt;
}

/** The indentation of a token that begins a line; undefined for any other token. */
export function column(text: string, offset: number): number | undefined {
  let at = offset;
  while (at > 0 && (text.charAt(at - 1) === ' ' || text.charAt(at - 1) === '\t')) at--;
  return at === 0 || /[\r\n]/.test(text.charAt(at - 1)) ? offset - at : undefined;
}

/** The indentation of the property whose value is this object; undefined if there is no such property. */
export function marginOf(text: string, object: Pick<ObjectNode, 'start' | 'parent'>): number | undefined {
  return object.parent?.type === 'property' ? column(text, object.parent.start) : undefined;
}

/**
 * Whether indentation shows that the next token belongs to an outer object: it begins a line that is not indented deeper
 * than this object, while the properties of this object are.
 * @param margin Indentation of the object.
 * @param firstColumn Indentation of its first property.
 */
export function endsBefore(
  { text, at, byLayout }: Parser,
  margin: number | undefined,
  firstColumn: number | undefined,
): boolean {
  if (!byLayout || margin === undefined || firstColumn === undefined || firstColumn <= margin) return false;
  const nextColumn = column(text, at);
  return nextColumn !== undefined && nextColumn <= margin;
}
