import { inArgumentQuotes, inPowerShellDoubleQuotes, inPowerShellSingleQuotes } from './quoting';
import { isText, mapText, textOf, type Piece, type Quoted, type Word } from './word';

// Versions of PowerShell pass quotes to a program differently. Windows PowerShell 5.1, and 7 up to 7.2, copy a word into the
// command line unescaped and only add quotes around one with spaces; from 7.3 on, the program gets the word unchanged.
// $PSNativeCommandArgumentPassing = 'Legacy' makes all of them do the former (about_Preference_Variables), so a word whose
// quotes are escaped for the program works in every version.

/** As .NET's `Char.IsWhiteSpace` has it. */
const whitespace = /[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

/** Quotes a word for PowerShell on Windows, 5.1 and later, to be run in {@link encloseForPowerShell}. */
export function quoteForPowerShell(word: Word): Quoted {
  if (textOf(word).includes('\0')) return { problem: 'nul' };
  // An empty word would be left out.
  if (word.every((piece) => piece === '')) return { text: `'""'` };
  const escaped = mapText(word, (text) => inArgumentQuotes(text, false));
  const isQuoted = getsQuotesFrom5(escaped);
  if (isQuoted !== getsQuotesFrom7(escaped)) return { problem: 'space-in-quotes' };
  // 7 doubles a trailing backslash, and 5.1 does not.
  if (isQuoted && textOf(escaped.slice(-1)).endsWith('\\')) return { problem: 'backslash-at-end' };
  return { text: spell(escaped) };
}

/** Sets the mode of passing arguments that {@link quoteForPowerShell} relies on, if the command needs it. */
export function encloseForPowerShell(command: string, words: readonly Word[]): string {
  const isPlain = (word: Word) => word.some((piece) => piece !== '') && !textOf(word).includes('"');
  if (words.every(isPlain)) return command;
  return `& {\n  $PSNativeCommandArgumentPassing = 'Legacy'\n  ${command}\n}`;
}

/** Adds a space before JSON that some versions would split: then all of them put quotes around it. */
export function fitForPowerShell(json: Word): Word {
  const escaped = mapText(json, (text) => inArgumentQuotes(text, false));
  const hasVariables = !json.every(isText);
  const isFine = getsQuotesFrom5(escaped) || (!hasVariables && !getsQuotesFrom7(escaped));
  return isFine ? json : [' ', ...json];
}

/** Whether 5.1 puts quotes around a word: it does for a space outside quotes, where escaped quotes count as quotes. */
function getsQuotesFrom5(escaped: Word): boolean {
  const outside = textOf(escaped).split('"');
  return outside.some((part, index) => index % 2 === 0 && whitespace.test(part));
}

/** Whether 7 puts quotes around a word: it ignores escaped quotes, and there are no others. */
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
