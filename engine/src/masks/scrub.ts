import { applyEdits } from '../../../common/src/json/edits';
import type { OffsetRange } from '../../../common/src/json/tree';
import { createFinder, type Pattern } from './finder';
import { isDistinctive, mask } from './secretNames';
import { readingsOf } from './readings';

/** Secrets, prepared for a search. */
export interface Masker {
  /** True if the complete value is one of them, however short. */
  readonly isSecret: (value: string) => boolean;
  /** The parts of a text that spell one of them, in order and without overlap. */
  readonly find: (text: string) => OffsetRange[];
}

/** A shorter secret occurs by chance, and masking it would spoil other text: it is masked only as a complete value. */
const shortest = 4;
const prepared = new WeakMap<readonly string[], Masker>();

/**
 * Prepares secrets for a search in any number of texts, as they are and in every spelling in which a server returns them:
 * with escape sequences of JSON, even twice, percent-encoded, as in a form, as in HTML, with one spelling inside another, and
 * in base64 of either alphabet, alone or with other bytes around them. Each array is prepared only once. Values that say
 * nothing aren't secrets: an empty string, true, false, a mask.
 */
export function maskerOf(secrets: readonly string[]): Masker {
  const known = prepared.get(secrets);
  if (known !== undefined) return known;
  const distinctive = new Set(secrets.filter(isDistinctive));
  const long = [...distinctive].filter((secret) => secret.length >= shortest);
  const find = createFinder(long.flatMap((text) => [{ text }, ...base64Patterns(text)]));
  const masker: Masker = {
    isSecret: (value) => distinctive.has(value),
    find: (text) =>
      long.length === 0 ? [] : merge(readingsOf(text).flatMap((reading) => find(reading.text).map(reading.source))),
  };
  prepared.set(secrets, masker);
  return masker;
}

/**
 * Masks every part of a text that spells one of `secrets`, or the complete text if it is one, however short; see
 * {@link maskerOf}. The work is linear in both.
 */
export function scrub(text: string, secrets: readonly string[]): string {
  const { isSecret, find } = maskerOf(secrets);
  return isSecret(text) ? mask : cover(text, find(text));
}

/** Masks parts of a text. The parts must not overlap. */
export function cover(text: string, parts: readonly OffsetRange[]): string {
  return parts.length === 0
    ? text
    : applyEdits(
        text,
        parts.map(({ start, end }) => ({ start, end, text: mask })),
      );
}

/** Sorts parts of a text and joins those that overlap. Empty parts are left out. */
export function merge(parts: readonly OffsetRange[]): OffsetRange[] {
  const ordered = parts.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start);
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of ordered) {
    const last = merged.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/**
 * The patterns that find a text in base64. Bytes are encoded in groups of three, so there is one pattern for each of the
 * three offsets of the text in its group. A pattern has the characters that encode nothing but the text. `before` and
 * `after` add the characters at its edges that also encode bytes next to it.
 */
function base64Patterns(text: string): Pattern[] {
  const encodings = /^[\0-\xff]*[\x80-\xff][\0-\xff]*$/.test(text)
    ? (['utf8', 'latin1'] as const)
    : (['utf8'] as const);
  return encodings.flatMap((encoding) => {
    const bytes = Buffer.from(text, encoding);
    return [0, 1, 2].map((shift): Pattern => {
      const bits = 8 * (shift + bytes.length);
      const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
      const core = encoded.slice(Math.ceil((8 * shift) / 6), Math.floor(bits / 6));
      return { text: core, before: shift > 0, after: bits % 6 > 0 };
    });
  });
}
