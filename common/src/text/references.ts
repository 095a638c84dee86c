/** A reference to a value outside the file: `${env:NAME}` or `${secret:NAME}`. */
export interface Reference {
  readonly store: 'env' | 'secret';
  readonly name: string;
  /** The text of the reference in the file. */
  readonly text: string;
}

const name = String.raw`[A-Za-z_][\w.-]*`;
const pattern = new RegExp(String.raw`\$\{(env|secret):(${name})\}`, 'g');
const wholeName = new RegExp(`^${name}$`);

/** The references in a value, in order. */
export function referencesIn(value: string): Reference[] {
  return matchReferences(value).map(({ reference }) => reference);
}

/** The same, each with its offset in the value in UTF-16 units. */
export function matchReferences(value: string): { readonly reference: Reference; readonly start: number }[] {
  if (!value.includes('${')) return [];
  return [...value.matchAll(pattern)].map(({ 0: text, 1: store, 2: found = '', index }) => ({
    reference: { store: store === 'env' ? 'env' : 'secret', name: found, text },
    start: index,
  }));
}

/** Whether a value contains a reference, so that it is known only when the request is sent. */
export function hasReference(value: string): boolean {
  return matchReferences(value).length > 0;
}

/** Whether a text can be the NAME in `${secret:NAME}`. */
export function isReferenceName(text: string): boolean {
  return wholeName.test(text);
}

/** A reference to an environment variable, or to a secret in the secret storage. */
export function referenceTo(store: Reference['store'], to: string): string {
  return `\${${store}:${to}}`;
}

/** A name for a secret of an element, in the style of environment variables: `HELPSCOUT_PASSWORD`. */
export function secretName(elementKey: string, entry: string): string {
  const parts = (entry.startsWith(`${elementKey}.`) ? entry : `${elementKey}_${entry}`).split(/[^A-Za-z\d]+/);
  const joined = parts.filter(Boolean).join('_').toUpperCase();
  return /^\d/.test(joined) ? `_${joined}` : joined;
}
