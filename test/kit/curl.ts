import { commandsIn, findCurlProblems, fixCurl } from '../../server/src/curl/script';
import type { Finding } from '../../server/src/curl/findings';
import { applyEdits } from '../../common/src/json/edits';
import { severityOf } from '../../server/src/problems/severities';
import { catalog } from './catalog';

/** The address that most commands of the tests call. */
export const address = 'https://api.cloud-elements.com/elements/api-v2/instances';
export const authorization = '-H "Authorization: User $CE_USER_SECRET, Organization $CE_ORGANIZATION_SECRET"';
export const contentType = "-H 'Content-Type: application/json'";

/** The command of the platform's documentation, as it is printed. No shell can run it. */
export const printedCommand = `curl -X POST
-H 'Authorization: User <INSERT_USER_SECRET>, Organization <INSERT_ORGANIZATION_SECRET>'
-H 'Content-Type: application/json'
-d @instance.json
'${address}'
`;

/** The same as it comes out of word processors and web pages. */
export const printedForms: Readonly<Record<string, string>> = {
  'as it is printed': printedCommand,
  'with curly quotes': printedCommand.replaceAll(/(^| )'/gm, '$1‘').replaceAll("'", '’'),
  'with long dashes': printedCommand.replaceAll('-H', '–H').replace('-X', '—X'),
  'with spaces after the backslashes': printedCommand.replaceAll(/\n(?!$)/g, ' \\ \n'),
};

export const curlFindings = (text: string, languageId = 'shellscript'): Finding[] =>
  findCurlProblems(commandsIn(text, languageId), catalog);

/** One line per problem: `severity code «marked text»`. Line breaks within the marked text are shown as ⏎. */
export const curlInShort = (text: string, languageId = 'shellscript'): string[] =>
  curlFindings(text, languageId).map(({ problem }) => {
    const marked = text.slice(problem.range.start, problem.range.end).replaceAll(/\r\n|\r|\n/g, '⏎');
    return `${severityOf(problem)} ${problem.code} «${marked}»`;
  });

/** The text after fix-all. */
export const curlFixed = (text: string, languageId = 'shellscript'): string =>
  applyEdits(text, fixCurl(commandsIn(text, languageId), catalog));
