import { inPosixSingleQuotes } from './quoting';
import { isText, textOf, type Piece, type Quoted, type Word } from './word';

/**
 * Quotes a word for sh, bash, zsh and their like, by the POSIX standard's "Quoting" (XCU 2.2): nothing is special between
 * single quotes, and only `$`, a backtick, `"` and `\` between double ones. An interactive shell takes `!` there for its
 * history, too.
 */
export function quoteForPosix(word: Word): Quoted {
  const text = textOf(word);
  if (text.includes('\0')) return { problem: 'nul' };
  if (word.every(isText)) return { text: single(text) };
  // JSON has a quote in every line: it is easier to read in single quotes, with the variables between them.
  if (/["$`\\!]/.test(text)) {
    return { text: word.map((piece) => (isText(piece) ? single(piece) : `"\${${piece.variable}}"`)).join('') };
  }
  return { text: `"${word.map((piece, index) => inDouble(piece, word[index + 1])).join('')}"` };
}

function single(text: string): string {
  return `'${inPosixSingleQuotes(text)}'`;
}

/** Without braces only where no shell could read on: zsh takes `$NAME:` and `$NAME[` for more than a name. */
function inDouble(piece: Piece, next: Piece = ''): string {
  if (isText(piece)) return piece;
  const isAlone = isText(next) && /^(?:$|[ ,])/.test(next);
  return isAlone ? `$${piece.variable}` : `\${${piece.variable}}`;
}
