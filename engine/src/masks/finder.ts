import { randomInt } from 'node:crypto';
import type { OffsetRange } from '../../../common/src/json/tree';

/** A text to find. */
export interface Pattern {
  readonly text: string;
  /** True if a base64 character right before, or right after, an occurrence also encodes a part of what is to be found. */
  readonly before?: boolean;
  readonly after?: boolean;
}

const [minus, plus, underscore, slash] = [0x2d, 0x2b, 0x5f, 0x2f];
const base64 = /[\w+/-]/;
/** Odd, and different in each process, so that nobody can craft a text whose entries collide in the hash table. */
const spread = 2 * randomInt(2 ** 29, 2 ** 30) + 1;

/** The UTF-16 unit at an index. The two characters that base64url spells differently become those of base64. */
function unitAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  return unit === minus ? plus : unit === underscore ? slash : unit;
}

/**
 * Returns a function that finds all patterns in a text in one pass, with the Aho-Corasick automaton. Building it is linear in
 * the patterns, and each search is linear in the text, even if patterns overlap. For each offset where occurrences end, the
 * function returns the longest of them.
 */
export function createFinder(patterns: readonly Pattern[]): (text: string) => OffsetRange[] {
  const size = patterns.reduce((sum, { text }) => sum + text.length, 1);
  // Indexed by state. State 0 is the root, where nothing has matched yet. No state has it as a child, so 0 means "none".
  const [units, parents] = [new Uint16Array(size), new Int32Array(size)];
  const [firstChild, nextSibling] = [new Int32Array(size), new Int32Array(size)];
  const shorter = new Int32Array(size);
  const reach = new Int32Array(size);
  const [isBefore, isAfter] = [new Uint8Array(size), new Uint8Array(size)];
  let states = 1;

  // A hash table of all children by parent and unit, at most half full. Objects would need ten times the time and memory.
  const bits = Math.ceil(Math.log2(2 * size));
  const table = new Int32Array(2 ** bits);
  const slotOf = (state: number, unit: number): number => {
    let slot = Math.imul(Math.imul(state, spread) ^ unit, spread) >>> (32 - bits);
    for (;;) {
      const child = table[slot] ?? 0;
      if (child === 0 || (parents[child] === state && units[child] === unit)) return slot;
      slot = (slot + 1) & (table.length - 1);
    }
  };
  const childOf = (state: number, unit: number): number => {
    const first = firstChild[state] ?? 0;
    if (first === 0 || units[first] === unit) return first;
    return nextSibling[first] === 0 ? 0 : (table[slotOf(state, unit)] ?? 0);
  };
  const grow = (state: number, unit: number): number => {
    const slot = slotOf(state, unit);
    const known = table[slot] ?? 0;
    if (known !== 0) return known;
    const child = states++;
    table[slot] = child;
    units[child] = unit;
    parents[child] = state;
    nextSibling[child] = firstChild[state] ?? 0;
    firstChild[state] = child;
    return child;
  };
  /** The state after `unit`: a longer match of the same pattern or, if there is none, a match that begins later. */
  const step = (state: number, unit: number): number => {
    for (let at = state; ; at = shorter[at] ?? 0) {
      const next = childOf(at, unit);
      if (next !== 0 || at === 0) return next;
    }
  };

  const extend = (state: number, length: number, before: number, after: number): void => {
    if (length > (reach[state] ?? 0)) {
      reach[state] = length;
      isBefore[state] = before;
    }
    if (after === 1) isAfter[state] = 1;
  };

  for (const { text, before, after } of patterns) {
    let state = 0;
    for (let index = 0; index < text.length; index++) state = grow(state, unitAt(text, index));
    if (state !== 0)
      extend(state, text.length + Number(before ?? false), Number(before ?? false), Number(after ?? false));
  }
  const queue = new Int32Array(size);
  let queued = 1;
  for (let done = 0; done < queued; done++) {
    const state = queue[done] ?? 0;
    for (let child = firstChild[state] ?? 0; child !== 0; child = nextSibling[child] ?? 0) {
      const fallback = state === 0 ? 0 : step(shorter[state] ?? 0, units[child] ?? 0);
      shorter[child] = fallback;
      extend(child, reach[fallback] ?? 0, isBefore[fallback] ?? 0, isAfter[fallback] ?? 0);
      queue[queued++] = child;
    }
  }

  const isBase64 = (character: string | undefined) => character !== undefined && base64.test(character);
  return (text) => {
    const found: OffsetRange[] = [];
    if (states === 1) return found;
    let state = 0;
    for (let index = 0; index < text.length; index++) {
      state = step(state, unitAt(text, index));
      const length = reach[state] ?? 0;
      if (length === 0) continue;
      const start = index + 1 - length;
      const isMore = isBefore[state] === 1 && !isBase64(text[start]);
      const end = isAfter[state] === 1 && isBase64(text[index + 1]) ? index + 2 : index + 1;
      found.push({ start: isMore ? start + 1 : start, end });
    }
    return found;
  };
}
