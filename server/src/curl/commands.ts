import { mentionsPlatform } from '../../../common/src/protocol/curl';
import { endOfLine } from '../../../common/src/json/scanner';
import type { OffsetRange } from '../../../common/src/json/tree';
import { readCall, type Call } from './call';
import { isBroken, type Command, type LineEnd, type Word } from './command';
import { createExpansions } from './expansions';
import { awaitsValue } from './options';
import { endsWord, type QuotedText } from './quoted';
import { shellRules, type Shell } from './shellRules';
import { endsLine, isSpace, isLineBreak, isLookAlikeSpace, isOperator, readWord, startsPlaceholder } from './readWords';

/** A cURL command that calls the platform. Its offsets are relative to its own text. */
export interface CurlCommand extends Command {
  readonly text: string;
  readonly call: Call;
}

/** A command with its range in a text. The same command may have another range in another version of the text. */
export interface LocatedCommand extends OffsetRange {
  readonly shell: Shell;
  /** Undefined for a command that calls something else. */
  readonly command: CurlCommand | undefined;
  /** All text that the result depends on, from the start of the command; absent where that is unknown. */
  readonly source?: string;
}

/** The commands of the previous version of a text. Unchanged commands are not read again. */
export interface KnownCommands {
  readonly byStart: ReadonlyMap<number, LocatedCommand>;
  /** By how many characters the text has grown. */
  readonly growth: number;
}

/**
 * The cURL commands in a text that call the platform, in their order. Tolerates look-alike quotes and dashes, a space
 * after a continuation character, a line break without one, and quotes that are not closed. Never throws, and takes
 * time linear in the length of the text.
 */
export function findCommands(text: string, shell: Shell): (LocatedCommand & { readonly command: CurlCommand })[] {
  if (!mentionsPlatform(text)) return [];
  return readCommands(text, shell, { start: 0, end: text.length }).filter(callsPlatform);
}

export const callsPlatform = (located: LocatedCommand): located is LocatedCommand & { readonly command: CurlCommand } =>
  located.command !== undefined;

/** All cURL commands in a range of a text, including those that call something else. */
export function readCommands(
  text: string,
  shell: Shell,
  { start, end }: OffsetRange,
  known?: KnownCommands,
): LocatedCommand[] {
  const starts = commandStarts(text, shell, start, end);
  const found: LocatedCommand[] = [];
  let done = start;
  let lineEnd = -1;
  let next = 0;
  for (const at of starts) {
    if (at < done) continue;
    // A command before the edit has the same offset as before; one after the edit has moved.
    const unchanged = [known?.byStart.get(at), known?.byStart.get(at - known.growth)].find(
      (candidate) => candidate?.shell === shell && isUnchanged(candidate, text, at, end),
    );
    if (unchanged) {
      found.push({ ...unchanged, start: at, end: at + unchanged.end - unchanged.start });
    } else {
      if (at > lineEnd) lineEnd = endOfLine(text, at);
      // Quotes that are never closed don't extend over a command on a later line.
      while (next < starts.length && (starts[next] ?? end) < lineEnd) next++;
      const rest = text.slice(at, end);
      const stop = (starts[next] ?? end) - at;
      const expansions = shell === 'posix' ? { expansions: createExpansions(rest, stop) } : {};
      const command = readCommand({ text: rest, shell, end: rest.length, stop, ...expansions }, 0);
      const call = readCall(command);
      const platformCommand = call && { ...command, text: rest.slice(0, command.end), call };
      const isUnbroken = command.words.every((word) => word.quotes.every((quotes) => !isBroken(quotes)));
      const source = isUnbroken ? sourceOf(rest, command.end) : undefined;
      found.push({
        shell,
        start: at,
        end: at + command.end,
        command: platformCommand,
        ...(source === undefined ? {} : { source }),
      });
    }
    done = found.at(-1)?.end ?? done;
  }
  return found;
}

/** The number of characters after a command that decide where it ends, unless they are all whitespace. */
const lookAhead = 1000;

function sourceOf(text: string, end: number): string | undefined {
  const following = text.slice(end, end + lookAhead);
  return following.length === lookAhead && following.trim() === '' ? undefined : text.slice(0, end + lookAhead);
}

function isUnchanged({ start, end, source }: LocatedCommand, text: string, at: number, textEnd: number): boolean {
  if (source === undefined || !text.startsWith(source, at)) return false;
  const isAtEnd = source.length < end - start + lookAhead;
  return isAtEnd ? at + source.length === textEnd : at + source.length <= textEnd;
}

