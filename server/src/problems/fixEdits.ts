import { insertion, type TextEdit } from '../../../common/src/json/edits';
import type { Repair } from '../../../common/src/json/faults';
import { trimmedEnd } from '../../../common/src/json/scanner';
import { propertyOf, type OffsetRange } from '../../../common/src/json/tree';
import type { ParsedRequest } from '../request/request';
import { fixTitles } from './fixTitles';

/** Fixes, and what their edits are made of. Offsets in the text as it is. */

export interface Fix {
  readonly title: string;
  /** Not overlapping. */
  readonly edits: readonly TextEdit[];
  /** True where this is the one right answer. */
  readonly preferred: boolean;
  /** The secret that these edits drop and refer to: a client that can keep it does so instead, under this name. */
  readonly keeps?: { readonly range: OffsetRange; readonly name: string };
}

/** The edits of a repair: the right characters in place of the look-alikes. */
export function repairEdits(repair: Repair): TextEdit[] {
  if (repair.kind === 'character') return [{ start: repair.start, end: repair.end, text: repair.replacement }];
  return inOrder([
    ...repair.marks.map((mark) => ({ start: mark, end: mark + 1, text: '"' })),
    ...escapes(repair.toEscape),
    ...repair.toDrop.map((backslash) => ({ start: backslash, end: backslash + 1, text: '' })),
    ...(repair.missing === undefined ? [] : [insertion(repair.missing, '"')]),
  ]);
}

/** True for the range of what the member `element` of a request has for a value. */
export const isElement = (root: ParsedRequest['root'], { start }: OffsetRange): boolean =>
  root?.type === 'object' && propertyOf(root, 'element')?.value?.start === start;

/** Offset behind the spaces and tabs from an offset on. */
export const skipBlanks = (text: string, from: number): number =>
  from + (/^[ \t]*/.exec(text.slice(from))?.[0].length ?? 0);

/** The empty range at an offset. */
export const at = (offset: number): OffsetRange => ({ start: offset, end: offset });

/** Backslashes before quotes. */
export const escapes = (quotes: readonly number[]): TextEdit[] => quotes.map((quote) => insertion(quote, '\\'));

/** Sorted by place; what is put in at the same place stays in the order given. */
export const inOrder = (edits: readonly TextEdit[]): TextEdit[] => [...edits].sort((a, b) => a.start - b.start);

/** Closing brackets at the end of a text of several lines stand on a line of their own. */
export function closers(text: string, insertAt: number, brackets: string): string {
  const newline = /\r\n|\n|\r/.exec(text.slice(0, insertAt))?.[0];
  return newline === undefined ? ` ${brackets}` : newline + brackets;
}

/** Removes what stands around a range, but for one line end behind it. */
export function keepOnly(text: string, keep: OffsetRange): TextEdit[] {
  const end = /\r\n|\n|\r/.exec(text.slice(keep.end))?.[0] ?? '';
  return [
    { start: 0, end: keep.start, text: '' },
    { start: keep.end, end: text.length, text: end },
  ];
}

/** A range with the blanks before it. */
export const withSpaceBefore = (text: string, { start, end }: OffsetRange): OffsetRange => ({
  start: trimmedEnd(text, 0, start),
  end,
});

/** Where the second request begins: behind a comma, if one stands there. */
export const beginningOf = (text: string, { start }: OffsetRange): number =>
  start + (/^,\s*/.exec(text.slice(start))?.[0].length ?? 0);

/** A fix that is the one right answer. */
export const only = (title: string, edits: readonly TextEdit[]): Fix => ({ title, edits, preferred: true });

/** A range with the spaces before it where nothing follows on its line, and the whole line where it stands alone. */
export function withItsSpace(text: string, { start, end }: OffsetRange): OffsetRange {
  const after = /^[ \t]*(\r\n|\n|\r|$)/.exec(text.slice(end));
  if (!after) return { start, end };
  let from = start;
  while (/[ \t]/.test(text.charAt(from - 1))) from--;
  const alone = from === 0 || /[\r\n]/.test(text.charAt(from - 1));
  return { start: from, end: end + (alone ? after[0].length : after[0].length - (after[1]?.length ?? 0)) };
}

/** Another name or value in place of a string. */
export const rename = (range: { start: number; end: number }, name: string, preferred: boolean): Fix => ({
  title: fixTitles.rename(name),
  edits: [{ start: range.start, end: range.end, text: JSON.stringify(name) }],
  preferred,
});
