/** A change of a text. Offsets are UTF-16 units in the text before any edit is made. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Makes edits, which must not overlap, and returns the new text. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = [];
  let done = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    pieces.push(text.slice(done, edit.start), edit.text);
    done = edit.end;
  }
  return pieces.join('') + text.slice(done);
}

/** The one edit that turns `before` into `after`: it covers the first to the last difference. */
export function wholeChange(before: string, after: string): TextEdit {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let kept = 0;
  const longest = Math.min(before.length, after.length) - start;
  while (kept < longest && before.at(-1 - kept) === after.at(-1 - kept)) kept++;
  return { start, end: before.length - kept, text: after.slice(start, after.length - kept) };
}

/** The edit that inserts a text. */
export const insertion = (at: number, text: string): TextEdit => ({ start: at, end: at, text });
