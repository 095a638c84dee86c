import { goDeeper } from './brackets';
import type { SyntaxFault } from './faults';
import { maximumLength } from './limits';
import { readItems } from './arrays';
import { isQuote } from './lookAlikes';
import { readWithoutBrace } from './objectProperties';
import { readProperties } from './objects';
import { createReuse, type Before, type Edit, type Reuse } from './reuse';
import { parseUnquotedString, parseLiteral, parseString } from './scalars';
import { endOfLine, oneCharacter, peek, skip, take, trimmedEnd } from './scanner';
import { createParser, stopReporting, mark, report, type ParseBarrier, type Parser, type Readers } from './state';
import type { OffsetRange, ValueNode } from './tree';

/**
 * Parses text that a person is writing or has pasted, in one pass. Never throws. A text without faults is JSON, and JSON
 * has no faults.
 *
 * How recovery works: every reader (object, array, property, string) knows which token it expects. For any other token it
 * reports one fault, does in memory what the fix would do, and continues.
 * - The end of a string with a missing or wrong quote is the first position after which JSON could continue (`follow.ts`,
 *   `strings.ts`, `unquotedStrings.ts`).
 * - A missing comma, colon or value is reported after the last token (`separators.ts`).
 * - When later tokens show that an earlier choice was wrong, the reader goes back to a mark and reads again: a name and a
 *   colon in an array, for example, mean that the array has ended, or that its bracket should be a brace.
 * - Where a bracket is never closed, the text is parsed once more, and indentation decides where objects end.
 * - Where nothing says what was meant, the parser sets a barrier. After it, only look-alikes are reported, because any
 *   other fault may only follow from the first.
 */

export type { ParseBarrier } from './state';

export interface Syntax {
  /** Absent if the text is empty, too large, or does not resemble JSON. */
  readonly root?: ValueNode;
  /** In the order of the text. After a barrier, only look-alikes are reported. */
  readonly faults: readonly SyntaxFault[];
  readonly barrier?: ParseBarrier;
}

/** @param before The previous result and the edit since then: the parser copies what the edit has not touched. */
export function parse(text: string, before?: { readonly syntax: Before; readonly edit: Edit }): Syntax {
  if (text.length > maximumLength) return beyond('too-long', oneCharacter(text, 0));
  const syntax = parseOnce(text, false, before && createReuse(before.syntax, before.edit));
  if (!syntax.barrier?.unclosed) return syntax;
  // Indentation is a guess, so it only decides where brackets alone cannot.
  const byLayout = parseOnce(text, true);
  return byLayout.barrier ? syntax : byLayout;
}

function parseOnce(text: string, byLayout: boolean, reuse?: Reuse): Syntax {
  const parser = createParser(text, byLayout, readers, reuse);
  skip(parser);
  if (parser.at >= text.length) return { faults: parser.faults };
  const surroundings = skipSurroundings(parser);
  const root = parseRoot(parser);
  if (parser.tooDeep !== undefined) return beyond('too-deep', oneCharacter(text, parser.tooDeep));
  if (root) parseEnd(parser, root, surroundings);
  const faults = parser.faults.sort((a, b) => a.range.start - b.range.start);
  return { ...(root ? { root } : {}), faults, ...(parser.barrier ? { barrier: parser.barrier } : {}) };
}

const beyond = (code: 'too-long' | 'too-deep', range: OffsetRange): Syntax => ({
  faults: [{ code, range }],
  barrier: { at: 0, unclosed: false },
});

/** The start of a request inside other text. */
const beginning = /[{\uff5b]\s*(?:["'}\uff5d\u201c-\u201f\u2018-\u201b]|[\w$]+["\u201d]?\s*:)/g;

/** Skips text before the JSON. Returns the offset where that text starts, or undefined if there is none. */
function skipSurroundings(parser: Parser): number | undefined {
  const { text, at } = parser;
  const first = peek(parser);
  if (first === '{' || first === '[' || (isQuote(first) && !text.startsWith('```', at))) return undefined;
  beginning.lastIndex = at;
  const found = beginning.exec(text);
  if (!found) return undefined;
  parser.at = found.index;
  return at;
}

function parseRoot(parser: Parser): ValueNode | undefined {
  const { text } = parser;
  const before = mark(parser);
  const root = readValue(parser, undefined, 'value');
  if (!root || (root.type === 'string' && !root.opened)) {
    const { at: start } = before;
    parser.faults.length = before.faultCount;
    stopReporting(parser, {
      code: 'invalid-json',
      range: { start, end: trimmedEnd(text, start + 1, endOfLine(text, start)) },
    });
    return undefined;
  }
  if (root.type !== 'string') return root;
  skip(parser);
  return peek(parser) === ':' ? readWithoutBrace(parser, undefined, before) : root;
}

/** Reports text before and after the root. */
function parseEnd(parser: Parser, root: ValueNode, surroundings: number | undefined): void {
  const { text } = parser;
  skip(parser);
  const { at: start } = parser;
  const keep = { start: root.start, end: root.end };
  if (surroundings !== undefined) {
    const range = { start: surroundings, end: trimmedEnd(text, surroundings + 1, root.start) };
    report(parser, { code: 'surrounding-text', keep, range });
    return;
  }
  if (start >= text.length) return;
  const range = { start, end: trimmedEnd(text, start + 1, text.length) };
  const rest = text.slice(start, start + 100);
  if (/^,?\s*[{\uff5b]/.test(rest)) report(parser, { code: 'second-request', first: keep, range });
  else if (rest.startsWith('```')) report(parser, { code: 'surrounding-text', keep, range });
  else if (/^[}\]]$/.test(text.slice(start, range.end))) report(parser, { code: 'extra-bracket', range });
  else report(parser, { code: 'text-after-end', range });
  parser.barrier ??= { at: start, unclosed: false };
}

const placeholder = /\{\{[^{}\r\n]*\}\}/y;

function startsPlaceholder({ text, at }: Parser): boolean {
  placeholder.lastIndex = at;
  return placeholder.test(text);
}

const readValue: Readers['value'] = (parser, parent, role) => {
  const { text, at } = parser;
  const first = peek(parser);
  if ((first === '{' && !startsPlaceholder(parser)) || first === '[') {
    const known = parser.reuse?.(at, parser.depth, parent);
    if (known) {
      parser.at = known.end;
      parser.tokenEnd = known.end;
      return known;
    }
    if (!goDeeper(parser)) return undefined;
    take(parser);
    return (first === '{' ? readProperties : readItems)(parser, at, parent);
  }
  if (isQuote(text.charAt(at))) return parseString(parser, parent, role);
  if (first === '' || /[}\],:=;]/.test(first)) return undefined;
  return parseLiteral(parser, parent, role) ?? parseUnquotedString(parser, parent, role);
};

const readers: Readers = { value: readValue, properties: readProperties, items: readItems };
