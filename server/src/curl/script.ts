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

/** Finds and fixes the problems of the cURL commands in a text. Everything else in it is left alone. */

const shellOf: Readonly<Record<string, Shell>> = { powershell: 'powershell', bat: 'cmd' };

/**
 * The cURL commands in a text of a language of the editor; none where it has no address of the platform.
 * @param known The commands of the text before an edit.
 */
export function commandsIn(text: string, languageId: string, known?: KnownCommands): LocatedCommand[] {
  if (!mentionsPlatform(text)) return [];
  const whole = { start: 0, end: text.length };
  if (languageId !== 'markdown') return readCommands(text, shellOf[languageId] ?? 'posix', whole, known);
  return codeBlocks(text).flatMap(({ shell, ...block }) => readCommands(text, shell, block, known));
}

/** The problems of all commands that call the platform, in the order of the text. */
export function findCurlProblems(commands: readonly LocatedCommand[], catalog: Catalog): Finding[] {
  return commands
    .filter(callsPlatform)
    .flatMap(({ start, command }) => findingsOf(command, catalog).map((found) => shifted(found, start)));
}

const findingsCache = new WeakMap<CurlCommand, { readonly catalog: Catalog; readonly findings: readonly Finding[] }>();

/** Cached, because a command stays the same in many versions of a text. */
function findingsOf(command: CurlCommand, catalog: Catalog): readonly Finding[] {
  const cached = findingsCache.get(command);
  if (cached?.catalog === catalog) return cached.findings;
  const findings = [...commandFindings(command), ...bodyFindings(command, catalog)].sort(
    (a, b) => a.problem.range.start - b.problem.range.start || a.problem.range.end - b.problem.range.end,
  );
  findingsCache.set(command, { catalog, findings });
  return findings;
}

/** Maps a finding of a command at an offset to the complete text. */
function shifted({ problem, isMechanical, fixes }: Finding, by: number): Finding {
  const shift = <Range extends OffsetRange>(range: Range): Range => ({
    ...range,
    start: range.start + by,
    end: range.end + by,
  });
  // TypeScript widens the spread of a union, hence the assertion.
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

/** Problems of a part of a command that don't depend on the rest of it. */
const independentCodes: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'placeholder',
  'sample-host',
  'written-secret',
]);

const bodyFindings = (command: CurlCommand, catalog: Catalog): Finding[] =>
  hasSupportedQuoting(command) ? findBodyProblems(command, catalog) : [];

/** The edits of fix all in the commands of a text. After them, a second call returns none. */
export function fixCurl(commands: readonly LocatedCommand[], catalog: Catalog): TextEdit[] {
  return commands.filter(callsPlatform).flatMap(({ start, command }) =>
    fixCommand(command, catalog).map((edit) => ({
      start: start + edit.start,
      end: start + edit.end,
      text: edit.text,
    })),
  );
}

/** The edits of fix all in a command; none where its end is unknown, or where it would become something else. */
export const fixCommand = ({ text, shell }: CurlCommand, catalog: Catalog): readonly TextEdit[] =>
  fixRepeatedly(text, (fixed) => {
    const command = wholeCommand(fixed, shell);
    return command && mechanicalEdits(command, catalog);
  });

/** The command that makes up a complete text; undefined where there is more or less in it. */
export function wholeCommand(text: string, shell: Shell): CurlCommand | undefined {
  const [found] = findCommands(text, shell);
  return found?.start === 0 && found.end === text.length ? found.command : undefined;
}

/** Fixes of the quoting come first: only after them it is known what the JSON is. */
function mechanicalEdits(command: CurlCommand, catalog: Catalog): TextEdit[] {
  const edits = withoutOverlaps(commandFindings(command));
  return edits.length > 0 ? edits : withoutOverlaps(bodyFindings(command, catalog));
}

/** The edits of fix all. Of fixes that overlap, only the first one: the next pass applies the others. */
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
