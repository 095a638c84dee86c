import type { SyntaxFault } from '../../../common/src/json/faults';
import type { ParsedRequest } from '../request/request';
import { overlapsOneOf } from '../../../common/src/json/ranges';
import type { Node, OffsetRange, ValueNode } from '../../../common/src/json/tree';

/**
 * Where a text is another language than JSON with slips: expressions, calls, strings of Python, JSON that is still
 * escaped. What is fixed there at once would become texts that nobody wrote. So fix-all fixes what stands without quotes
 * only where it is a bare word, and nothing at all of members that have something else in them.
 */

/** A name of a member as people write it without quotes. */
const bareName = /^\$?[\p{L}\p{N}_-][\p{L}\p{N}_.-]*$/u;
/** A value likewise: a dot makes it an expression (`process.env.KEY`), unless all of it is a number. */
const bareValue = /^(?:[\p{L}\p{N}_-]+|[+-]?[\d.,:-]+)$/u;

/** Answers whether nobody but who wrote it can know what a part of a text was meant to be. */
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
      // Where it ends is not certain with more quotes in it, and no escape stands in a text that was typed.
      return fault.toEscape.length > 0 || written.includes('\\');
    case 'single-quotes':
    case 'look-alike-quotes': {
      // Marks that other languages have for quotes: one more of the kind within is where their text ends.
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
 * The members and items that hold something odd, with those beside them that no comma parts them from: what looks like
 * several may be one. Of an object within, only where it is odd itself.
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
      else found.push({ start: only.start, end: nextBehind(text, run.at(-1)?.end ?? only.end) });
    }
  };
  visit(root);
  return found;
}

/** Neighbours without a comma between. */
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

const behindBlanks = /\s*/y;

/** Offset behind the next character that is no blank: a bracket that closes, or what follows unread. */
function nextBehind(text: string, from: number): number {
  behindBlanks.lastIndex = from;
  behindBlanks.test(text);
  return Math.min(text.length, behindBlanks.lastIndex + 1);
}

const atLeastOne = ({ start, end }: OffsetRange): OffsetRange => ({ start, end: Math.max(end, start + 1) });
