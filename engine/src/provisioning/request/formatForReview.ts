// How JSON is shown to a person who has to decide by it: nothing that a file does to its layout, and no character in it, puts
// a part of it out of sight or makes it look like another. Everything here takes time in proportion to the text.

/** Levels; what is deeper stands no further to the right. */
const deepest = 20;

/**
 * JSON with one value a line, of its tokens as they are spelled, whatever its own layout was. An object or list of one plain
 * value stays on its line. Also accepts a property (`"name": value`), and masks in place of values.
 */
export function formatForReview(tokens: readonly string[]): string {
  const parts: string[] = [];
  let depth = 0;
  const newLine = () => `\n${'  '.repeat(Math.min(depth, deepest))}`;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] ?? '';
    const short = shortLength(tokens, index);
    if (short > 0) {
      parts.push(onOneLine(tokens.slice(index, index + short)));
      index += short - 1;
    } else if (token === '{' || token === '[') {
      depth += 1;
      parts.push(token, newLine());
    } else if (token === '}' || token === ']') {
      depth -= 1;
      parts.push(newLine(), token);
    } else if (token === ',') parts.push(token, newLine());
    else parts.push(token === ':' ? ': ' : token);
  }
  return parts.join('');
}

/** Count of the tokens of an object or list that begins at `index` and has one plain value at most; else 0. */
function shortLength(tokens: readonly string[], index: number): number {
  const at = (offset: number) => tokens[index + offset] ?? '{';
  const isPlain = (text: string) => !/^[{}[\],:]$/.test(text);
  if (at(0) === '{') return at(1) === '}' ? 2 : isPlain(at(3)) && at(4) === '}' ? 5 : 0;
  if (at(0) === '[') return at(1) === ']' ? 2 : isPlain(at(1)) && at(2) === ']' ? 3 : 0;
  return 0;
}

function onOneLine(tokens: readonly string[]): string {
  if (tokens.length === 2) return tokens.join('');
  return tokens.join(' ').replace(' : ', ': ');
}

/**
 * What is not seen, or looks like a space: control characters but those of the layout, what turns the direction of writing,
 * what takes no room, halves of characters, and every space but the plain one.
 */
const unseen = /[^\P{Cc}\t\n\r]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u2800]|(?! )\p{Zs}|\p{Default_Ignorable_Code_Point}/gu;
const escapeOrWord = /\\(?:u[\da-f]{4}|[^])|[\p{L}\p{M}\p{N}.-]+/giu;
/** Scripts with letters that look like Latin ones. */
const lookAlike = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/gu;

/**
 * JSON with the characters spelled as `\uXXXX` that are not seen, and those that look like letters of another script in a
 * word with Latin letters (a host name, say). It means the same.
 */
export function escapeUnseen(json: string): string {
  return json
    .replaceAll(unseen, spell)
    .replaceAll(escapeOrWord, (text) =>
      !text.startsWith('\\') && /\p{Script=Latin}/u.test(text) ? text.replaceAll(lookAlike, spell) : text,
    );
}

function spell(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}

/** What is before the rest of a line that was broken. No line of JSON begins with it. */
export const continuation = '→ ';

/** A text whose lines are at most `width` UTF-16 units long: longer lines continue on the next one, after a mark. */
export function breakLines(text: string, width: number): string {
  return text
    .split('\n')
    .flatMap((line) => breakLine(line, width))
    .join('\n');
}

function breakLine(line: string, width: number): string[] {
  const lines: string[] = [];
  let start = 0;
  do {
    const mark = start === 0 ? '' : continuation;
    let end = start + width - mark.length;
    // Not within a character of two units.
    if (/[\ud800-\udbff]/.test(line[end - 1] ?? '')) end -= 1;
    lines.push(`${mark}${line.slice(start, end)}`);
    start = end;
  } while (start < line.length);
  return lines;
}
