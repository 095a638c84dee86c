import { matchReferences, type Reference } from '../../../../common/src/text/references';
import type { JsonText, JsonValue } from '../../../../common/src/json/readJson';
import type { OffsetRange } from '../../../../common/src/json/tree';

/** Values by the references' texts. */
export type Values = ReadonlyMap<string, string>;

/** Where a reference may begin, however JSON spells it. */
const beginning = /(?:\$|\\u0024)(?:\{|\\u007b)/i;

/** Where a reference stands in a JSON text. */
export interface ReferencePlace extends OffsetRange {
  readonly reference: Reference;
}

/** A text that is a value of a JSON text and holds references. */
export interface ReferringText {
  readonly value: JsonValue;
  readonly places: readonly ReferencePlace[];
}

/** The texts with references among the values of a JSON text, in order. References in names are none. */
export function referringTexts({ text, values }: JsonText): ReferringText[] {
  if (!beginning.test(text)) return [];
  return values.flatMap((value) => {
    const found = matchReferences(value.text ?? '');
    if (found.length === 0) return [];
    const offsets = unitOffsets(text.slice(value.start, value.end));
    const at = (unit: number) => value.start + (offsets[unit] ?? 0);
    const places = found.map(({ reference, start }) => ({
      reference,
      start: at(start),
      end: at(start + reference.text.length),
    }));
    return [{ value, places }];
  });
}

/** The references of a request, each once. */
export function referencesOf(request: { readonly referring: readonly ReferringText[] }): Reference[] {
  const found = referenceRanges(request).map(({ reference }) => reference);
  return [...new Map(found.map((reference) => [reference.text, reference])).values()];
}

/** Where the references of a request stand, in order. */
export function referenceRanges({ referring }: { readonly referring: readonly ReferringText[] }): ReferencePlace[] {
  return referring.flatMap(({ places }) => places);
}

/** The offsets of each UTF-16 unit of a string's value, and of its end, in the quoted string. */
function unitOffsets(quoted: string): number[] {
  const units = quoted.slice(1, -1).matchAll(/\\u[\da-f]{4}|\\?[^]/gi);
  return [...units].map(({ index }) => index + 1).concat(quoted.length - 1);
}
