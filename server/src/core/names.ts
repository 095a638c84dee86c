import { candidates, nearest } from './nearest';
import type { ObjectNode, PropertyNode } from './syntax/tree';

/** The names that stand in an object against those that are known. */

/** A name that stands in the document, and the one it was probably meant to be. */
export interface Misspelling {
  readonly property: PropertyNode;
  readonly meant: string;
  readonly required: boolean;
}

export interface NameCheck {
  readonly misspelled: readonly Misspelling[];
  readonly unknown: readonly PropertyNode[];
  /** Required names that are neither there nor misspelled. */
  readonly missing: readonly string[];
}

export interface KnownNames {
  has(name: string): boolean;
  /** Those that a person may have meant to write. */
  readonly offered: Iterable<string>;
  readonly required: readonly string[];
}

/**
 * Holds the names of an object against those that are known. A required name that is missing is looked for among the
 * unknown ones first: one misspelling is one problem.
 */
export function checkNames(object: ObjectNode, known: KnownNames): NameCheck {
  const present = new Set(object.properties.map(({ key }) => key.value));
  let missing = candidates(known.required.filter((name) => !present.has(name)));
  let free = candidates([...known.offered].filter((name) => !present.has(name)));
  const misspelled: Misspelling[] = [];
  const unknown: PropertyNode[] = [];
  for (const property of object.properties) {
    const name = property.key.value;
    if (known.has(name)) continue;
    const [wanted] = nearest(name, missing, 1);
    // The end of a name (secret for acme.secret) tells enough only where something is missing.
    const meant = wanted ?? nearest(name, free, 1).find((near) => !near.endsWith(`.${name}`));
    if (meant === undefined) {
      unknown.push(property);
    } else {
      misspelled.push({ property, meant, required: wanted !== undefined });
      missing = missing.filter((candidate) => candidate.name !== meant);
      free = free.filter((candidate) => candidate.name !== meant);
    }
  }
  return { misspelled, unknown, missing: missing.map(({ name }) => name) };
}
