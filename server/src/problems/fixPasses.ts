import { applyEdits, wholeChange, type TextEdit } from '../../../common/src/json/edits';

/** A fix can uncover further problems. Texts that people write need far fewer passes than this. */
const maximumPasses = 20;

/**
 * Fixes a text until nothing is left to fix, so that a second call changes nothing.
 * @param editsOf The edits of one pass over a text; undefined if the text can't be fixed any further safely.
 * @returns One list of edits for all passes; empty if a pass gives undefined, or if there are too many passes.
 */
export function fixRepeatedly(
  text: string,
  editsOf: (text: string) => readonly TextEdit[] | undefined,
): readonly TextEdit[] {
  let fixed = text;
  let first: readonly TextEdit[] = [];
  for (let pass = 0; pass <= maximumPasses; pass++) {
    const edits = editsOf(fixed);
    if (!edits) return [];
    if (edits.length === 0) return pass <= 1 ? first : [wholeChange(text, fixed)];
    if (pass === 0) first = edits;
    fixed = applyEdits(fixed, edits);
  }
  return [];
}
