/** References to secrets that stand in a file in place of the secrets themselves. */

const reference = /\$\{(?:env|secret):[A-Za-z_][\w.-]*\}/;

/** True for a value that holds a reference: what it will be is known when it is sent, and not before. */
export const hasReference = (value: string): boolean => value.includes('${') && reference.test(value);

/** A reference to an environment variable, or to a secret that is kept by the editor. */
export const referenceTo = (store: 'env' | 'secret', name: string): string => `\${${store}:${name}}`;

/** A name for a secret of an element, as environment variables have it: `HELPSCOUT_PASSWORD`. */
export function secretName(elementKey: string, entry: string): string {
  const words = (entry.startsWith(`${elementKey}.`) ? entry : `${elementKey}_${entry}`).split(/[^A-Za-z\d]+/);
  const name = words.filter(Boolean).join('_').toUpperCase();
  return /^\d/.test(name) ? `_${name}` : name;
}
