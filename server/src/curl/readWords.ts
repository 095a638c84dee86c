import { lookAlike } from '../../../common/src/json/lookAlikes';
import type { OffsetRange } from '../../../common/src/json/tree';
import type { Piece, Quotes, Word } from './command';
import { ansiText, endOfAnsiText } from './expansions';
import { escapeLength, readQuotes, startsJson, type QuotedText } from './quoted';
import { familyOf, shellRules } from './shellRules';

/** Reads a word of a command as it was meant, with the range of each of its parts. */

/** True for a character that only looks like a space. */
export function isLookAlikeSpace(character: string): boolean {
  return character.charCodeAt(0) >= 0x80 && lookAlike(character)?.replacement.trim() === '';
}

export const isSpace = (character: string): boolean =>
  character === ' ' || character === '\t' || isLookAlikeSpace(character);

export const isLineBreak = (character: string): boolean => character === '\n' || character === '\r';

/** `<YOUR_SECRET>` without quotes is meant as a placeholder, not as a redirection. */
const placeholder = /<[A-Za-z][\w .-]{0,80}>/y;

export function startsPlaceholder(text: string, at: number): boolean {
  placeholder.lastIndex = at;
  return placeholder.test(text);
}

/** What may directly precede a string in look-alike quotes. */
const attachable = /^-[A-Za-z]$|[=@]$/;

/** The word that begins at an offset, at which there is no space. It is never empty: any character can begin a word. */
export function readWord(reading: QuotedText & { readonly end: number }, start: number): Word {
  const { text, shell, end } = reading;
  const { continuation } = shellRules[shell];
  const pieces = createPieces();
  const quotes: Quotes[] = [];
  let at = start;
  let isJson = false;
  while (at < end) {
    const character = text.charAt(at);
    if (isSpace(character) || isLineBreak(character)) break;
    if (character === continuation) {
      const next = text.charAt(at + 1);
      if (at + 1 >= end || endsLine(text, at + 1)) break;
      pieces.escaped(next, { start: at, end: at + 2 });
      at += 2;
      continue;
    }
    const ansiEnd = shell === 'posix' && text.startsWith("$'", at) ? endOfAnsiText(text, at, end) : undefined;
    if (ansiEnd !== undefined) {
      pieces.variable(ansiText(text.slice(at, ansiEnd)), { start: at, end: ansiEnd });
      at = ansiEnd;
      continue;
    }
    const known = variableAt(reading, at, end);
    if (known !== undefined) {
      pieces.variable(known, { start: at, end: at + known.length });
      at += known.length;
      continue;
    }
    const family = familyOf(character);
    const isMark = family !== undefined && shellRules[shell].marks[family].includes(character);
    if (isMark || (family && (at === start || (at - start <= 80 && attachable.test(text.slice(start, at)))))) {
      const quoted = readQuotes(reading, at, isJson);
      isJson ||= quoted.closed && startsJson(text, at + 1);
      quotes.push(quoted);
      readPieces(reading, quoted, pieces);
      at = quoted.end;
      continue;
    }
    const name = character === '<' ? matchAt(placeholder, text, at, end) : undefined;
    if (name === undefined && at > start && isOperator(character)) break;
    pieces.plain({ start: at, end: at + (name ?? character).length }, name ?? character);
    at += (name ?? character).length;
  }
  return { start, end: at, value: pieces.value(), pieces: pieces.list(), quotes };
}

/** True for a character that ends a word, and usually the command. `{` and `}` within a word do not. */
export const isOperator = (character: string): boolean => character !== '' && '|;&()<>`'.includes(character);

const restIsSpace = /[ \t]*(?:[\r\n]|$)/y;

/** True where there are only spaces between an offset and the end of its line. */
export function endsLine(text: string, at: number): boolean {
  restIsSpace.lastIndex = at;
  return restIsSpace.test(text);
}

/** The variable or other expansion at an offset. */
function variableAt({ text, shell, expansions }: QuotedText, at: number, end: number): string | undefined {
  const expansionEnd = expansions?.end(at);
  if (expansionEnd !== undefined && expansionEnd <= end) return text.slice(at, expansionEnd);
  return matchAt(shellRules[shell].variable, text, at, end);
}

function matchAt(pattern: RegExp, text: string, at: number, end: number): string | undefined {
  pattern.lastIndex = at;
  const found = pattern.exec(text)?.[0];
  return found !== undefined && at + found.length <= end ? found : undefined;
}

/** Reads the pieces of a quoted string. */
function readPieces(reading: QuotedText, quotes: Quotes, pieces: ReturnType<typeof createPieces>): void {
  const { text, shell } = reading;
  const opensWithQuote = quotes.wrong[0] !== quotes.start;
  const end = quotes.end - (quotes.closed ? 1 : 0);
  for (let at = quotes.start + 1; at < end;) {
    const length = escapeLength(text, at, quotes.family, shell, opensWithQuote);
    const known = quotes.family === 'double' || shell === 'cmd' ? variableAt(reading, at, end) : undefined;
    if (length > 0 && at + length <= end) {
      const range = { start: at, end: at + length };
      if (shell === 'posix' && !'"\\$`\r\n'.includes(text.charAt(at + 1))) {
        pieces.plain(range, text.slice(at, at + length), quotes);
      } else {
        const character = text.charAt(at + length - 1);
        // A backslash before a line break removes both.
        pieces.escaped(shell === 'posix' && isLineBreak(character) ? '' : character, range, quotes);
      }
      at += length;
    } else if (known !== undefined) {
      pieces.variable(known, { start: at, end: at + known.length }, quotes);
      at += known.length;
    } else {
      pieces.plain({ start: at, end: at + 1 }, text.charAt(at), quotes);
      at++;
    }
  }
}

/** Collects the pieces of a word. Consecutive characters without escapes become one piece. */
function createPieces() {
  const list: Piece[] = [];
  let run: { start: number; end: number; texts: string[]; quotes: Quotes | undefined } | undefined;
  let at = 0;
  const add = (text: string, range: OffsetRange, quotes: Quotes | undefined, isVariable: boolean): void => {
    list.push({ text, at, ...range, quotes, isVariable });
    at += text.length;
  };
  const flush = (): void => {
    if (run) add(run.texts.join(''), { start: run.start, end: run.end }, run.quotes, false);
    run = undefined;
  };
  return {
    plain({ start, end }: OffsetRange, text: string, quotes?: Quotes): void {
      if (run?.end !== start || run.quotes !== quotes) flush();
      run ??= { start, end, texts: [], quotes };
      run.texts.push(text);
      run.end = end;
    },
    escaped(text: string, range: OffsetRange, quotes?: Quotes): void {
      flush();
      add(text, range, quotes, false);
    },
    variable(text: string, range: OffsetRange, quotes?: Quotes): void {
      flush();
      add(text, range, quotes, true);
    },
    list(): readonly Piece[] {
      flush();
      return list;
    },
    value(): string {
      flush();
      return list.map(({ text }) => text).join('');
    },
  };
}
