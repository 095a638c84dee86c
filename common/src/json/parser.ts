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
 * Text to tree, in one pass, for text that a person is writing or has pasted: goes on after whatever is wrong, as if it
 * were repaired, and says what that was. Never throws; a text without faults is JSON, and JSON has no faults.
 */

export type { ParseBarrier } from './state';

export interface Syntax {
  /** Absent where the text is empty, too large, or nothing like JSON. */
  readonly root?: ValueNode;
  /** In the order of the text. After a barrier, only look-alikes. */
  readonly faults: readonly SyntaxFault[];
  readonly barrier?: ParseBarrier;
}

/** @param before What the text was before an edit, and the edit: what that has not touched is not read again. */
export function parse(text: string, before?: { readonly syntax: Before; readonly edit: Edit }): Syntax {
  if (text.length > maximumLength) return beyond('too-long', oneCharacter(text, 0));
  const syntax = parseOnce(text, false, before && createReuse(before.syntax, before.edit));
  if (!syntax.barrier?.unclosed) return syntax;
  // Only where a bracket is missing somewhere is the layout asked where.
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

/** Where a request begins in a text that begins with something else. */
const beginning = /[{\uff5b]\s*(?:["'}\uff5d\u201c-\u201f\u2018-\u201b]|[\w$]+["\u201d]?\s*:)/g;

/** Moves to the JSON in a text that begins with something else, and gives where that began. */
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

/** What stands after the root, and around it. */
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
