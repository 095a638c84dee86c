/** A word of a command: text, and environment variables that the shell expands. */
export type Word = readonly Piece[];

export type Piece = string | { readonly variable: string };

/** Why a word or a command cannot be written for a shell. */
export type QuoteProblem =
  /** An argument of a program cannot contain a NUL. */
  | 'nul'
  /** cmd ends a command at a line break. */
  | 'line-break'
  /** Windows PowerShell 5.1 and 7 would split the word at different positions. */
  | 'space-in-quotes'
  /** Windows PowerShell 5.1 and 7 would put different quotes around the word. */
  | 'backslash-at-end'
  | 'too-long';

/** An invisible character that would have an effect in a terminal, in text that cannot be escaped. */
export interface UnseenProblem {
  readonly problem: 'unseen';
  /** Its code point, such as `U+007F`. */
  readonly character: string;
  /** Whether it is in the name of the file, or in the URL or a secret of the account. */
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

/** Removes empty pieces and joins adjacent text, because quoting depends on the neighboring characters. */
export function joinText(word: Word): Word {
  return word.reduce<Word>((joined, piece) => {
    const last = joined.at(-1);
    if (piece === '') return joined;
    return isText(piece) && last !== undefined && isText(last)
      ? [...joined.slice(0, -1), last + piece]
      : [...joined, piece];
  }, []);
}
