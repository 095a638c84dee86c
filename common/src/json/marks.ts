import { endsThere, goesOn, isLineEnd, type Role } from './follow';
import { isDoubleQuoteLike, isSingleQuoteLike } from './lookAlikes';
import { endOfLine } from './scanner';

/**
 * Finds the quotes on a line that may close a string. Results are cached, so that a line with many strings is scanned a
 * few times and not once per string. Every search starts at `from` and stops at the end of the line.
 */
export interface Marks {
  /** Offset of the end of the line. */
  lineEnd(from: number): number;
  /** The first straight quote that is not escaped. */
  straight(from: number): number | undefined;
  /** The number of straight quotes that are not escaped. */
  countStraight(from: number): number;
  /** The first quote after which JSON can continue as it does after a string of this role. */
  close(kind: MarkKind, role: Role, from: number): number | undefined;
  /** The first quote with no plain text after it. A weaker sign than `close`: JSON could not continue there. */
  lastResort(kind: MarkKind, from: number): number | undefined;
}

export type MarkKind = 'straight' | 'double' | 'single';

const fits: Readonly<Record<MarkKind, (character: string) => boolean>> = {
  straight: (character) => character === '"',
  double: isDoubleQuoteLike,
  single: isSingleQuoteLike,
};

/** A cached result: it is the same for every search that starts between `from` and `to`. */
interface Found {
  readonly from: number;
  /** Offset of the quote, or of the end of the line if there is none. */
  readonly to: number;
  readonly exists: boolean;
}

export function createMarks(text: string): Marks {
  const remembered = new Map<string, Found>();
  let line = { start: 0, end: -1 };
  let counted: { readonly start: number; readonly end: number; readonly offsets: readonly number[] } | undefined;

  const lineEnd = (from: number): number => {
    if (from < line.start || from > line.end) line = { start: from, end: endOfLine(text, from) };
    return line.end;
  };

  const first = (kind: MarkKind, from: number, isIt: (mark: number) => boolean, key: string): number | undefined => {
    let found = remembered.get(key);
    if (!found || from < found.from || from > found.to) {
      const mark = scan(text, from, fits[kind], isIt);
      found = { from, to: mark ?? lineEnd(from), exists: mark !== undefined };
      remembered.set(key, found);
    }
    return found.exists ? found.to : undefined;
  };

  return {
    lineEnd,
    straight: (from) => first('straight', from, () => true, 'straight'),
    countStraight(from) {
      if (!counted || from < counted.start || from > counted.end) {
        const offsets: number[] = [];
        scan(text, from, fits.straight, (mark) => offsets.push(mark) < 0);
        counted = { start: from, end: lineEnd(from), offsets };
      }
      return counted.offsets.length - firstIndexFrom(counted.offsets, from);
    },
    close: (kind, role, from) => first(kind, from, (mark) => goesOn(text, mark + 1, role), `${kind} ${role}`),
    lastResort: (kind, from) => first(kind, from, (mark) => endsThere(text, mark + 1), `${kind} last`),
  };
}

/** The first quote that is not escaped and that `isIt` accepts, up to the end of the line. */
function scan(
  text: string,
  from: number,
  isMark: (character: string) => boolean,
  isIt: (mark: number) => boolean,
): number | undefined {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || code === 0x0d) return undefined;
    if (code === 0x5c) {
      if (!isLineEnd(text.charCodeAt(at + 1))) at++;
    } else if (isMark(text.charAt(at)) && isIt(at)) {
      return at;
    }
  }
  return undefined;
}

/** Index of the first of the ascending offsets that is at or after `from`. */
function firstIndexFrom(offsets: readonly number[], from: number): number {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
