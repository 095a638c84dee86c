import { distance } from 'fastest-levenshtein';

/** "Did you mean": which of the known names a wrong one is close to. */

/** A known name, made ready to be held against many words. */
export interface Candidate {
  readonly name: string;
  /** Without case and punctuation. */
  readonly bare: string;
}

export const candidates = (names: Iterable<string>): Candidate[] =>
  Array.from(names, (name) => ({ name, bare: normalise(name) }));

/** Names closer than this many edits are taken for the same name misspelled. */
const allowedEdits = (word: string): number => (word.length < 6 ? 1 : 2);

/**
 * The candidates that a word is probably meant to be, nearest first, at most `limit`. Close is: one edit (two from
 * six characters on), the same letters in another order, the same but for case and punctuation, or the end of a
 * dotted name (`api.key` for `acme.api.key`).
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

/** Of thousands of names, most are near to nothing. */
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

// Nearly all names are of letters that need no tables.
const normalise = (name: string): string =>
  /^[\w.$-]*$/.test(name)
    ? name.toLowerCase().replace(/[^a-z\d]+/g, '')
    : name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const letters = (word: string): string => Array.from(word).sort().join('');
