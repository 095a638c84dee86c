import { inArgumentQuotes } from './quoting';
import { isText, mapText, textOf, type Piece, type Quoted, type Word } from './word';

/** A part of a word between two double quotes, the program's and its own alike: to cmd, each of them opens or closes. */
type Segment = Piece[];

/**
 * Quotes a word for the prompt of cmd, not for a batch file, where `%` has other rules. The program gets its own escapes;
 * what is special to cmd gets a `^` where cmd sees no quotes (Microsoft's "Everyone quotes command line arguments the
 * wrong way"). Values of variables are put in before that is looked at, so that they have to be inside quotes.
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

/** JSON on one line. A line break stands between its tokens only, where a space means the same. */
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
  // Nothing keeps a `%` from cmd in quotes.
  const canBeIn = (segment: Segment = []) => !textOf(segment).includes('%');
  const wantsIn = (segment: Segment = []) => canBeIn(segment) && !segment.every(isText);
  let spelled = '';
  let wasIn = false;
  for (const [index, segment] of segments.entries()) {
    // There is no quote that does not close one.
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

/** A `^` after a `%` makes it the first letter of a variable's name, and there is no variable of such a name. */
function outside(piece: Piece, next: Piece | undefined): string {
  if (!isText(piece)) return inQuotes(piece);
  return piece.replaceAll(/[()!^<>&|]|%(?![()!^<>&|])/g, (special, index: number) => {
    if (special !== '%') return `^${special}`;
    const isLast = index === piece.length - 1 && next === undefined;
    return isLast ? '%' : '%^';
  });
}
