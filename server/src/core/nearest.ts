import { distance } from 'fastest-levenshtein';

/** "Did you mean": which of the known names a wrong one is close to. */

/** Names closer than this many edits are taken for the same name misspelled. */
const allowedEdits = (word: string): number => (word.length < 6 ? 1 : 2);

/**
 * The candidates that a word is probably meant to be, nearest first, at most `limit`. Close is: one edit (two from
 * six characters on), the same letters in another order, the same but for case and punctuation, or the end of a
 * dotted name (`api.key` for `acme.api.key`).
 */
export function nearest(word: string, candidates: Iterable<string>, limit = 3): string[] {
  const bare = normalise(word);
  if (bare === '') return [];
  const ranked: { candidate: string; rank: number }[] = [];
  for (const candidate of candidates) {
    const rank = closeness(word, bare, candidate);
    if (rank !== undefined) ranked.push({ candidate, rank });
  }
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

function closeness(word: string, bare: string, candidate: string): number | undefined {
  if (normalise(candidate) === bare) return 0;
  const allowed = allowedEdits(word);
  if (Math.abs(word.length - candidate.length) <= allowed) {
    const edits = distance(word, candidate);
    if (edits <= allowed) return edits;
    if (edits === 2 && letters(word) === letters(candidate)) return edits;
  }
  return candidate.endsWith(`.${word}`) ? allowed + 1 : undefined;
}

const normalise = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const letters = (word: string): string => Array.from(word).sort().join('');
