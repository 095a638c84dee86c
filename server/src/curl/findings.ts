import { isMechanical } from '../problems/fixAll';
import type { Fix } from '../problems/fixEdits';
import { entryOf, type Problem } from '../problems/problems';
import type { TextEdit } from '../../../common/src/json/edits';
import type { OffsetRange } from '../../../common/src/json/tree';

/** A problem of a command, with its fixes: those depend on how the text is written there. */
export interface Finding {
  readonly problem: Problem;
  /** True for what fix-all fixes, by the first of the fixes. */
  readonly isMechanical: boolean;
  readonly fixes: () => readonly Fix[];
}

/**
 * A problem of a command. What its fix is called, and whether fix-all takes it, stands in the problem's entry.
 * @param edits Those of its one fix; undefined where nobody knows them.
 * @param isSure False where fix-all leaves this one to the user, whatever its entry says.
 * @param preferred Whether the fix is the one right answer.
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
