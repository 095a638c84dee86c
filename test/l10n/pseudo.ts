// A pseudo-locale: English that shows what was translated. What has no marks around it, was not; marks within marks were glued.

const [open, close] = ['⟦', '⟧'];

/** A message with marks around it and accents on its letters; the names of its values stay. */
export const pseudo = (message: string): string =>
  open + message.replaceAll(/\{[^{}\s:"]+\}|[aeou]/g, (part) => accented[part] ?? part) + close;

const accented: Readonly<Record<string, string>> = { a: 'å', e: 'é', o: 'ø', u: 'ü' };

/** What of a shown text is outside of all marks. */
export function outside(text: string): string {
  let depth = 0;
  let rest = '';
  for (const character of text) {
    if (character === open) depth++;
    else if (character === close) depth--;
    else if (depth === 0) rest += character;
  }
  return rest;
}

/** The messages that are values of other messages. */
export function inside(text: string): string[] {
  const found: string[] = [];
  const starts: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === open) starts.push(at);
    else if (text[at] === close) {
      const start = starts.pop() ?? 0;
      if (starts.length > 0) found.push(text.slice(start + 1, at));
    }
  }
  return found;
}
