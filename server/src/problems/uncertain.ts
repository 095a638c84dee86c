import type { SyntaxFault } from '../../../common/src/json/faults';
import type { ParsedRequest } from '../request/request';
import { overlapsOneOf } from '../../../common/src/json/ranges';
import type { Node, OffsetRange, ValueNode } from '../../../common/src/json/tree';

/**
 * Parts of a text in another language than broken JSON: expressions, calls, Python strings, JSON that is still escaped.
 * Fixed automatically, they would become strings that nobody wrote. So fix-all adds quotes only around simple names and
 * values, and fixes nothing in a property that contains anything else.
 */

/** A property name as people write it without quotes. */
const bareName = /^\$?[\p{L}\p{N}_-][\p{L}\p{N}_.-]*$/u;
/** A value as people write it without quotes. A dot makes it an expression (`process.env.KEY`), except in a number. */
const bareValue = /^(?:[\p{L}\p{N}_-]+|[+-]?[\d.,:-]+)$/u;

/** Tests ranges of a text: true where only its author can know what it was meant to be. */
export function isUncertain(parsed: ParsedRequest): (range: OffsetRange) => boolean {
  const { root, text, faults } = parsed;
  const odd = faults.filter((fault) => isOdd(fault, text)).map(({ range }) => range);
  if (odd.length === 0) return () => false;
  if (!root) return () => true;
  const isOddAt = overlapsOneOf(odd.map(atLeastOne));
  return overlapsOneOf(uncertainRuns(root, text, (node) => isOddAt(atLeastOne(node))).map(atLeastOne));
}

function isOdd(fault: SyntaxFault, text: string): boolean {
  const written = text.slice(fault.range.start, fault.range.end);
  switch (fault.code) {
    case 'unquoted-text':
      return fault.toEscape.length > 0 || !(fault.name ? bareName : bareValue).test(written);
    case 'missing-quote':
      // With more quotes in it, its end isn't certain. Escape sequences mean that it wasn't typed by hand.
      return fault.toEscape.length > 0 || written.includes('\\');
    case 'single-quotes':
    case 'look-alike-quotes': {
      // Quotes of other languages: there, another quote of the same kind ends the string.
      const { start, end, missing } = fault.repair;
      const isForeign = fault.character === "'" || fault.character === '`';
      return isForeign && missing !== undefined && text.slice(start + 1, end).includes(fault.character);
    }
    case 'stray-text':
    case 'invalid-json':
      return true;
    default:
      return false;
  }
}

/**
 * The properties and items that contain something odd. Neighbors without a comma between them belong to it, because what
 * looks like several items may be one. Of an object or array inside, only its own odd parts.
 */
function uncertainRuns(root: ValueNode, text: string, isOddIn: (node: OffsetRange) => boolean): OffsetRange[] {
  const found: OffsetRange[] = [];
  const visit = (node: ValueNode): void => {
    if (!isOddIn(node)) return;
    if (node.type !== 'object' && node.type !== 'array') {
      found.push(node);
      return;
    }
    const children: readonly Node[] = node.type === 'object' ? node.properties : node.items;
    for (const run of runsOf(children, text)) {
      const [only, ...others] = run;
      if (!only || !run.some(isOddIn)) continue;
      const inner = only.type === 'property' ? only.value : only;
      const isInside = others.length === 0 && (inner?.type === 'object' || inner?.type === 'array');
      if (inner && isInside && !(only.type === 'property' && isOddIn(only.key))) visit(inner);
      else found.push({ start: only.start, end: afterNextCharacter(text, run.at(-1)?.end ?? only.end) });
    }
  };
  visit(root);
  return found;
}

/** Groups of neighbors without a comma between them. */
function runsOf(nodes: readonly Node[], text: string): Node[][] {
  const runs: Node[][] = [];
  let end: number | undefined;
  for (const node of nodes) {
    const isNext = end !== undefined && !/[,\uff0c]/.test(text.slice(end, node.start));
    if (isNext) runs.at(-1)?.push(node);
    else runs.push([node]);
    ({ end } = node);
  }
  return runs;
}

const whitespace = /\s*/y;

/** The offset after the next character that isn't whitespace: a closing bracket, or text that wasn't read. */
function afterNextCharacter(text: string, from: number): number {
  whitespace.lastIndex = from;
  whitespace.test(text);
  return Math.min(text.length, whitespace.lastIndex + 1);
}

const atLeastOne = ({ start, end }: OffsetRange): OffsetRange => ({ start, end: Math.max(end, start + 1) });
