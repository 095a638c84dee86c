import type { OffsetRange } from './tree';

/**
 * Queries over many ranges. Each takes logarithmic time, because a text may have as many faults and problems as it has
 * characters.
 */

/** Returns a function that tells whether a range contains at least one of `ranges`. */
export function containsOneOf(ranges: readonly OffsetRange[]): (outer: OffsetRange) => boolean {
  const sorted = inOrder(ranges);
  // For each range, the earliest end among it and all later ranges.
  const ends = new Array<number>(sorted.length).fill(Infinity);
  for (let index = sorted.length - 1; index >= 0; index--) {
    ends[index] = Math.min(sorted[index]?.end ?? Infinity, ends[index + 1] ?? Infinity);
  }
  return ({ start, end }) => (ends[firstFrom(sorted, start)] ?? Infinity) <= end;
}

/** Returns a function that tells whether a range that is not empty overlaps at least one of `ranges`. */
export function overlapsOneOf(ranges: readonly OffsetRange[]): (other: OffsetRange) => boolean {
  const sorted = inOrder(ranges);
  // For each range, the latest end among it and all earlier ranges.
  const ends: number[] = [];
  for (const { end } of sorted) ends.push(Math.max(end, ends.at(-1) ?? -1));
  return ({ start, end }) => (ends[firstFrom(sorted, end) - 1] ?? -1) > start;
}

const inOrder = (ranges: readonly OffsetRange[]): OffsetRange[] => [...ranges].sort((a, b) => a.start - b.start);

/** Index of the first range that starts at or after an offset. */
function firstFrom(sorted: readonly OffsetRange[], offset: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
