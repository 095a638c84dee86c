/** Takes the `|` out of a text that marks an offset; throws when there is none, or more than one. */
export function readCursor(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('|');
  if (offset < 0) throw new Error(`No cursor (|) in: ${marked}`);
  if (marked.includes('|', offset + 1)) throw new Error(`More than one cursor (|) in: ${marked}`);
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}
