import { applyEdits } from '../../../common/src/json/edits';
import type { OffsetRange } from '../../../common/src/json/tree';
import { createFinder, type Pattern } from './finder';
import { isTelling, mask } from './secretNames';
import { readingsOf } from './readings';

/** Secrets made ready to be found. */
export interface Masker {
  /** True where a whole value is one of them, however short. */
  readonly isSecret: (value: string) => boolean;
  /** The parts of a text in which one of them stands, in order and apart from each other. */
  readonly find: (text: string) => OffsetRange[];
}

/** What is shorter occurs by chance, and would spoil other text: it is masked where it is a whole value, and nowhere else. */
const shortest = 4;
const ready = new WeakMap<readonly string[], Masker>();

/**
 * Makes secrets ready to be found in any number of texts, as they are and in every spelling in which a server hands them
 * back: with the escapes of JSON, also twice over, percent-encoded, as in a form, as in HTML, one within another, and in
 * base64 of either alphabet, alone or within more. A list is made ready once. What says nothing is no secret: an empty
 * text, true, false, a mask.
 */
export function maskerOf(secrets: readonly string[]): Masker {
  const known = ready.get(secrets);
  if (known !== undefined) return known;
  const telling = new Set(secrets.filter(isTelling));
  const long = [...telling].filter((secret) => secret.length >= shortest);
  const find = createFinder(long.flatMap((text) => [{ text }, ...base64Patterns(text)]));
  const masker: Masker = {
    isSecret: (value) => telling.has(value),
    find: (text) =>
      long.length === 0 ? [] : merge(readingsOf(text).flatMap((reading) => find(reading.text).map(reading.source))),
  };
  ready.set(secrets, masker);
  return masker;
}

/**
 * A text with every part masked in which one of `secrets` stands, or all of it where it is one, however short: see
 * {@link maskerOf}. Linear in both.
 */
export function scrub(text: string, secrets: readonly string[]): string {
  const { isSecret, find } = maskerOf(secrets);
  return isSecret(text) ? mask : cover(text, find(text));
}

/** A text with parts of it masked, which do not overlap. */
export function cover(text: string, parts: readonly OffsetRange[]): string {
  return parts.length === 0
    ? text
    : applyEdits(
        text,
        parts.map(({ start, end }) => ({ start, end, text: mask })),
      );
}

/** Parts of a text in order, those that overlap made one. Empty ones are left out. */
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
 * What base64 makes of a text that 0, 1 or 2 bytes more than some threes stand before: the characters that are the text's
 * alone. Those at its edges that it shares with what stands beside it are part of it, too.
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
