import { plainText } from '../../../common/src/text/plainText';
import { t } from '../../../common/src/text/translate';
import { entryOf, type Problem } from './problems';

/** The message of a problem: the fault, then what to do, in one or two sentences on one line. */
export const message = (problem: Problem): string => entryOf(problem).message(withPlainTexts(problem));

/** Properties of problems whose strings come from the document. */
const fromDocument = ['key', 'label', 'value', 'host', 'variable', 'literal', 'meant'];

/** The same problem with the strings of the document in it made safe to show. */
function withPlainTexts(problem: Problem): Problem {
  const texts = Object.entries(problem)
    .filter(([name, value]) => fromDocument.includes(name) && typeof value === 'string')
    .map(([name, value]) => [name, plainText(String(value))] as const);
  return { ...problem, ...(Object.fromEntries(texts) as object) };
}

/** The message for the problems that aren't shown one by one. */
export const moreProblems = (count: number): string =>
  count === 1 ? t("One more problem isn't shown.") : t("{count} more problems aren't shown.", { count });
