/** Names in a sentence: `a, b or c`, for the conjunction `or`. */
export function enumerate(names: readonly string[], conjunction: string): string {
  const [last, ...before] = [...names].reverse();
  return before.length === 0 ? (last ?? '') : `${before.reverse().join(', ')} ${conjunction} ${last ?? ''}`;
}
