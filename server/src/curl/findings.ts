import { isMechanical } from '../problems/fixAll';
import type { Fix } from '../problems/fixEdits';
import { entryOf, type Problem } from '../problems/problems';
import type { TextEdit } from '../../../common/src/json/edits';
import type { OffsetRange } from '../../../common/src/json/tree';

/** A problem of a command, with its fixes, which depend on the quoting around it. */
export interface Finding {
  readonly problem: Problem;
  /** True where fix all applies the first fix. */
  readonly isMechanical: boolean;
  readonly fixes: () => readonly Fix[];
}

/**
 * A problem of a command. The entry of the problem has the title of the fix, and decides whether fix all applies it.
 * @param edits The edits of the fix; undefined where there is none.
 * @param isSure False where fix all leaves this problem to the user, whatever its entry has.
 * @param preferred True where the fix is the one right outcome.
 */
export const finding = (
  problem: Problem,
  edits?: () => readonly TextEdit[] | undefined,
  { isSure = true, preferred = true } = {},
): Finding => ({
  problem,
  isMechanical: edits !== undefined && isSure && isMechanical(problem),
  fixes: () => fixOf(problem, edits?.(), preferred),
});

function fixOf(problem: Problem, edits: readonly TextEdit[] | undefined, preferred: boolean): Fix[] {
  const title = entryOf(problem).commandTitle?.(problem);
  return edits && title !== undefined ? [{ title, edits, preferred }] : [];
}

export const range = (start: number, end: number): OffsetRange => ({ start, end });
