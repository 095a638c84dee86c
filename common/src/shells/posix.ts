import { inPosixSingleQuotes } from './quoting';
import { isText, textOf, type Piece, type Quoted, type Word } from './word';

/**
 * Quotes a word for sh, bash, zsh and similar shells (POSIX, "Quoting", XCU 2.2): nothing is special inside single quotes,
 * and only `$`, a backtick, `"` and `\` inside double quotes. There, an interactive shell also expands `!` from its history.
 */
export function quoteForPosix(word: Word): Quoted {
  const text = textOf(word);
  if (text.includes('\0')) return { problem: 'nul' };
  if (word.every(isText)) return { text: single(text) };
  // JSON is full of double quotes, so it is easier to read in single quotes, with the variables outside them.
  if (/["$`\\!]/.test(text)) {
    return { text: word.map((piece) => (isText(piece) ? single(piece) : `"\${${piece.variable}}"`)).join('') };
  }
  return { text: `"${word.map((piece, index) => inDouble(piece, word[index + 1])).join('')}"` };
}

function single(text: string): string {
  return `'${inPosixSingleQuotes(text)}'`;
}

/** Leaves out braces only if no shell could read more into the name: zsh interprets `$NAME:` and `$NAME[`. */
function inDouble(piece: Piece, next: Piece = ''): string {
  if (isText(piece)) return piece;
  const isAlone = isText(next) && /^(?:$|[ ,])/.test(next);
  return isAlone ? `$${piece.variable}` : `\${${piece.variable}}`;
}
