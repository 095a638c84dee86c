/**
 * Counts how often JSON texts are read while something runs, by words that stand in each of them but once, in a name or a
 * value that nothing is put into. `JSON.parse` is given the whole text where it reads, and each string of it where
 * `readJson` does: in either way a word is seen once a read.
 */
export async function countReads<Word extends string>(
  words: readonly Word[],
  run: () => unknown,
): Promise<Record<Word, number>> {
  const counts = Object.fromEntries(words.map((word) => [word, 0])) as Record<Word, number>;
  const parse = JSON.parse;
  JSON.parse = (text: string, ...more) => {
    for (const word of words) if (text.includes(word)) counts[word] += 1;
    return parse(text, ...more) as unknown;
  };
  try {
    await run();
  } finally {
    JSON.parse = parse;
  }
  return counts;
}
