import { mentionsPlatform } from '../../../common/src/protocol/curl';
import type { Catalog } from '../catalog/catalog';
import { fixRepeatedly } from '../problems/fixPasses';
import { inOrder } from '../problems/fixEdits';
import type { Problem, ProblemCode } from '../problems/problems';
import type { TextEdit } from '../../../common/src/json/edits';
import type { OffsetRange } from '../../../common/src/json/tree';
import { findBodyProblems } from './bodyFindings';
import { findCallProblems } from './callFindings';
import {
  callsPlatform,
  findCommands,
  readCommands,
  type CurlCommand,
  type KnownCommands,
  type LocatedCommand,
} from './commands';
import type { Finding } from './findings';
import { hasSupportedQuoting } from './supportedQuoting';
import { codeBlocks } from './fences';
import { findShellProblems } from './shellFindings';
import type { Shell } from './shellRules';

/** What is said of the cURL commands in a text. Nothing is said of anything else in it, and nothing else is changed. */

const shellOf: Readonly<Record<string, Shell>> = { powershell: 'powershell', bat: 'cmd' };

/**
 * The cURL commands in a text of a language of the editor; none where no address of the platform is in it.
 * @param known Those of the text before an edit.
 */
export function commandsIn(text: string, languageId: string, known?: KnownCommands): LocatedCommand[] {
  if (!mentionsPlatform(text)) return [];
  const whole = { start: 0, end: text.length };
  if (languageId !== 'markdown') return readCommands(text, shellOf[languageId] ?? 'posix', whole, known);
  return codeBlocks(text).flatMap(({ shell, ...block }) => readCommands(text, shell, block, known));
}

/** Every problem of the commands of a text, in its order. */
export function findCurlProblems(commands: readonly LocatedCommand[], catalog: Catalog): Finding[] {
  return commands
    .filter(callsPlatform)
    .flatMap(({ start, command }) => findingsOf(command, catalog).map((found) => shifted(found, start)));
}

const findingsCache = new WeakMap<CurlCommand, { readonly catalog: Catalog; readonly findings: readonly Finding[] }>();

/** Worked out once for a command: it may stand in many versions of a text. */
function findingsOf(command: CurlCommand, catalog: Catalog): readonly Finding[] {
  const cached = findingsCache.get(command);
  if (cached?.catalog === catalog) return cached.findings;
  const findings = [...commandFindings(command), ...bodyFindings(command, catalog)].sort(
    (a, b) => a.problem.range.start - b.problem.range.start || a.problem.range.end - b.problem.range.end,
  );
  findingsCache.set(command, { catalog, findings });
  return findings;
}

/** A finding of a command that stands at an offset. */
function shifted({ problem, isMechanical, fixes }: Finding, by: number): Finding {
  const shift = <Range extends OffsetRange>(range: Range): Range => ({
    ...range,
    start: range.start + by,
    end: range.end + by,
  });
  // The spread of a union is none of its members to the compiler.
  const range = shift(problem.range);
  const shiftedProblem = (
    'repair' in problem ? { ...problem, range, repair: shift(problem.repair) } : { ...problem, range }
  ) as Problem;
  return {
    problem: shiftedProblem,
    isMechanical,
    fixes: () => fixes().map((fix) => ({ ...fix, edits: fix.edits.map(shift) })),
  };
}

function commandFindings(command: CurlCommand): Finding[] {
  const found = findCallProblems(command);
  if (hasSupportedQuoting(command)) return [...findShellProblems(command), ...found];
  return found
    .filter(({ problem }) => independentCodes.has(problem.code))
    .map((callFinding) => ({ ...callFinding, isMechanical: false }));
}

/** What can be said of a part of a command, whatever the rest of it is. */
const independentCodes: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'placeholder',
  'sample-host',
  'written-secret',
]);

const bodyFindings = (command: CurlCommand, catalog: Catalog): Finding[] =>
  hasSupportedQuoting(command) ? findBodyProblems(command, catalog) : [];

/** Fixes everything in the commands of a text that has one right answer. A second call finds nothing to do. */
export function fixCurl(commands: readonly LocatedCommand[], catalog: Catalog): TextEdit[] {
  return commands.filter(callsPlatform).flatMap(({ start, command }) =>
    fixCommand(command, catalog).map((edit) => ({
      start: start + edit.start,
      end: start + edit.end,
      text: edit.text,
    })),
  );
}

/** The same for one command; none where there is no end of it, or it becomes something else. */
export const fixCommand = ({ text, shell }: CurlCommand, catalog: Catalog): readonly TextEdit[] =>
  fixRepeatedly(text, (fixed) => {
    const command = wholeCommand(fixed, shell);
    return command && mechanicalEdits(command, catalog);
  });

/** The command that a text is from its beginning to its end. */
export function wholeCommand(text: string, shell: Shell): CurlCommand | undefined {
  const [found] = findCommands(text, shell);
  return found?.start === 0 && found.end === text.length ? found.command : undefined;
}

/** First what the shell has to read rightly; only then it is known what the JSON is. */
function mechanicalEdits(command: CurlCommand, catalog: Catalog): TextEdit[] {
  const edits = withoutOverlaps(commandFindings(command));
  return edits.length > 0 ? edits : withoutOverlaps(bodyFindings(command, catalog));
}

/** The edits of what fix-all fixes. Of fixes that reach into one another, the first: the next pass has the others. */
function withoutOverlaps(findings: readonly Finding[]): TextEdit[] {
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
    for (const { end } of edits) done = Math.max(done, end);
    return edits;
  });
}
