import type { ParsedRequest, SyntaxFault } from './parse';
import type { Problem } from './problems';
import { tokenEnds } from './trivia';

/** Problems of a text as JSON: look-alikes, commas, and the first fault that a parser cannot get over. */

export interface SyntaxProblems {
  readonly problems: readonly Problem[];
  /** Where the tree stops being trustworthy, if it does: what follows may belong elsewhere. */
  readonly broken?: Break;
}

export interface Break {
  readonly at: number;
  /** True where a bracket is never closed: nobody knows which, so every name may stand in the wrong object. */
  readonly unclosed: boolean;
}

export function findSyntaxProblems(parsed: ParsedRequest): SyntaxProblems {
  const problems: Problem[] = parsed.repairs.map((repair) => repairProblem(parsed.text, repair));
  if (parsed.limit) {
    const { kind, offset } = parsed.limit;
    problems.push({ code: kind, range: { start: offset, end: Math.min(offset + 1, parsed.text.length) } });
    return { problems, broken: { at: 0, unclosed: false } };
  }
  const tokenEnd = tokenEnds(parsed);
  for (const fault of parsed.faults) {
    const problem = toleratedFault(parsed.mended, fault, tokenEnd);
    if (problem) {
      problems.push(problem);
    } else if (!problems.some(({ code, range }) => code === 'duplicate-key' && range.start === fault.start)) {
      // Whatever comes after the first real break is most likely an echo of it.
      problems.push({ code: 'invalid-json', fault: fault.kind, range: { start: fault.start, end: fault.end } });
      const unclosed = fault.kind === 'unclosed-object' || fault.kind === 'unclosed-array';
      return { problems, broken: { at: fault.start, unclosed } };
    }
  }
  return { problems };
}

function repairProblem(text: string, repair: ParsedRequest['repairs'][number]): Problem {
  if (repair.kind === 'character') {
    return { code: 'look-alike-character', repair, range: { start: repair.start, end: repair.end } };
  }
  const first = repair.marks[0] ?? repair.start;
  return { code: 'look-alike-quotes', repair, character: text.charAt(first), range: { start: first, end: first + 1 } };
}

/** The problem of a fault after which the parser goes on as if nothing had been; undefined for one it cannot get over. */
function toleratedFault(
  text: string,
  { kind, start, end }: SyntaxFault,
  tokenEnd: (offset: number) => number,
): Problem | undefined {
  switch (kind) {
    case 'trailing-comma':
      return { code: 'trailing-comma', range: { start, end } };
    case 'comment':
      return text.charAt(start) === '/' ? { code: 'comment', range: { start, end } } : undefined;
    case 'duplicate-key':
      return { code: 'duplicate-key', key: text.slice(start + 1, end - 1), range: { start, end } };
    case 'comma-expected': {
      const insertAt = tokenEnd(start);
      // "01" and "1 b" are no two values with a comma forgotten between them.
      const apart = insertAt < start || /["}\]]/.test(text.charAt(insertAt - 1));
      if (!apart || text.charAt(start) !== '"') return undefined;
      return { code: 'missing-comma', insertAt, range: { start: insertAt - 1, end: insertAt } };
    }
    default:
      return undefined;
  }
}
