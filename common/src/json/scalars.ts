import { readUnquotedString } from './unquotedStrings';
import { readContent } from './content';
import type { QuoteRepair } from './faults';
import { beginsQuotedName, goesOn, separatesThousands, type Role } from './follow';
import { isSingleQuoteLike, lookAlike } from './lookAlikes';
import { nextCharacter, reportLookAlike } from './scanner';
import { report, type Parser } from './state';
import { plainClose, readString, type StringExtent } from './strings';
import type { LiteralNode, Node, OffsetRange, StringNode } from './tree';

/** Strings, numbers and literals, and text that was meant to be one of them. */

/** Reads the string at the next token, which is a quote or a look-alike of one. */
export function parseString(parser: Parser, parent: Node | undefined, role: Role): StringNode {
  const { text, at: start } = parser;
  // A fast path, because nearly all strings are plain.
  const close = plainClose(text, start);
  if (close !== undefined && goesOn(text, close + 1, role)) {
    moveTo(parser, close + 1);
    return stringNode({ start, end: close + 1 }, text.slice(start + 1, close), true, true, parent);
  }
  const extent = readString(text, start, role, parser.marks);
  return finishString(parser, parent, role, extent);
}

/** Reads text without an opening quote at the next token. */
export function parseUnquotedString(parser: Parser, parent: Node | undefined, role: Role): StringNode | LiteralNode {
  const { text, at: start } = parser;
  const extent = readUnquotedString(text, start, role, parser.marks);
  const range = { start, end: extent.end };
  const written = text.slice(start, extent.end);
  const isValue = role !== 'name' && extent.close === undefined;
  const meant = isValue ? foreignLiterals.get(written) : undefined;
  if (meant === undefined) {
    if (isValue && numberLike.test(written)) {
      report(parser, { code: 'bad-number', range });
      moveTo(parser, extent.end);
      return stringNode(range, written, false, false, parent);
    }
    return finishString(parser, parent, role, extent, start);
  }
  report(parser, { code: 'foreign-literal', literal: written, ...(meant === '' ? {} : { meant }), range });
  moveTo(parser, extent.end);
  return literalNode(meant === '' ? 'null' : meant, range, parent);
}

/** @param bareStart Offset of a string without an opening quote; absent if it has one. */
function finishString(
  parser: Parser,
  parent: Node | undefined,
  role: Role,
  extent: StringExtent,
  bareStart?: number,
): StringNode {
  const { text, at: start } = parser;
  const { end, close } = extent;
  const opened = bareStart === undefined;
  const contentStart = bareStart ?? start + 1;
  const contentEnd = close ?? end;
  const repair = quoteRepair(text, start, extent, opened);
  const { value, faults } = readContent(text, contentStart, contentEnd, new Set(repair.toDrop));
  reportQuotes(parser, repair, role, extent, opened);
  for (const fault of faults) {
    const isBreak = fault.code === 'control-character' && /[\r\n]/.test(fault.character);
    if (!isBreak) report(parser, fault);
  }
  moveTo(parser, end);
  return stringNode({ start, end }, value, opened, close !== undefined, parent);
}

const stringNode = (
  { start, end }: OffsetRange,
  value: string,
  opened: boolean,
  closed: boolean,
  parent: Node | undefined,
): StringNode => ({ type: 'string', start, end, value, opened, closed, parent });

function moveTo(parser: Parser, end: number): void {
  parser.at = end;
  parser.tokenEnd = end;
}

function quoteRepair(text: string, start: number, { end, close }: StringExtent, opened: boolean): QuoteRepair {
  const delimiters = [...(opened ? [start] : []), ...(close === undefined ? [] : [close])];
  const marks = delimiters.filter((offset) => text.charAt(offset) !== '"');
  const single = marks.some((offset) => isSingleQuoteLike(text.charAt(offset)));
  const toEscape: number[] = [];
  const toDrop: number[] = [];
  for (let at = opened ? start + 1 : start; at < (close ?? end); at++) {
    const character = text.charAt(at);
    if (character === '"') toEscape.push(at);
    else if (character === '\\') {
      if (single && isSingleQuoteLike(text.charAt(at + 1))) toDrop.push(at);
      at++;
    }
  }
  const missing = opened ? (close === undefined ? end : undefined) : close === undefined ? undefined : start;
  return { kind: 'quotes', start, end, marks, toEscape, toDrop, ...(missing === undefined ? {} : { missing }) };
}

