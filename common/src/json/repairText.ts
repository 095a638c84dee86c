import type { Repair } from './faults';

/**
 * Returns a copy of a text in which look-alikes are replaced one for one by the characters of JSON, so that offsets do not
 * change. A character that a fix would remove becomes a space; one that it would escape becomes an apostrophe.
 */
export function repairText(text: string, repairs: readonly Repair[]): string {
  if (repairs.length === 0) return text;
  const pieces: string[] = [];
  let done = 0;
  const put = (offset: number, replacement: string, length = 1): void => {
    pieces.push(text.slice(done, offset), replacement);
    done = offset + length;
  };
  for (const repair of repairs) {
    if (repair.kind === 'character') {
      const length = repair.end - repair.start;
      put(repair.start, repair.replacement || ' '.repeat(length), length);
    } else {
      const changes = [
        ...repair.marks.map((offset) => ({ offset, replacement: '"' })),
        ...repair.toEscape.map((offset) => ({ offset, replacement: "'" })),
        ...repair.toDrop.map((offset) => ({ offset, replacement: "'" })),
      ];
      for (const { offset, replacement } of changes.sort((a, b) => a.offset - b.offset)) put(offset, replacement);
    }
  }
  pieces.push(text.slice(done));
  return pieces.join('');
}
