import type { SyntaxFault } from './faults';
import type { Reuse } from './reuse';
import { oneCharacter, type Scanner } from './scanner';
import type { Role } from './follow';
import { createMarks, type Marks } from './marks';
import type { ArrayNode, Node, ObjectNode, ValueNode } from './tree';

/** The readers that call each other. They are passed in, so that no files import each other in a circle. */
export interface Readers {
  /** Reads the value at the next token. Returns undefined, and reads nothing, if no value begins there. */
  readonly value: (parser: Parser, parent: Node | undefined, role: Role) => ValueNode | undefined;
  /** Reads an object from after its opening brace. */
  readonly properties: (parser: Parser, start: number, parent: Node | undefined) => ObjectNode;
  /** Reads an array from after its opening bracket. */
  readonly items: (parser: Parser, start: number, parent: Node | undefined) => ArrayNode | ObjectNode;
}

/** The state of the parser. */
export interface Parser extends Scanner {
  readonly marks: Marks;
  /** Whether indentation decides where an unclosed object ends. */
  readonly byLayout: boolean;
  readonly readers: Readers;
  readonly reuse: Reuse | undefined;
  depth: number;
  /** The position before the value of the last property. */
  beforeValue: Mark | undefined;
  /** End of the token after which something was last reported missing. A comma that is missing there too is not reported. */
  lastReportedAt: number | undefined;
  barrier: ParseBarrier | undefined;
  /** Offset of the first bracket that is nested deeper than the limit. */
  tooDeep: number | undefined;
}

/** The position after which the tree is unreliable, because what follows may belong to another object or array. */
export interface ParseBarrier {
  readonly at: number;
  /** True if a bracket is never closed. It is unknown which, so any property may be in the wrong object. */
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

/** Reports a fault. After a barrier only look-alikes are reported, because other faults may only follow from the first. */
export function report(parser: Parser, fault: SyntaxFault): void {
  if (!parser.barrier || 'repair' in fault) parser.faults.push(fault);
}

/** Reports a fault after which the meaning of the text is unknown, and sets the barrier. */
export function stopReporting(parser: Parser, fault: SyntaxFault): void {
  report(parser, fault);
  parser.barrier ??= { at: fault.range.start, unclosed: false };
}

/** Reports the next character as unexpected, skips it and sets the barrier. */
export function stopReportingHere(parser: Parser): void {
  stopReporting(parser, { code: 'invalid-json', range: oneCharacter(parser.text, parser.at) });
  parser.at++;
}

/** A saved state of the parser, to go back to if later text changes what this text means. */
export type Mark = Readonly<Pick<Parser, 'at' | 'tokenEnd' | 'barrier'>> & { readonly faultCount: number };

export const mark = ({ at, tokenEnd, barrier, faults }: Parser): Mark => ({
  at,
  tokenEnd,
  barrier,
  faultCount: faults.length,
});

/** Goes back to a mark and drops the faults that were reported since. */
export function rewind(parser: Parser, { at, tokenEnd, barrier, faultCount }: Mark): void {
  parser.at = at;
  parser.tokenEnd = tokenEnd;
  parser.faults.length = faultCount;
  parser.barrier = barrier;
}

/** The last character of the previous token: the range to report for what is missing after it. */
export const endOfToken = ({ tokenEnd }: Parser) => ({ start: Math.max(0, tokenEnd - 1), end: tokenEnd });

/** Reports that a comma is missing after the last token, unless something else was already reported missing there. */
export function reportMissingComma(parser: Parser): void {
  if (parser.lastReportedAt === parser.tokenEnd) return;
  report(parser, { code: 'missing-comma', insertAt: parser.tokenEnd, range: endOfToken(parser) });
}
