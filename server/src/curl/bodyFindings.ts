import type { Catalog } from '../catalog/catalog';
import { findProblems } from '../problems/findProblems';
import { isMechanical } from '../problems/fixAll';
import { fixesOf } from '../problems/fixes';
import type { Problem, ProblemOf } from '../problems/problems';
import { parseRequest, type ParsedRequest } from '../request/request';
import type { TextEdit } from '../../../common/src/json/edits';
import { isUncertain } from '../problems/uncertain';
import type { OffsetRange } from '../../../common/src/json/tree';
import { isUnexpanded } from './callFindings';
import { isBroken, type Argument } from './command';
import type { CurlCommand } from './commands';
import { editToSource, pieceOver, rangeToSource, touchesVariable } from './bodyEdits';
import { finding, type Finding } from './findings';
import { shellRules, type Shell } from './shellRules';

/** The JSON that a command sends. */
export interface Body {
  readonly argument: Argument;
  readonly shell: Shell;
  /** As long as the argument's value, with a word like `$vvv` instead of each variable. */
  readonly text: string;
  /** True where it is sent to create an instance: only then the rules for requests apply. */
  readonly isRequest: boolean;
}

/** Undefined where a command sends no JSON, or where it is unknown what it sends. */
export function bodyOf({ call, shell }: CurlCommand): Body | undefined {
  const [data, ...others] = call.data;
  if (!data || others.length > 0 || data.file !== undefined) return undefined;
  const { argument } = data;
  const isRequest = call.method === 'POST' && /^\/instances\/?$/.test(call.path);
  const text = withoutVariables(argument);
  const isJson = /^\s*[{[]/.test(text);
  if (!isJson && (!isRequest || text.startsWith('$') || argument.value.startsWith('@'))) return undefined;
  return { argument, shell, text, isRequest };
}

function withoutVariables({ word, from }: Argument): string {
  const texts = word.pieces.map(({ text, isVariable }) =>
    isVariable ? `$${'v'.repeat(text.length)}`.slice(0, text.length) : text,
  );
  return texts.join('').slice(from);
}

/** The problems of the JSON in a command, with ranges of its text. */
export function findBodyProblems(command: CurlCommand, catalog: Catalog): Finding[] {
  const body = bodyOf(command);
  if (!body || body.text.trim() === '') return [];
  const parsed = parseRequest(body.text);
  const isUncertainAt = isUncertain(parsed);
  const problems = body.isRequest ? findProblems(parsed, catalog) : parsed.faults;
  return problems
    .filter((problem) => !touchesVariable(body.argument, problem.range) && problem.code !== 'sign-in-later')
    .map((problem) => {
      const found = toFinding(body, parsed, problem, catalog);
      return isUncertainAt(problem.range) ? { ...found, isMechanical: false } : found;
    });
}

function toFinding(body: Body, parsed: ParsedRequest, problem: Problem, catalog: Catalog): Finding {
  if (problem.code === 'written-secret') return secretFinding(body, parsed, problem);
  return {
    problem: inText(body.argument, problem),
    isMechanical: isMechanical(problem),
    fixes: () =>
      fixesOf(problem, parsed, catalog).flatMap((fix) => {
        const edits = editsInText(body, fix.edits);
        return edits ? [{ ...fix, edits }] : [];
      }),
  };
}

function inText(argument: Argument, problem: Problem): Problem {
  const range = rangeToSource(argument, problem.range);
  if (!('repair' in problem)) return { ...problem, range };
  // TypeScript widens the spread of a union, hence the assertion.
  return { ...problem, range, repair: { ...problem.repair, ...rangeToSource(argument, problem.repair) } } as Problem;
}

/** Maps edits of the JSON to the text; undefined where one of them can't be mapped. */
function editsInText({ argument, shell }: Body, edits: readonly TextEdit[]): TextEdit[] | undefined {
  const sourceEdits = edits.map((edit) => editToSource(argument, edit, shell));
  return sourceEdits.some((edit) => edit === undefined) ? undefined : sourceEdits.filter((edit) => edit !== undefined);
}

function secretFinding(body: Body, { text }: ParsedRequest, problem: ProblemOf<'written-secret'>): Finding {
  const { argument, shell } = body;
  const range = rangeToSource(argument, problem.range);
  const inner = { start: problem.range.start + 1, end: problem.range.end - 1 };
  const written = text.slice(inner.start, inner.end);
  if (isUnexpanded(written, shell)) {
    return finding({ code: 'curl-unexpanded-variable', variable: written, range }, () =>
      expandingEdits(body, inner, written),
    );
  }
  const reference = shellRules[shell].nameVariable(problem.name);
  return finding({ ...problem, reference, range }, () => expandingEdits(body, inner, reference), {
    preferred: false,
  });
}

/**
 * Replaces a part of the JSON with a variable. In a POSIX shell, single quotes end before it: adjacent strings are
 * joined.
 */
function expandingEdits(
  { argument, shell }: Body,
  inner: OffsetRange,
  reference: string,
): readonly TextEdit[] | undefined {
  const range = rangeToSource(argument, inner);
  const quotes = pieceOver(argument.word, range)?.quotes;
  if (!quotes || isBroken(quotes) || (quotes.family === 'single' && shell !== 'posix')) return undefined;
  return [{ ...range, text: quotes.family === 'single' ? `'"${reference}"'` : reference }];
}
