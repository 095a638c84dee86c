import { applyEdits } from '../../common/src/json/edits';
import { fixAll } from '../../server/src/problems/fixAll';
import { findProblems } from '../../server/src/problems/findProblems';
import { message } from '../../server/src/problems/problemText';
import { severityOf } from '../../server/src/problems/severities';
import { parseRequest } from '../../server/src/request/request';
import type { Problem } from '../../server/src/problems/problems';
import { catalog } from './catalog';

/** Every complete request has secrets written out: what is said of them is left out, unless `secrets`. */
export const problemsOf = (text: string, secrets = false): Problem[] =>
  findProblems(parseRequest(text), catalog).filter(({ code }) => secrets || code !== 'written-secret');

/** One line per problem: `severity code «marked text» message`. Line breaks within the marked text are shown as ⏎. */
export const rendered = (text: string, secrets = false): string[] =>
  problemsOf(text, secrets).map((problem) => {
    const marked = text.slice(problem.range.start, problem.range.end).replaceAll(/\r\n|\r|\n/g, '⏎');
    return `${severityOf(problem)} ${problem.code} «${marked}» ${message(problem)}`;
  });

/** The same without the message. */
export const inShort = (text: string): string[] =>
  rendered(text).map((line) => line.slice(0, line.lastIndexOf('» ') + 1));

/** The text after fix-all. */
export const fixedAll = (text: string): string => applyEdits(text, fixAll(parseRequest(text), catalog));