const curl = /\bcurl(?:\.exe)?(?![\w.-])/g;
const operator = /[|&;(){}!`@]|=[ \t]*/;
const shellWord = /\b(?:if|then|do|else|elif|while|until|exec|time|sudo|command|call)[ \t]/;
const prompt = /^[ \t]*(?:\$|%|>|PS [^>]*>|[A-Za-z]:[^>]*>)[ \t]*/;
const assignments = /(?:\w{1,60}=[^\s;|&]{0,60}[ \t]+){0,3}/;
/** What may precede a command on its line. */
const commandPosition = new RegExp(
  `(?:^|${operator.source}|${shellWord.source}|${prompt.source})[ \\t]*${assignments.source}$`,
);
/** The number of characters before a command that are read. */
const maximumBefore = 200;

function commandStarts(text: string, shell: Shell, start: number, end: number): number[] {
  const starts: number[] = [];
  for (const { 0: name, index } of text.slice(start, end).matchAll(curl)) {
    const at = start + index;
    if (!endsWord(text, at + name.length) && !isLookAlikeSpace(text.charAt(at + name.length))) continue;
    const before = text.slice(Math.max(start, at - maximumBefore), at);
    const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
    if (commandPosition.test(line) && !shellRules[shell].comment.test(line)) starts.push(at);
  }
  return starts;
}

interface Reading extends QuotedText {
  readonly end: number;
}

function readCommand(read: Reading, start: number): Command {
  const { text, shell, end } = read;
  const { continuation } = shellRules[shell];
  const words: Word[] = [];
  const lineEnds: LineEnd[] = [];
  const lookAlikeSpaces: OffsetRange[] = [];
  let at = start;
  let isRedirectionTarget = false;
  let includesAddress = false;
  const wordEnd = (): number => words.at(-1)?.end ?? start;
  while (at < end) {
    const character = text.charAt(at);
    if (isLookAlikeSpace(character)) {
      const from = at;
      while (at < end && text.charAt(at) === character) at++;
      lookAlikeSpaces.push({ start: from, end: at });
    } else if (isSpace(character)) {
      at++;
    } else if (isLineBreak(character)) {
      const next = nextLine(text, at);
      if (next >= end || !continuesCommand(text, next, words, includesAddress)) break;
      lineEnds.push({ wordEnd: wordEnd(), end: at });
      at = next;
    } else if (character === continuation && endsLine(text, at + 1)) {
      const lineEnd = endOfSpaces(text, at + 1);
      const next = nextLine(text, lineEnd);
      if (lineEnd >= end || next >= end || endsLine(text, next) || newCommand.test(text.slice(next, next + 200))) break;
      lineEnds.push({ wordEnd: wordEnd(), end: lineEnd, mark: at });
      at = next;
    } else if (character === '#' && shell !== 'cmd') {
      break;
    } else if ((character === '<' && !startsPlaceholder(text, at)) || character === '>') {
      // A redirection: the next word is the name of a file.
      while (text.charAt(at) === character || text.charAt(at) === '&') at++;
      isRedirectionTarget = true;
    } else if (isOperator(character) && character !== '<') {
      break;
    } else {
      const word = readWord(read, at);
      at = word.end;
      if (isRedirectionTarget) isRedirectionTarget = false;
      else if (!isDescriptor(text, word)) {
        words.push(word);
        includesAddress ||= hasAddress.test(word.value.slice(0, 500));
      }
    }
  }
  // Whatever follows the last word isn't part of the command.
  const last = wordEnd();
  return {
    shell,
    start,
    end: last,
    words,
    lineEnds: lineEnds.filter((lineEnd) => lineEnd.end < last),
    lookAlikeSpaces: lookAlikeSpaces.filter((range) => range.end <= last),
  };
}

const newCommand = /^[ \t]*(?:[$%>][ \t]+)?curl(?:\.exe)?\s|^[ \t]*(?:```|~~~)/;

/** The number before a redirection, as in `2>&1`. */
const isDescriptor = (text: string, { value, end }: Word): boolean =>
  /^\d$/.test(value) && (text.charAt(end) === '>' || text.charAt(end) === '<');

const nextLine = (text: string, lineEnd: number): number => lineEnd + (text.startsWith('\r\n', lineEnd) ? 2 : 1);

function endOfSpaces(text: string, from: number): number {
  let at = from;
  while (text.charAt(at) === ' ' || text.charAt(at) === '\t') at++;
  return at;
}

const option = /[ \t]*[-\u2010-\u2015\u2212\ufe63\uff0d]{1,2}[A-Za-z]/y;
/** A variable or placeholder instead of the host of an address, or of its beginning. */
const hostVariable = /\$\w[\w:]{0,60}|\$\{[\w:]{1,60}\}|%\w{1,60}%|<[^<>\s]{1,60}>/;
const platformPath = /[\w./%{}$-]{0,200}\/(?:elements\/api-v2|instances)/;
const address = new RegExp(
  `[ \\t]*["'\\u2018-\\u201f]?(?:https?:\\/\\/|(?:${hostVariable.source})${platformPath.source})`,
  'y',
);
const value = /[ \t]*(?:["'\u2018-\u201f@]|(?:GET|POST|PUT|PATCH|DELETE)\b)/y;
const hasAddress = /https?:\/\/|\/elements\/api-v2|\/instances$/;

/**
 * True for a line that continues a command although the line before has no continuation character.
 * @param includesAddress True where one of the words is an address.
 */
function continuesCommand(text: string, lineStart: number, words: readonly Word[], includesAddress: boolean): boolean {
  const startsWith = (pattern: RegExp): boolean => {
    pattern.lastIndex = lineStart;
    return pattern.test(text);
  };
  if (startsWith(option)) return true;
  if (awaitsValue(words) && startsWith(value)) return true;
  return !includesAddress && startsWith(address);
}
