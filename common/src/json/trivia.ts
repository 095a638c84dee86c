import type { SyntaxFault } from './faults';

/**
 * Returns a function that gives the end of the last token before an offset, skipping whitespace and comments. A missing
 * comma belongs there.
 * @param repaired The text with its look-alikes replaced.
 */
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
