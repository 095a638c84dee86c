import { lookAlike, mayBeLookAlike } from './lookAlikes';
import type { SyntaxFault } from './faults';
import type { OffsetRange } from './tree';

/** Reads a text token by token, and reports look-alike punctuation and comments. */
export interface Scanner {
  readonly text: string;
  /** Offset of the next character. */
  at: number;
  /** End of the last token: the position for what is missing after it. */
  tokenEnd: number;
  faults: SyntaxFault[];
}

/** Moves past spaces and comments. */
export function skip(scanner: Scanner): void {
  const { text } = scanner;
  for (;;) {
    const code = text.charCodeAt(scanner.at);
    if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) {
      scanner.at++;
    } else if (code === 0x2f || code === 0x23) {
      const end = endOfComment(text, scanner.at);
      if (end === undefined) return;
      scanner.faults.push({ code: 'comment', range: { start: scanner.at, end } });
      scanner.at = end;
    } else if (code >= 0x80 || code === 0x0b || code === 0x0c) {
      const other = lookAlike(text.charAt(scanner.at));
      if (!other || other.replacement.trim() !== '') return;
      reportLookAlike(scanner, other.replacement);
    } else {
      return;
    }
  }
}

/** The next character, with a look-alike replaced by the character of JSON. Empty at the end of the text. */
export const peek = ({ text, at }: Scanner): string => asJson(text, at);

/** The character at an offset, with a look-alike replaced. */
function asJson(text: string, at: number): string {
  const character = text.charAt(at);
  return mayBeLookAlike(text.charCodeAt(at)) ? (lookAlike(character)?.replacement ?? character) : character;
}

/** Moves past one character of punctuation. */
export function take(scanner: Scanner): void {
  const { text, at } = scanner;
  const other = mayBeLookAlike(text.charCodeAt(at)) ? lookAlike(text.charAt(at)) : undefined;
  if (other) reportLookAlike(scanner, other.replacement);
  else scanner.at++;
  scanner.tokenEnd = scanner.at;
}

/** One fault for a run of the same character. */
export function reportLookAlike(scanner: Scanner, replacement: string): void {
  const { text, at: start } = scanner;
  const character = text.charAt(start);
  const last = scanner.faults.at(-1);
  const goesOn =
    last?.code === 'look-alike-character' && last.range.end === start && last.repair.character === character;
  let end = start + 1;
  if (replacement.trim() === '') while (text.charAt(end) === character) end++;
  scanner.at = end;
  const range = { start: goesOn ? last.range.start : start, end };
  const repair = {
    kind: 'character' as const,
    ...range,
    character,
    replacement: replacement.repeat(end - range.start),
  };
  if (goesOn) scanner.faults.pop();
  scanner.faults.push({ code: 'look-alike-character', repair, range });
}

/** End of the comment that begins at an offset; undefined if none begins there. */
function endOfComment(text: string, start: number): number | undefined {
  const next = text.charAt(start + 1);
  if (text.charAt(start) === '#') {
    // A comment as in YAML and Python. "#fff" or "#tag" is an unquoted value.
    return next === '' || next === '!' || isSpace(next) ? endOfLine(text, start) : undefined;
  }
  if (next === '/') return endOfLine(text, start);
  if (next !== '*') return undefined;
  const end = text.indexOf('*/', start + 2);
  return end < 0 ? text.length : end + 2;
}

const lineEnd = /[\r\n]|$/g;

/** Offset of the line end at or after an offset, or the length of the text. */
export function endOfLine(text: string, from: number): number {
  lineEnd.lastIndex = from;
  return lineEnd.exec(text)?.index ?? text.length;
}

/** End of a range without its trailing whitespace. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(text.charAt(at - 1))) at--;
  return at;
}

export const isSpace = (character: string): boolean => {
  if (character === ' ' || character === '\n' || character === '\r' || character === '\t') return true;
  return mayBeLookAlike(character.charCodeAt(0)) && lookAlike(character)?.replacement.trim() === '';
};

/** The next character that is not whitespace, with a look-alike replaced, and its offset. Stops at a line end unless `acrossLines`. */
export function nextCharacter(text: string, from: number, acrossLines: boolean): [character: string, at: number] {
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\n' || character === '\r') {
      if (!acrossLines) return [character, at];
    } else if (!isSpace(character)) {
      return [asJson(text, at), at];
    }
  }
  return ['', text.length];
}

/** The range of the character at an offset; empty at the end of the text. */
export const oneCharacter = (text: string, at: number): OffsetRange => ({
  start: at,
  end: Math.min(at + 1, text.length),
});
