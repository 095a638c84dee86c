/** A value that a file names in place of holding it: `${env:NAME}` or `${secret:NAME}`. */
export interface Reference {
  readonly store: 'env' | 'secret';
  readonly name: string;
  /** As it stands in the file. */
  readonly text: string;
}

/** Values by the references' texts. */
export type Values = ReadonlyMap<string, string>;

const pattern = /\$\{(env|secret):([A-Za-z_][\w.-]*)\}/g;

/** The references in a text that is no JSON but a value of it, in order. */
export function referencesIn(value: string): Reference[] {
  return [...value.matchAll(pattern)].map(([text, store, name = '']) => ({
    store: store === 'env' ? 'env' : 'secret',
    name,
    text,
  }));
}

/** The references in the texts that are values of a JSON text, each once. Those in names are none. */
export function findReferences(json: string): Reference[] {
  const found = textsOf(json).flatMap(referencesIn);
  return [...new Map(found.map((reference) => [reference.text, reference])).values()];
}

/**
 * A JSON text with the values of its references put in, whatever characters they have: it stays JSON. All around them
 * stays as it is, and so does a reference that `values` does not have. What a value holds is not looked at again.
 */
export function fillReferences(json: string, values: Values): string {
  return json.replaceAll(literal, (whole, quoted: string, colon: string | undefined) => {
    if (colon !== undefined) return whole;
    const text = unquote(quoted);
    const filled = text.replaceAll(pattern, (reference) => values.get(reference) ?? reference);
    return filled === text ? whole : JSON.stringify(filled);
  });
}

/** The texts that are values of a JSON text, in order. */
export function textsOf(json: string): string[] {
  return [...json.matchAll(literal)].flatMap(([, quoted = '', colon]) =>
    colon === undefined ? [unquote(quoted)] : [],
  );
}

/** A text with the values in it replaced by the references they are of, so that it may be shown. */
export function hideValues(text: string, values: Values): string {
  // Longest first, or a value that holds another would leave its rest behind.
  const ordered = [...values].filter(([, value]) => value !== '').sort(([, a], [, b]) => b.length - a.length);
  // Not one after the other: a short value must not be found in the reference that was put in for another.
  const spelled = ordered.map(([, value]) => value.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|');
  if (spelled === '') return text;
  const byValue = new Map(ordered.map(([reference, value]) => [value, reference]));
  return text.replaceAll(new RegExp(spelled, 'g'), (value) => byValue.get(value) ?? value);
}

/** A string of a text that is JSON; the second group is there where it is the name of a member. */
const literal = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?/g;

const unquote = (quoted: string): string => JSON.parse(quoted) as string;
