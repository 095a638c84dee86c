import { distance } from 'fastest-levenshtein';

/** "Did you mean": finds the known names that resemble a wrong one. */

/** A known name, prepared to be compared with many words. */
export interface Candidate {
  readonly name: string;
  /** Without case and punctuation. */
  readonly bare: string;
}

export const candidates = (names: Iterable<string>): Candidate[] =>
  Array.from(names, (name) => ({ name, bare: normalise(name) }));

/** Names at most this many edits apart are the same name misspelled. */
const allowedEdits = (word: string): number => (word.length < 6 ? 1 : 2);

/**
 * The candidates that a word probably means, nearest first, at most `limit`. A candidate matches if it differs by one
 * edit (two from six characters on), by the order of its letters, or in case and punctuation only, or if the word is
 * the end of a dotted name (`api.key` for `acme.api.key`).
 */
export function nearest(word: string, known: readonly Candidate[], limit = 3): string[] {
  const bare = normalise(word);
  if (bare === '') return [];
  const ranked: { name: string; rank: number }[] = [];
  for (const candidate of known) {
    const rank = closeness(word, bare, candidate);
    if (rank !== undefined) ranked.push({ name: candidate.name, rank });
  }
  if (ranked.length === 0) return nothing;
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ name }) => name);
}

/** Shared by all words without a match, because documents may have thousands of them. */
const nothing: string[] = [];

function closeness(word: string, bareWord: string, { name, bare }: Candidate): number | undefined {
  if (bare === bareWord) return 0;
  const allowed = allowedEdits(word);
  if (Math.abs(word.length - name.length) <= allowed) {
    const edits = distance(word, name);
    if (edits <= allowed) return edits;
    if (edits === 2 && letters(word) === letters(name)) return edits;
  }
  return name.length > word.length && name.endsWith(`.${word}`) ? allowed + 1 : undefined;
}

// Almost all names are ASCII, which needs no Unicode tables.
const normalise = (name: string): string =>
  /^[\w.$-]*$/.test(name)
    ? name.toLowerCase().replace(/[^a-z\d]+/g, '')
    : name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const letters = (word: string): string => Array.from(word).sort().join('');
