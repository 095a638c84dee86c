import { applyEdits } from '../../common/src/json/edits';
import { fixAll } from '../../server/src/problems/fixAll';
import { findProblems } from '../../server/src/problems/findProblems';
import { severityOf } from '../../server/src/problems/severities';
import { parseRequest } from '../../server/src/request/request';
import type { Problem } from '../../server/src/problems/problems';
import { catalog } from './catalog';

/** Every complete request contains secrets in plain text: that problem is left out, unless `secrets`. */
export const problemsOf = (text: string, secrets = false): Problem[] =>
  findProblems(parseRequest(text), catalog).filter(({ code }) => secrets || code !== 'written-secret');

/**
 * One line per problem: `severity code «marked text»`, then the data that its message is made from: `label=API Key`. Line
 * breaks in the marked text are shown as ⏎.
 */
export const rendered = (text: string, secrets = false): string[] =>
  problemsOf(text, secrets).map((problem) => [renderedShort(text, problem), ...dataOf(problem)].join(' '));

/** The same without the data. */
export const inShort = (text: string): string[] => problemsOf(text).map((problem) => renderedShort(text, problem));

function renderedShort(text: string, problem: Problem): string {
  const marked = text.slice(problem.range.start, problem.range.end).replaceAll(/\r\n|\r|\n/g, '⏎');
  return `${severityOf(problem)} ${problem.code} «${marked}»`;
}

/** The data of a problem but for ranges and offsets, which its fixes show. A name without a value means true. */
function dataOf(problem: Problem): string[] {
  const data = { ...problem, ...('repair' in problem ? problem.repair : {}) };
  return Object.entries(data).flatMap(([name, value]: [string, unknown]) => {
    if (['code', 'kind', 'range'].includes(name)) return [];
    if (typeof value === 'string') return [`${name}=${value}`];
    if (value === true || (value !== undefined && ['wrong', 'missing'].includes(name))) return [name];
    if (!Array.isArray(value) || value.length === 0 || typeof value[0] === 'number') return [];
    const keys = value.flatMap((item: unknown) => (typeof item === 'string' ? [item] : keyOf(item)));
    return keys.length > 0 ? [`${name}=${keys.join(',')}`] : [];
  });
}

const keyOf = (item: unknown): string[] =>
  typeof item === 'object' && item !== null && 'key' in item ? [String(item.key)] : [];

/** The text after fix-all. */
export const fixedAll = (text: string): string => applyEdits(text, fixAll(parseRequest(text), catalog));
