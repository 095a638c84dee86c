import { plainText } from '../../../common/src/text/plainText';
import { entryOf, type Problem } from './problems';

/** The message of a problem: what is wrong, and what to do, in one or two sentences, on one line. */
export const message = (problem: Problem): string => entryOf(problem).message(withPlainTexts(problem));

/** Members of problems that hold text of the document as it stands there. */
const fromDocument = ['key', 'label', 'value', 'host', 'variable', 'literal', 'meant'];

/** The same problem with the texts of the document in it made fit for a sentence. */
function withPlainTexts(problem: Problem): Problem {
  const texts = Object.entries(problem)
    .filter(([name, value]) => fromDocument.includes(name) && typeof value === 'string')
    .map(([name, value]) => [name, plainText(String(value))] as const);
  return { ...problem, ...(Object.fromEntries(texts) as object) };
}

/** Said of the problems that are not shown one by one. */
export const moreProblems = (count: number): string =>
  count === 1 ? 'There is one more problem from here on.' : `There are ${count} more problems from here on.`;
