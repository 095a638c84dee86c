import type { Fix } from '../problems/fixes';
import type { Problem } from '../problems/problems';
import type { TextEdit } from '../../../common/src/json/edits';
import type { OffsetRange } from '../../../common/src/json/tree';

/** A problem of a command, with its fixes: those depend on how the text is written there. */
export interface Finding {
  readonly problem: Problem;
  /** True for what fix-all mends, by the first of the fixes. */
  readonly isMechanical: boolean;
  readonly fixes: () => readonly Fix[];
}

export const finding = (problem: Problem, isMechanical = false, fixes: () => readonly Fix[] = () => []): Finding => ({
  problem,
  isMechanical,
  fixes,
});

/** A problem that one right answer mends; none where nobody knows the edits. */
export const mendedBy = (problem: Problem, title: string, edits: () => readonly TextEdit[] | undefined): Finding =>
  finding(problem, true, () => fixOf(title, edits()));

export const fixOf = (title: string, edits: readonly TextEdit[] | undefined, preferred = true): Fix[] =>
  edits ? [{ title, edits, preferred }] : [];

export const range = (start: number, end: number): OffsetRange => ({ start, end });
