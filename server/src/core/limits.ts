/** Bounds that are checked before any recursive parser sees a text (the JSON service overflows at some 5,000 levels). */

/** Deepest nesting that is parsed. A request to create an instance has at most about six levels. */
export const maximumDepth = 200;

/** Longest text that is parsed, in UTF-16 units. The platform takes at most 8 MB in one request. */
export const maximumLength = 8 * 1024 * 1024;

export type LimitExceeded =
  { readonly kind: 'too-long'; readonly offset: number } | { readonly kind: 'too-deep'; readonly offset: number };

/** The place where a text goes past a bound, if it does. Brackets inside strings don't count. Linear, never throws. */
export function exceededLimit(text: string): LimitExceeded | undefined {
  if (text.length > maximumLength) return { kind: 'too-long', offset: 0 };
  const open: number[] = [];
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 0x5c) at++;
      else if (code === 0x22 || code === 0x0a || code === 0x0d) inString = false;
    } else if (code === 0x22) {
      inString = true;
    } else if (code === 0x7b || code === 0x5b) {
      if (open.push(code) > maximumDepth) return { kind: 'too-deep', offset: at };
    } else if ((code === 0x7d || code === 0x5d) && open.at(-1) === code - 2) {
      open.pop(); // A closer that fits nothing closes nothing in the parser either; "{}" and "[]" are two apart.
    }
  }
  return undefined;
}
