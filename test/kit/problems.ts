import { applyEdits } from '../../server/src/core/edits';
import { fixAll } from '../../server/src/core/fixes';
import { findProblems } from '../../server/src/core/findProblems';
import { message, severity } from '../../server/src/core/messages';
import { parseRequest } from '../../server/src/core/parse';
import type { Problem } from '../../server/src/core/problems';
import { catalog } from './catalog';

export const problemsOf = (text: string): Problem[] => findProblems(parseRequest(text), catalog);

/** One line per problem: `severity code «marked text» message`. Line breaks within the marked text are shown as ⏎. */
export const rendered = (text: string): string[] =>
  problemsOf(text).map((problem) => {
    const marked = text.slice(problem.range.start, problem.range.end).replaceAll(/\r\n|\r|\n/g, '⏎');
    return `${severity(problem)} ${problem.code} «${marked}» ${message(problem)}`;
  });

/** The same without the message. */
export const inShort = (text: string): string[] =>
  rendered(text).map((line) => line.slice(0, line.lastIndexOf('» ') + 1));

/** The text after fix-all. */
export const fixedAll = (text: string): string => applyEdits(text, fixAll(parseRequest(text), catalog));
