import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');
const read = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

/** The texts of the manifest by their keys. */
export const manifestTexts = read('package.nls.json') as Readonly<Record<string, string>>;

/** The key of a text in a string of the manifest such as `%displayName%`; undefined for any other string. */
export const textKey = (text: string): string | undefined => /^%(.+)%$/.exec(text)?.[1];

/** The manifest as it is in package.json, with the keys of its texts. */
export const rawManifest = (): unknown => read('package.json');

/** The manifest as VS Code reads it: with its texts instead of their keys. */
export const readManifest = (): unknown => resolved(rawManifest());

function resolved(value: unknown): unknown {
  if (typeof value === 'string') {
    const key = textKey(value);
    return key === undefined ? value : (manifestTexts[key] ?? value);
  }
  if (Array.isArray(value)) return value.map(resolved);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, resolved(inner)]));
}
