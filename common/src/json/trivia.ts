import type { SyntaxFault } from './faults';

/** What stands between the tokens of a text and means nothing to JSON: spaces, and comments, which it does not allow. */

/** Answers where the last token before an offset ends: the place for a comma. `repaired` has no look-alikes. */
export function tokenEnds(repaired: string, faults: readonly SyntaxFault[]): (offset: number) => number {
  const comments = new Map(
    faults.filter(({ code }) => code === 'comment').map(({ range: { start, end } }) => [end, start]),
  );
  return (offset) => {
    let end = offset;
    for (;;) {
      const comment = comments.get(end);
      if (comment !== undefined && comment < end) end = comment;
      else if (end > 0 && repaired.charAt(end - 1).trim() === '') end--;
      else return end;
    }
  };
}
