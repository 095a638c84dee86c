import type { Fault } from './faults';
import type { Reuse } from './reuse';
import { oneCharacter, type Scanner } from './scanner';
import type { Role } from './follow';
import { createMarks, type Marks } from './marks';
import type { ArrayNode, Node, ObjectNode, ValueNode } from './tree';

/** The parts of the parser that call each other in a circle. */
export interface Readers {
  /** The value at the next token; undefined where none begins, and nothing is read then. */
  readonly value: (parser: Parser, parent: Node | undefined, role: Role) => ValueNode | undefined;
  /** What stands between the braces of an object, behind the opening one. */
  readonly members: (parser: Parser, start: number, parent: Node | undefined) => ObjectNode;
  /** What stands between the brackets of a list, behind the opening one. */
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
  /** Before the value of the member that was read last. */
  beforeValue: Mark | undefined;
  /** End of a token behind which something was said to be missing already, and a comma with it. */
  told: number | undefined;
  broken: Break | undefined;
  /** Where brackets are nested deeper than is read. */
  tooDeep: number | undefined;
}

/** Where a tree stops being trustworthy: what follows may belong elsewhere. */
export interface Break {
  readonly at: number;
  /** True where a bracket is never closed: nobody knows which, so every name may stand in the wrong object. */
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
  told: undefined,
  broken: undefined,
  tooDeep: undefined,
});

/** Notes a fault, unless nobody knows any more what the text means: it would be an echo. Look-alikes are none. */
export function note(parser: Parser, fault: Fault): void {
  if (!parser.broken || 'repair' in fault) parser.faults.push(fault);
}

/** Notes the fault behind which nobody knows what the text means. */
export function giveUp(parser: Parser, fault: Fault): void {
  note(parser, fault);
  parser.broken ??= { at: fault.range.start, unclosed: false };
}

/** Notes that the character at the next token belongs nowhere, and moves past it. */
export function giveUpHere(parser: Parser): void {
  giveUp(parser, { code: 'invalid-json', range: oneCharacter(parser.text, parser.at) });
  parser.at++;
}

/** A place to come back to where the text turns out to mean something else. */
export type Mark = Readonly<Pick<Parser, 'at' | 'tokenEnd' | 'broken'>> & { readonly faultCount: number };

export const mark = ({ at, tokenEnd, broken, faults }: Parser): Mark => ({
  at,
  tokenEnd,
  broken,
  faultCount: faults.length,
});

/** Goes back to a mark, and forgets what was noted since. */
export function rewind(parser: Parser, { at, tokenEnd, broken, faultCount }: Mark): void {
  parser.at = at;
  parser.tokenEnd = tokenEnd;
  parser.faults.length = faultCount;
  parser.broken = broken;
}

/** The last character of the token before: what is missing is missing behind it. */
export const behindToken = ({ tokenEnd }: Parser) => ({ start: Math.max(0, tokenEnd - 1), end: tokenEnd });

/** Notes that a comma is missing behind the last token, unless that is part of what was said of it already. */
export function noteMissingComma(parser: Parser): void {
  if (parser.told === parser.tokenEnd) return;
  note(parser, { code: 'missing-comma', insertAt: parser.tokenEnd, range: behindToken(parser) });
}
