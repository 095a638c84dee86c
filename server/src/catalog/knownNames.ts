import { candidates, nearest, type Candidate } from './nearest';
import type { ObjectNode, PropertyNode } from '../../../common/src/json/tree';

/** Compares the keys of an object with the known ones. */

/** A property with an unknown key, and the known key that was probably meant. */
export interface Misspelling {
  readonly property: PropertyNode;
  readonly meant: string;
  readonly required: boolean;
}

export interface NameCheck {
  readonly misspelled: readonly Misspelling[];
  readonly unknown: readonly PropertyNode[];
  /** Required keys that are neither present nor misspelled. */
  readonly missing: readonly string[];
}

export interface KnownNames {
  has(name: string): boolean;
  /** Names that a person may have meant to write. */
  readonly offered: readonly Candidate[];
  /** True for a name that resembles none of those offered. */
  isDistant(name: string): boolean;
}

/** Names come from documents, so the number of remembered ones is limited. */
const maximumRemembered = 50_000;

/**
 * Prepares names for matching. Names that resemble none are remembered, because almost all keys of a document stay the
 * same while a person types.
 */
export function knownNames(names: { has(name: string): boolean }, offered: Iterable<string>): KnownNames {
  const nameCandidates = candidates(offered);
  const distantNames = new Set<string>();
  return {
    has: (name) => names.has(name),
    offered: nameCandidates,
    isDistant(name) {
      if (distantNames.has(name)) return true;
      if (nearest(name, nameCandidates, 1).length > 0) return false;
      if (distantNames.size >= maximumRemembered) distantNames.clear();
      distantNames.add(name);
      return true;
    },
  };
}

/**
 * Checks the keys of an object. An unknown key is first matched with the missing required ones, so that a misspelling
 * is one problem, not two.
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
    if (known.isDistant(name)) {
      unknown.push(property);
      continue;
    }
    const [requiredName] = nearest(name, missing, 1);
    // The end of a key (secret for acme.secret) is a match only for a missing one.
    const meant = requiredName ?? nearest(name, free, 1).find((near) => !near.endsWith(`.${name}`));
    if (meant === undefined) {
      unknown.push(property);
    } else {
      misspelled.push({ property, meant, required: requiredName !== undefined });
      missing = missing.filter((candidate) => candidate.name !== meant);
      free = free.filter((candidate) => candidate.name !== meant);
    }
  }
  return { misspelled, unknown, missing: missing.map(({ name }) => name) };
}
