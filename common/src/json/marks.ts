import { endsThere, goesOn, isLineEnd, type Role } from './follow';
import { isDoubleQuoteLike, isSingleQuoteLike } from './lookAlikes';
import { endOfLine } from './scanner';

/**
 * The marks on the line of an offset that may close a string. What was found is remembered: however many strings a line
 * has, it is read a few times and not once per string.
 */
export interface Marks {
  /** End of the line, as an offset. */
  lineEnd(from: number): number;
  /** The first straight quote without a backslash from an offset on that follows a mark. */
  straight(from: number): number | undefined;
  /** How many straight quotes without a backslash there are from an offset on. */
  countStraight(from: number): number;
  /** The first mark from an offset on after which JSON goes on as after a string of this role. */
  close(kind: MarkKind, role: Role, from: number): number | undefined;
  /** The first mark from an offset on after which no text follows, though JSON would not go on so. */
  lastResort(kind: MarkKind, from: number): number | undefined;
}

export type MarkKind = 'straight' | 'double' | 'single';

const fits: Readonly<Record<MarkKind, (character: string) => boolean>> = {
  straight: (character) => character === '"',
  double: isDoubleQuoteLike,
  single: isSingleQuoteLike,
};

interface Found {
  readonly from: number;
  /** The mark, or the end of the line where there is none. */
  readonly to: number;
  readonly isThere: boolean;
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
      found = { from, to: mark ?? lineEnd(from), isThere: mark !== undefined };
      remembered.set(key, found);
    }
    return found.isThere ? found.to : undefined;
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

/** The first mark without a backslash, from an offset to the end of its line, that is the one looked for. */
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

/** Index of the first of ascending offsets that is not before another. */
function firstIndexFrom(offsets: readonly number[], from: number): number {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
