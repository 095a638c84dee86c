import { candidates, nearest, type Candidate } from './nearest';
import type { ObjectNode, PropertyNode } from '../../../common/src/json/tree';

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
  readonly offered: readonly Candidate[];
  /** True for a name that is near to none of these. */
  isFar(name: string): boolean;
}

/** More names than this are not remembered: they come from documents. */
const mostRemembered = 50_000;

/** Makes a set of names ready to be held against: while a person types, nearly all names of a document stay the same. */
export function knownNames(names: { has(name: string): boolean }, offered: Iterable<string>): KnownNames {
  const ready = candidates(offered);
  const far = new Set<string>();
  return {
    has: (name) => names.has(name),
    offered: ready,
    isFar(name) {
      if (far.has(name)) return true;
      if (nearest(name, ready, 1).length > 0) return false;
      if (far.size >= mostRemembered) far.clear();
      far.add(name);
      return true;
    },
  };
}

/**
 * Holds the names of an object against those that are known. A required name that is missing is looked for among the
 * unknown ones first: one misspelling is one problem.
 */
export function checkNames(object: ObjectNode, known: KnownNames, required: readonly string[]): NameCheck {
  const isAbsent = ({ name }: Candidate): boolean => !object.names.has(name);
  let missing = candidates(required).filter(isAbsent);
  let free = known.offered.filter(isAbsent);
  const misspelled: Misspelling[] = [];
  const unknown: PropertyNode[] = [];
  for (const property of object.properties) {
    const name = property.key.value;
    if (known.has(name)) continue;
    if (known.isFar(name)) {
      unknown.push(property);
      continue;
    }
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
