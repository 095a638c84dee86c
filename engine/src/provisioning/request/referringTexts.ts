import { matchReferences, type Reference } from '../../../../common/src/text/references';
import type { JsonText, JsonValue } from '../../../../common/src/json/readJson';
import type { OffsetRange } from '../../../../common/src/json/tree';

/** Values by the text of their reference. */
export type Values = ReadonlyMap<string, string>;

/** The beginning of a reference, literal or as escape sequences. */
const beginning = /(?:\$|\\u0024)(?:\{|\\u007b)/i;

/** The range of a reference in a JSON text. */
export interface ReferenceRange extends OffsetRange {
  readonly reference: Reference;
}

/** A string of a JSON text with references in it. */
export interface ReferringText {
  readonly value: JsonValue;
  readonly ranges: readonly ReferenceRange[];
}

/** Returns the strings with references in a JSON text, in order. Property names are not searched. */
export function referringTexts({ text, values }: JsonText): ReferringText[] {
  if (!beginning.test(text)) return [];
  return values.flatMap((value) => {
    const found = matchReferences(value.text ?? '');
    if (found.length === 0) return [];
    const offsets = unitOffsets(text.slice(value.start, value.end));
    const at = (unit: number) => value.start + (offsets[unit] ?? 0);
    const ranges = found.map(({ reference, start }) => ({
      reference,
      start: at(start),
      end: at(start + reference.text.length),
    }));
    return [{ value, ranges }];
  });
}

/** Returns the references of a request, each once. */
export function referencesOf(request: { readonly referring: readonly ReferringText[] }): Reference[] {
  const found = referenceRanges(request).map(({ reference }) => reference);
  return [...new Map(found.map((reference) => [reference.text, reference])).values()];
}

/** Returns the ranges of all references of a request, in order. */
export function referenceRanges({ referring }: { readonly referring: readonly ReferringText[] }): ReferenceRange[] {
  return referring.flatMap(({ ranges }) => ranges);
}

/** Returns the offset in a quoted string of each UTF-16 unit of its value, then of the end of the value. */
function unitOffsets(quoted: string): number[] {
  const units = quoted.slice(1, -1).matchAll(/\\u[\da-f]{4}|\\?[^]/gi);
  return [...units].map(({ index }) => index + 1).concat(quoted.length - 1);
}
