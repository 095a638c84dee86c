import type { OffsetRange } from './tree';

/**
 * Questions to many ranges at once, each answered in the logarithm of their number: a text may have as many faults as
 * it has characters, and as many problems.
 */

/** Answers whether one of some ranges lies within another. */
export function containsOneOf(ranges: readonly OffsetRange[]): (outer: OffsetRange) => boolean {
  const sorted = inOrder(ranges);
  // Of a range and all that begin after it, the end of the one that ends first.
  const ends = new Array<number>(sorted.length).fill(Infinity);
  for (let index = sorted.length - 1; index >= 0; index--) {
    ends[index] = Math.min(sorted[index]?.end ?? Infinity, ends[index + 1] ?? Infinity);
  }
  return ({ start, end }) => (ends[firstFrom(sorted, start)] ?? Infinity) <= end;
}

/** Answers whether one of some ranges has a character in common with another, which is not empty. */
export function overlapsOneOf(ranges: readonly OffsetRange[]): (other: OffsetRange) => boolean {
  const sorted = inOrder(ranges);
  // Of a range and all that begin before it, the end of the one that ends last.
  const ends: number[] = [];
  for (const { end } of sorted) ends.push(Math.max(end, ends.at(-1) ?? -1));
  return ({ start, end }) => (ends[firstFrom(sorted, end) - 1] ?? -1) > start;
}

const inOrder = (ranges: readonly OffsetRange[]): OffsetRange[] => [...ranges].sort((a, b) => a.start - b.start);

/** Index of the first range that begins at an offset or after it. */
function firstFrom(sorted: readonly OffsetRange[], offset: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
