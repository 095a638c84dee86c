import { applyEdits, wholeChange, type TextEdit } from '../../../common/src/json/edits';

/** Each pass can lay open at most what the one before hid; more than this many is no text that a person wrote. */
const maximumPasses = 20;

/**
 * Fixes a text until nothing is left to fix: a second call finds nothing to do.
 * @param editsOf The edits of one pass over a text; undefined where it has become something else.
 * @returns One list of edits for all passes; none where there is no end of it, or the text becomes something else.
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
