import type { SyntaxFault } from './faults';
import type { Reuse } from './reuse';
import { oneCharacter, type Scanner } from './scanner';
import type { Role } from './follow';
import { createMarks, type Marks } from './marks';
import type { ArrayNode, Node, ObjectNode, ValueNode } from './tree';

/** The parts of the parser that call each other in a circle. */
export interface Readers {
  /** The value at the next token; undefined where none begins, and nothing is read then. */
  readonly value: (parser: Parser, parent: Node | undefined, role: Role) => ValueNode | undefined;
  /** What stands between the braces of an object, after the opening one. */
  readonly properties: (parser: Parser, start: number, parent: Node | undefined) => ObjectNode;
  /** What stands between the brackets of an array, after the opening one. */
  readonly items: (parser: Parser, start: number, parent: Node | undefined) => ArrayNode | ObjectNode;
}

/** What the parser knows while it walks through a text. */
export interface Parser extends Scanner {
  readonly marks: Marks;
  /** Whether indentation tells where an object ends that is never closed. */
  readonly byLayout: boolean;
  readonly readers: Readers;
  readonly reuse: Reuse | undefined;
  depth: number;
  /** Before the value of the last property read. */
  beforeValue: Mark | undefined;
  /** End of the last token after which something was reported missing already: a comma missing there, too, is no further fault. */
  lastReportedAt: number | undefined;
  barrier: ParseBarrier | undefined;
  /** Where brackets are nested deeper than the limit. */
  tooDeep: number | undefined;
}

/** Where the tree stops being reliable: what follows may belong elsewhere. */
export interface ParseBarrier {
  readonly at: number;
  /** True where a bracket is never closed: which one is unknown, so every property may be in the wrong object. */
  readonly unclosed: boolean;
}

export const createParser = (text: string, byLayout: boolean, readers: Readers, reuse?: Reuse): Parser => ({
  text,
  at: 0,
  tokenEnd: 0,
  faults: [],
  marks: createMarks(text),
  byLayout,
  readers,
  reuse,
  depth: 0,
  beforeValue: undefined,
  lastReportedAt: undefined,
  barrier: undefined,
  tooDeep: undefined,
});

/** Reports a fault, unless the parser has stopped reporting: it would only follow from the first. Look-alikes are reported all the same. */
export function report(parser: Parser, fault: SyntaxFault): void {
  if (!parser.barrier || 'repair' in fault) parser.faults.push(fault);
}

/** Reports a fault after which the meaning of the text is unknown, and nothing else but look-alikes after it. */
export function stopReporting(parser: Parser, fault: SyntaxFault): void {
  report(parser, fault);
  parser.barrier ??= { at: fault.range.start, unclosed: false };
}

/** Reports the character at the next token as unexpected, and moves past it. */
export function stopReportingHere(parser: Parser): void {
  stopReporting(parser, { code: 'invalid-json', range: oneCharacter(parser.text, parser.at) });
  parser.at++;
}

/** A position to go back to if the text turns out to mean something else. */
export type Mark = Readonly<Pick<Parser, 'at' | 'tokenEnd' | 'barrier'>> & { readonly faultCount: number };

export const mark = ({ at, tokenEnd, barrier, faults }: Parser): Mark => ({
  at,
  tokenEnd,
  barrier,
  faultCount: faults.length,
});

/** Goes back to a mark, and forgets what was reported since. */
export function rewind(parser: Parser, { at, tokenEnd, barrier, faultCount }: Mark): void {
  parser.at = at;
  parser.tokenEnd = tokenEnd;
  parser.faults.length = faultCount;
  parser.barrier = barrier;
}

/** The last character of the token before: the range of what is missing after it. */
export const endOfToken = ({ tokenEnd }: Parser) => ({ start: Math.max(0, tokenEnd - 1), end: tokenEnd });

/** Reports that a comma is missing after the last token, unless something was reported missing there already. */
export function reportMissingComma(parser: Parser): void {
  if (parser.lastReportedAt === parser.tokenEnd) return;
  report(parser, { code: 'missing-comma', insertAt: parser.tokenEnd, range: endOfToken(parser) });
}
