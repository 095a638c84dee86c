import { applyEdits, valuesOf, type Stretch, type TextValue } from '../../platform/jsonText';

/** A value that a file names in place of holding it: `${env:NAME}` or `${secret:NAME}`. */
export interface Reference {
  readonly store: 'env' | 'secret';
  readonly name: string;
  /** As it stands in the file. */
  readonly text: string;
}

/** Values by the references' texts. */
export type Values = ReadonlyMap<string, string>;

const name = String.raw`[A-Za-z_][\w.-]*`;
const pattern = new RegExp(String.raw`\$\{(env|secret):(${name})\}`, 'g');
/** Where a reference may begin, however JSON spells it. */
const beginning = /(?:\$|\\u0024)(?:\{|\\u007b)/i;
const wholeName = new RegExp(`^${name}$`);

/** True for what may stand for NAME in `${secret:NAME}`. */
export function isReferenceName(text: string): boolean {
  return wholeName.test(text);
}

/** The references in a text that is no JSON but a value of it, in order. */
export function referencesIn(value: string): Reference[] {
  return [...value.matchAll(pattern)].map(([text, store, name = '']) => ({
    store: store === 'env' ? 'env' : 'secret',
    name,
    text,
  }));
}

/** A text that is a value of a JSON text and holds references. */
export interface ReferringText extends TextValue {
  /** The text itself, not as JSON spells it. */
  readonly text: string;
  /** Where the references stand in the JSON text. */
  readonly places: readonly { readonly reference: string; readonly start: number; readonly end: number }[];
}

/** The texts with references among the values of a JSON text, in order. References in names are none. */
export function referringTexts(json: string): ReferringText[] {
  if (!beginning.test(json)) return [];
  return valuesOf(json).flatMap((value) => {
    if (json[value.start] !== '"') return [];
    const quoted = json.slice(value.start, value.end);
    const text = unquote(quoted);
    const found = [...text.matchAll(pattern)];
    if (found.length === 0) return [];
    const offsets = unitOffsets(quoted);
    const places = found.map(({ 0: reference, index }) => ({
      reference,
      start: value.start + (offsets[index] ?? 0),
      end: value.start + (offsets[index + reference.length] ?? 0),
    }));
    return [{ ...value, text, places }];
  });
}

/** The references in the texts that are values of a JSON text, each once. */
export function findReferences(json: string): Reference[] {
  const found = referringTexts(json).flatMap(({ text }) => referencesIn(text));
  return [...new Map(found.map((reference) => [reference.text, reference])).values()];
}

/** A JSON text with values put in, and where they stand in it. */
export interface FilledText {
  readonly text: string;
  readonly filled: readonly Stretch[];
}

/**
 * A JSON text with the values of its references put in, whatever characters they have: it stays JSON. All around them
 * stays as it is, and so does a reference that `values` does not have. What a value holds is not looked at again.
 */
export function fill(json: string, values: Values): FilledText {
  const edits = referringTexts(json).flatMap(({ places }) =>
    places.flatMap(({ reference, start, end }) => {
      const value = values.get(reference);
      return value === undefined ? [] : [{ start, end, text: escape(value) }];
    }),
  );
  let moved = 0;
  const filled = edits.map(({ start, end, text }) => {
    const place = { start: start + moved, end: start + moved + text.length };
    moved += text.length - (end - start);
    return place;
  });
  return { text: applyEdits(json, edits), filled };
}

/** The text alone: see {@link fill}. */
export function fillReferences(json: string, values: Values): string {
  return fill(json, values).text;
}

/** A text as it stands between the quotes of a string in JSON. */
export function escape(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

const unquote = (quoted: string): string => JSON.parse(quoted) as string;

/** Where each UTF-16 unit of a string's text, and what is behind the last, stands in its spelling with quotes. */
function unitOffsets(quoted: string): number[] {
  const units = quoted.slice(1, -1).matchAll(/\\u[\da-f]{4}|\\?[^]/gi);
  return [...units].map(({ index }) => index + 1).concat(quoted.length - 1);
}
