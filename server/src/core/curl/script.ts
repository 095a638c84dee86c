import { mentionsPlatform } from '../../protocol';
import type { Catalog } from '../catalog';
import { inOrder } from '../fixes';
import { applyEdits, wholeChange, type TextEdit } from '../syntax/edits';
import { findBodyProblems } from './bodyFindings';
import { findCallProblems } from './callFindings';
import { findCommands, type CurlCommand } from './commands';
import type { Finding, Place } from './findings';
import { codeBlocks } from './markdown';
import { findShellProblems } from './shellFindings';
import type { Shell } from './shells';

/** What is said of the cURL commands in a text. Nothing is said of anything else in it, and nothing else is changed. */

const shellOf: Readonly<Record<string, Shell>> = { powershell: 'powershell', bat: 'cmd' };

/** The commands that call the platform, in a text of a language of the editor. */
export function commandsIn(text: string, languageId: string): CurlCommand[] {
  if (!mentionsPlatform(text)) return [];
  if (languageId !== 'markdown') return findCommands(text, shellOf[languageId] ?? 'posix');
  return codeBlocks(text).flatMap(({ shell, ...block }) => findCommands(text, shell, block));
}

/** Every problem of the commands of a text, in its order. */
export function findCurlProblems(text: string, commands: readonly CurlCommand[], catalog: Catalog): Finding[] {
  return commands
    .flatMap((command) => [...writing({ text, command }), ...findBodyProblems({ text, command }, catalog)])
    .sort((a, b) => a.problem.range.start - b.problem.range.start || a.problem.range.end - b.problem.range.end);
}

const writing = (place: Place): Finding[] => [...findShellProblems(place), ...findCallProblems(place)];

/** Mends everything in the commands of a text that has one right answer. A second call finds nothing to do. */
export function fixCurl(text: string, commands: readonly CurlCommand[], catalog: Catalog): TextEdit[] {
  return commands.flatMap((command) => {
    const { start, end, shell } = command;
    return fixCommand(text.slice(start, end), shell, catalog).map((edit) => ({
      start: start + edit.start,
      end: start + edit.end,
      text: edit.text,
    }));
  });
}

/** Each pass can lay open at most what the one before hid; more than this many is no text that a person wrote. */
const maximumPasses = 20;

/** The same for a text that is one command; none where there is no end of it, or it becomes something else. */
export function fixCommand(text: string, shell: Shell, catalog: Catalog): TextEdit[] {
  let fixed = text;
  let first: readonly TextEdit[] = [];
  for (let pass = 0; pass < maximumPasses; pass++) {
    const command = wholeCommand(fixed, shell);
    if (!command) return [];
    const edits = mechanicalEdits({ text: fixed, command }, catalog);
    if (edits.length === 0) return pass <= 1 ? [...first] : [wholeChange(text, fixed)];
    if (pass === 0) first = edits;
    fixed = applyEdits(fixed, edits);
  }
  return [];
}

/** The command that a text is from its beginning to its end. */
export function wholeCommand(text: string, shell: Shell): CurlCommand | undefined {
  const [command] = findCommands(text, shell);
  return command?.start === 0 && command.end === text.length ? command : undefined;
}

/** First what the shell has to read rightly; only then it is known what the JSON is. */
function mechanicalEdits(place: Place, catalog: Catalog): TextEdit[] {
  const edits = apart(writing(place));
  return edits.length > 0 ? edits : apart(findBodyProblems(place, catalog));
}

/** The edits of what fix-all mends. Of fixes that reach into one another, the first: the next pass has the others. */
function apart(findings: readonly Finding[]): TextEdit[] {
  const fixes = findings
    .filter(({ isMechanical }) => isMechanical)
    .flatMap((found) =>
      found
        .fixes()
        .filter(({ preferred }) => preferred)
        .slice(0, 1),
    )
    .map(({ edits }) => inOrder(edits))
    .sort((a, b) => (a[0]?.start ?? 0) - (b[0]?.start ?? 0));
  let done = -1;
  return fixes.flatMap((edits) => {
    if ((edits[0]?.start ?? 0) <= done) return [];
    done = Math.max(done, ...edits.map(({ end }) => end));
    return edits;
  });
}