/** Reports at most one fault for the quotes of a string. */
function reportQuotes(
  parser: Parser,
  repair: QuoteRepair,
  role: Role,
  { end, breaks, close }: StringExtent,
  opened: boolean,
): void {
  const { text } = parser;
  const { start, marks, missing, toEscape } = repair;
  const [first] = marks;
  if (first !== undefined) {
    const character = text.charAt(first);
    const code = character === "'" ? 'single-quotes' : 'look-alike-quotes';
    report(parser, { code, repair, character, range: { start: first, end: first + 1 } });
  } else if (!opened && close === undefined) {
    report(parser, { code: 'unquoted-text', name: role === 'name', toEscape, range: { start, end } });
  } else if (missing !== undefined) {
    const side = opened ? 'closing' : 'opening';
    report(parser, { code: 'missing-quote', side, insertAt: missing, toEscape, range: { start, end } });
  } else if (toEscape.length > 0) {
    const range = { start: toEscape[0] ?? start, end: (toEscape.at(-1) ?? start) + 1 };
    report(parser, { code: 'unescaped-quote', quotes: toEscape, range });
  }
  if (breaks) report(parser, { code: 'line-break', breaks: lineBreaks(text, start, end), range: { start, end } });
}

function lineBreaks(text: string, start: number, end: number): OffsetRange[] {
  return [...text.slice(start, end).matchAll(/\r\n|\r|\n/g)].map(({ index, 0: { length } }) => ({
    start: start + index,
    end: start + index + length,
  }));
}

/** Literals of other languages, and what JSON has instead; empty if it has no such value. */
const foreignLiterals = new Map([
  ...['True', 'TRUE'].map((word) => [word, 'true'] as const),
  ...['False', 'FALSE'].map((word) => [word, 'false'] as const),
  ...['None', 'Null', 'NULL', 'nil', 'undefined'].map((word) => [word, 'null'] as const),
  ...['NaN', 'Infinity', '-Infinity', '+Infinity'].map((word) => [word, ''] as const),
]);

const numberLike = /^[+-]?(?:\d|\.\d)[\w.,+-]*$/;

const literal = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** Reads the number or literal at the next token. Returns undefined if there is none, or if it is part of longer text. */
export function parseLiteral(parser: Parser, parent: Node | undefined, role: Role): LiteralNode | undefined {
  const { text, at: start } = parser;
  const dash = lookAlike(text.charAt(start))?.replacement === '-' && /\d/.test(text.charAt(start + 1));
  literal.lastIndex = dash ? start + 1 : start;
  const written = literal.exec(text)?.[0];
  if (written === undefined) return undefined;
  const end = literal.lastIndex;
  if (!standsAlone(text, end) || separatesThousands(text, end, role)) return undefined;
  if (dash) reportLookAlike(parser, '-');
  moveTo(parser, end);
  return literalNode(dash ? `-${written}` : written, { start, end }, parent);
}

/** An unquoted name with its colon, or one that is being typed before the next property. */
const nextName = /[A-Za-z_$][\w.$-]*\s*(?::|"[^"\r\n]*"\s*:)/y;

/** Whether a number or literal ends here: if not, it is only the beginning of longer text. */
function standsAlone(text: string, end: number): boolean {
  const [next, at] = nextCharacter(text, end, false);
  if (next === '' || /[,}\]:;\r\n]/.test(next)) return true;
  if (next === '/' || next === '#') return at > end || /[/*]/.test(text.charAt(at + 1));
  nextName.lastIndex = at;
  if (at > end && nextName.test(text)) return true;
  // A quote right after it means that a comma or the opening quote of a string is missing.
  return /["'\u2018-\u201f]/.test(next) && (at > end || beginsQuotedName(text, at));
}

function literalNode(written: string, { start, end }: OffsetRange, parent: Node | undefined): LiteralNode {
  const type = written === 'null' ? 'null' : written === 'true' || written === 'false' ? 'boolean' : 'number';
  const value = type === 'null' ? null : type === 'boolean' ? written === 'true' : Number(written);
  return { type, start, end, value, parent };
}
