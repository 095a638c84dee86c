import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver';

/**
 * Changes as the protocol describes them, by the simplest reading there is: lines, and characters within them. It shares no
 * code with what it is held against.
 */
export function applyChanges(text: string, changes: readonly TextDocumentContentChangeEvent[]): string {
  return changes.reduce((before, change) => {
    if (!('range' in change)) return change.text;
    const offsets = [offsetOf(before, change.range.start), offsetOf(before, change.range.end)];
    return before.slice(0, Math.min(...offsets)) + change.text + before.slice(Math.max(...offsets));
  }, text);
}

/** A position past the end of its line is its end, one past the last line the end of the text. */
function offsetOf(text: string, { line, character }: Position): number {
  // Every second piece is a line end.
  const pieces = text.split(/(\r\n|\r|\n)/);
  if (line * 2 >= pieces.length) return text.length;
  const before = pieces.slice(0, line * 2).join('').length;
  return before + Math.min(character, pieces[line * 2]?.length ?? 0);
}

/** A change from one position to another. */
export const at = (
  line: number,
  character: number,
  endLine: number,
  endCharacter: number,
  text: string,
): TextDocumentContentChangeEvent => ({
  range: { start: { line, character }, end: { line: endLine, character: endCharacter } },
  text,
});
