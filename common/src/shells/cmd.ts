import { inArgumentQuotes } from './quoting';
import { isText, mapText, textOf, type Piece, type Quoted, type Word } from './word';

/** The part of a word between two double quotes of any kind: to cmd, each of them opens or closes. */
type Segment = Piece[];

/**
 * Quotes a word for the prompt of cmd, not for a batch file, where `%` has other rules. Quotes are escaped for the program,
 * and special characters get a `^` where cmd sees no quotes (the article by Microsoft on quoting command-line arguments).
 * cmd expands variables before it interprets special characters, so variables must be inside quotes.
 */
export function quoteForCmd(word: Word): Quoted {
  const text = textOf(word);
  if (text.includes('\0')) return { problem: 'nul' };
  if (/[\r\n]/.test(text)) return { problem: 'line-break' };
  const escaped = word.map((piece, index) =>
    isText(piece) ? inArgumentQuotes(piece, index === word.length - 1) : piece,
  );
  return { text: spell(segmentsOf(escaped)) };
}

/** Puts JSON on one line: its line breaks are between tokens, where a space means the same. */
export function fitForCmd(json: Word): Word {
  return mapText(json, (text) => text.replaceAll(/[\r\n]+/g, ' '));
}

function segmentsOf(word: Word): Segment[] {
  const segments: Segment[] = [[]];
  for (const piece of word) {
    const [first = '', ...others] = isText(piece) ? piece.split('"') : [piece];
    segments.at(-1)?.push(first);
    segments.push(...others.map((text) => [text]));
  }
  return segments;
}

/** Chooses for each segment whether cmd sees it in quotes: those with variables before all others. */
function spell(segments: readonly Segment[]): string {
  // Inside quotes, a `%` cannot be escaped.
  const canBeIn = (segment: Segment = []) => !textOf(segment).includes('%');
  const wantsIn = (segment: Segment = []) => canBeIn(segment) && !segment.every(isText);
  let spelled = '';
  let wasIn = false;
  for (const [index, segment] of segments.entries()) {
    // Inside quotes, the next quote always closes them.
    const isIn: boolean = !wasIn && canBeIn(segment) && (wantsIn(segment) || !wantsIn(segments[index + 1]));
    const quote = wasIn || isIn ? '"' : '^"';
    spelled += quote + segment.map((piece, at) => (isIn ? inQuotes(piece) : outside(piece, segment[at + 1]))).join('');
    wasIn = isIn;
  }
  return `${spelled}${wasIn ? '' : '^'}"`;
}

function inQuotes(piece: Piece): string {
  return isText(piece) ? piece : `%${piece.variable}%`;
}

/** After a `%`, a `^` becomes part of the variable name, and no variable has such a name, so the `%` is kept. */
function outside(piece: Piece, next: Piece | undefined): string {
  if (!isText(piece)) return inQuotes(piece);
  return piece.replaceAll(/[()!^<>&|]|%(?![()!^<>&|])/g, (special, index: number) => {
    if (special !== '%') return `^${special}`;
    const isLast = index === piece.length - 1 && next === undefined;
    return isLast ? '%' : '%^';
  });
}
