// Formats JSON for a person who has to decide whether to send it. No layout and no character of a file can hide a part of it
// or make it look like something else. All functions take linear time.

/** The deepest level of indentation, so that deep nesting moves nothing out of sight. */
const deepest = 20;

/**
 * Lays out JSON with one value per line, from its tokens as they are spelled. Objects and arrays with at most one plain value
 * stay on one line. Also accepts a property (`"name": value`), and masks instead of values.
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

/** Number of tokens of the object or array that begins at `index` if it has at most one plain value; otherwise 0. */
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
 * Characters that are invisible or look like a space: control characters except tabs and line breaks, characters that change
 * the writing direction, characters without width, lone surrogates, and every space except the normal one.
 */
const unseen = /[^\P{Cc}\t\n\r]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u2800]|(?! )\p{Zs}|\p{Default_Ignorable_Code_Point}/gu;
const escapeOrWord = /\\(?:u[\da-f]{4}|[^])|[\p{L}\p{M}\p{N}.-]+/giu;
/** Scripts with letters that look like Latin ones. */
const lookAlike = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/gu;

/**
 * Replaces invisible characters with `\uXXXX`, and also letters of another script that look like Latin ones in a word with
 * Latin letters, such as a host name. The JSON means the same afterwards.
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

/** Precedes the rest of a line that was broken. No line of JSON begins with it. */
export const continuation = '→ ';

/** Breaks lines longer than `width` UTF-16 units. The next line begins with {@link continuation}. */
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
    // Never breaks between the two units of a surrogate pair.
    if (/[\ud800-\udbff]/.test(line[end - 1] ?? '')) end -= 1;
    lines.push(`${mark}${line.slice(start, end)}`);
    start = end;
  } while (start < line.length);
  return lines;
}
