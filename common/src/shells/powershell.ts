import { inArgumentQuotes, inPowerShellDoubleQuotes, inPowerShellSingleQuotes } from './quoting';
import { isText, mapText, textOf, type Piece, type Quoted, type Word } from './word';

// Between PowerShell and a program, quotes get lost in one version and not in another: Windows PowerShell 5.1, and 7 up to
// 7.2, put a word into the command line as it is, and only add quotes around one with spaces; from 7.3 on it comes through.
// $PSNativeCommandArgumentPassing = 'Legacy' makes all of them do the former (about_Preference_Variables), so that a word
// whose own quotes are escaped for the program is right in every one of them.

/** As .NET's `Char.IsWhiteSpace` has it. */
const whitespace = /[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

/** Quotes a word for PowerShell on Windows, 5.1 and later, to be run in {@link encloseForPowerShell}. */
export function quoteForPowerShell(word: Word): Quoted {
  if (textOf(word).includes('\0')) return { problem: 'nul' };
  // What is empty would be left out.
  if (word.every((piece) => piece === '')) return { text: `'""'` };
  const escaped = mapText(word, (text) => inArgumentQuotes(text, false));
  const isQuoted = getsQuotesFrom5(escaped);
  if (isQuoted !== getsQuotesFrom7(escaped)) return { problem: 'space-in-quotes' };
  // 7 doubles them, and 5.1 does not.
  if (isQuoted && textOf(escaped.slice(-1)).endsWith('\\')) return { problem: 'backslash-at-end' };
  return { text: spell(escaped) };
}

/** The command, with the way of passing quotes that {@link quoteForPowerShell} counts on, where it matters. */
export function encloseForPowerShell(command: string, words: readonly Word[]): string {
  const isPlain = (word: Word) => word.some((piece) => piece !== '') && !textOf(word).includes('"');
  if (words.every(isPlain)) return command;
  return `& {\n  $PSNativeCommandArgumentPassing = 'Legacy'\n  ${command}\n}`;
}

/** JSON that no version splits: with a space in front, all of them put quotes around it. */
export function fitForPowerShell(json: Word): Word {
  const escaped = mapText(json, (text) => inArgumentQuotes(text, false));
  const hasVariables = !json.every(isText);
  const isFine = getsQuotesFrom5(escaped) || (!hasVariables && !getsQuotesFrom7(escaped));
  return isFine ? json : [' ', ...json];
}

/** Whether 5.1 puts quotes around a word: it does for a space that is outside of quotes, escaped ones counted. */
function getsQuotesFrom5(escaped: Word): boolean {
  const outside = textOf(escaped).split('"');
  return outside.some((part, index) => index % 2 === 0 && whitespace.test(part));
}

/** Whether 7 does: it counts no escaped quotes, and there are no others. */
function getsQuotesFrom7(escaped: Word): boolean {
  return whitespace.test(textOf(escaped));
}

/** As a string of PowerShell. */
function spell(word: Word): string {
  if (word.every(isText)) return `'${inPowerShellSingleQuotes(textOf(word))}'`;
  return `"${word.map((piece, index) => inDouble(piece, word[index + 1])).join('')}"`;
}

function inDouble(piece: Piece, next: Piece = ''): string {
  if (isText(piece)) return inPowerShellDoubleQuotes(piece);
  const isAlone = /^\w+$/.test(piece.variable) && isText(next) && /^(?:$|[ ,])/.test(next);
  return isAlone ? `$env:${piece.variable}` : `\${env:${piece.variable}}`;
}
