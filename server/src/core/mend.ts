import {
  beginsBareText,
  endOfComment,
  endOfLine,
  isSpace,
  opensString,
  readString,
  touchesText,
  type StringExtent,
} from './delimiters';
import { isQuoteLookAlike, lookAlike, hasLookAlikes } from './lookalikes';

/**
 * Mending: look-alike characters that act as JSON's own are replaced one for one, so that every offset stays and all
 * other checks go on. Pure: text in, text and a list of repairs out. Diagnostics, quick fix and fix-all all read that list.
 */

/** A string that is delimited by at least one look-alike. Offsets are UTF-16 units from the start of the text. */
export interface QuoteRepair {
  readonly kind: 'quotes';
  /** Offset of the opening mark. */
  readonly start: number;
  /** Offset past the closing mark, or past the line's last character where there is no closing mark. */
  readonly end: number;
  /** The wrong delimiters: one or two. */
  readonly marks: readonly number[];
  /** Straight quotes inside, which need a backslash once the delimiters are straight. */
  readonly toEscape: readonly number[];
}

/** A run of one look-alike outside any string. */
export interface CharacterRepair {
  readonly kind: 'character';
  readonly start: number;
  readonly end: number;
  readonly character: string;
  /** What belongs in place of the whole run. */
  readonly replacement: string;
}

export type Repair = QuoteRepair | CharacterRepair;

export interface Mended {
  /** As long as the text it was made from. */
  readonly text: string;
  /** In the order of the text, not overlapping. */
  readonly repairs: readonly Repair[];
}

/** True where the text is JSON as it stands. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Mends a text; one that is JSON already comes back as it is. Never throws. */
export function mend(text: string): Mended {
  if (!hasLookAlikes(text) || isJson(text)) return { text, repairs: [] };
  const repairs = findRepairs(text);
  return { text: applyOneForOne(text, repairs), repairs };
}

function findRepairs(text: string): Repair[] {
  const repairs: Repair[] = [];
  let previous = ''; // the last character that is no space, as it will stand in the mended text
  for (let at = 0; at < text.length;) {
    const character = text.charAt(at);
    const other = lookAlike(character);
    if (character === '"' || isQuoteLookAlike(character)) {
      const string = readString(text, at);
      const derailed = !opensString(text, at, previous, string) || touchesText(text, string);
      const repair = derailed ? undefined : quoteRepair(text, at, string);
      if (repair) repairs.push(repair);
      at = derailed ? endOfLine(text, at) : string.end;
      previous = '"';
    } else if (other) {
      let end = at + 1;
      while (text.charAt(end) === character) end++;
      repairs.push({ kind: 'character', start: at, end, character, replacement: other.replacement.repeat(end - at) });
      if (other.replacement.trim()) previous = other.replacement;
      at = end;
    } else if (character === '/') {
      at = endOfComment(text, at);
    } else {
      if (beginsBareText(text, at, previous)) at = endOfLine(text, at);
      else at++;
      if (!isSpace(character)) previous = character;
    }
  }
  return repairs;
}

function quoteRepair(text: string, start: number, string: StringExtent): QuoteRepair | undefined {
  const marks = [start, string.close].filter((mark) => mark !== undefined && text.charAt(mark) !== '"') as number[];
  if (marks.length === 0) return undefined;
  const toEscape: number[] = [];
  for (let at = start + 1; at < (string.close ?? string.end); at++) {
    if (text.charAt(at) === '\\') at++;
    else if (text.charAt(at) === '"') toEscape.push(at);
  }
  return { kind: 'quotes', start, end: string.end, marks, toEscape };
}

/** The text with every repair made one for one: what a fix removes is a space here, what it escapes an apostrophe. */
function applyOneForOne(text: string, repairs: readonly Repair[]): string {
  const pieces: string[] = [];
  let done = 0;
  const put = (offset: number, replacement: string, length = 1): void => {
    pieces.push(text.slice(done, offset), replacement);
    done = offset + length;
  };
  for (const repair of repairs) {
    if (repair.kind === 'character') {
      const length = repair.end - repair.start;
      put(repair.start, repair.replacement || ' '.repeat(length), length);
    } else {
      const changes = [
        ...repair.marks.map((offset) => ({ offset, replacement: '"' })),
        ...repair.toEscape.map((offset) => ({ offset, replacement: "'" })),
      ];
      for (const { offset, replacement } of changes.sort((a, b) => a.offset - b.offset)) put(offset, replacement);
    }
  }
  pieces.push(text.slice(done));
  return pieces.join('');
}
