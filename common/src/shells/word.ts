/** A word of a command: text, and variables of the environment whose values the shell puts in. */
export type Word = readonly Piece[];

export type Piece = string | { readonly variable: string };

/** Why a shell cannot say a word, or a command. */
export type QuoteProblem =
  /** No program can be given a NUL. */
  | 'nul'
  /** cmd ends a command at a line break. */
  | 'line-break'
  /** Windows PowerShell 5.1 and 7 would split such a word at different places. */
  | 'space-in-quotes'
  /** Windows PowerShell 5.1 and 7 put different quotes around such a word. */
  | 'backslash-at-end'
  | 'too-long';

/** A character that cannot be seen, and would do something in a terminal, where JSON cannot escape it. */
export interface UnseenProblem {
  readonly problem: 'unseen';
  /** As Unicode names it, such as `U+007F`. */
  readonly character: string;
  /** In the name of the file, or in what the account gives: its address and its secrets. */
  readonly place: 'file' | 'account';
}

export type Quoted = { readonly text: string } | { readonly problem: QuoteProblem };

/** True for a piece that is text. */
export function isText(piece: Piece): piece is string {
  return typeof piece === 'string';
}

/** All text of a word. */
export function textOf(word: Word): string {
  return word.filter(isText).join('');
}

/** A word with its text changed, piece by piece. */
export function mapText(word: Word, change: (text: string) => string): Word {
  return word.map((piece) => (isText(piece) ? change(piece) : piece));
}

/** The same word without empty pieces, and with neighbours that are text in one: what is special is so by what is next. */
export function joinText(word: Word): Word {
  return word.reduce<Word>((joined, piece) => {
    const last = joined.at(-1);
    if (piece === '') return joined;
    return isText(piece) && last !== undefined && isText(last)
      ? [...joined.slice(0, -1), last + piece]
      : [...joined, piece];
  }, []);
}
