import { insertion, type TextEdit } from '../../../common/src/json/edits';
import type { Repair } from '../../../common/src/json/faults';
import { trimmedEnd } from '../../../common/src/json/scanner';
import { propertyOf, type OffsetRange } from '../../../common/src/json/tree';
import type { ParsedRequest } from '../request/request';
import { fixTitles } from './fixTitles';

/** Fixes, and helpers for their edits. All offsets are in the text of the document, before any edit. */

export interface Fix {
  readonly title: string;
  /** Not overlapping. */
  readonly edits: readonly TextEdit[];
  /** True where this is the one right fix. */
  readonly preferred: boolean;
  /**
   * The secret that these edits replace with a reference. A client that can store it under this name does that instead of
   * applying the edits.
   */
  readonly secret?: { readonly range: OffsetRange; readonly name: string };
}

/** The edits that replace look-alikes with the right characters. */
export function repairEdits(repair: Repair): TextEdit[] {
  if (repair.kind === 'character') return [{ start: repair.start, end: repair.end, text: repair.replacement }];
  return inOrder([
    ...repair.marks.map((mark) => ({ start: mark, end: mark + 1, text: '"' })),
    ...escapes(repair.toEscape),
    ...repair.toDrop.map((backslash) => ({ start: backslash, end: backslash + 1, text: '' })),
    ...(repair.missing === undefined ? [] : [insertion(repair.missing, '"')]),
  ]);
}

/** True for the range of the value of a request's property `element`. */
export const isElement = (root: ParsedRequest['root'], { start }: OffsetRange): boolean =>
  root?.type === 'object' && propertyOf(root, 'element')?.value?.start === start;

/** The offset after the spaces and tabs at an offset. */
export const skipSpaces = (text: string, from: number): number =>
  from + (/^[ \t]*/.exec(text.slice(from))?.[0].length ?? 0);

/** Insertions of a backslash before each of these quotes. */
export const escapes = (quotes: readonly number[]): TextEdit[] => quotes.map((quote) => insertion(quote, '\\'));

/** Edits sorted by offset. Insertions at the same offset stay in the order given. */
export const inOrder = (edits: readonly TextEdit[]): TextEdit[] => [...edits].sort((a, b) => a.start - b.start);

/** The text that adds closing brackets: on a line of their own in a text of several lines. */
export function closingBrackets(text: string, insertAt: number, brackets: string): string {
  const newline = /\r\n|\n|\r/.exec(text.slice(0, insertAt))?.[0];
  return newline === undefined ? ` ${brackets}` : newline + brackets;
}

/** Removes everything outside a range, except for one line break after it. */
export function keepOnly(text: string, keep: OffsetRange): TextEdit[] {
  const end = /\r\n|\n|\r/.exec(text.slice(keep.end))?.[0] ?? '';
  return [
    { start: 0, end: keep.start, text: '' },
    { start: keep.end, end: text.length, text: end },
  ];
}

/** A range and the whitespace before it. */
export const withWhitespaceBefore = (text: string, { start, end }: OffsetRange): OffsetRange => ({
  start: trimmedEnd(text, 0, start),
  end,
});

/** The offset at which the second request starts: after a comma between the two, if there is one. */
export const startOfSecondRequest = (text: string, { start }: OffsetRange): number =>
  start + (/^,\s*/.exec(text.slice(start))?.[0].length ?? 0);

/** A fix that is the one right fix of its problem. */
export const onlyFix = (title: string, edits: readonly TextEdit[]): Fix => ({ title, edits, preferred: true });

/** A range at the end of a line with the spaces before it, or the complete line if there is nothing else on it. */
export function withSpacesOfLine(text: string, { start, end }: OffsetRange): OffsetRange {
  const after = /^[ \t]*(\r\n|\n|\r|$)/.exec(text.slice(end));
  if (!after) return { start, end };
  let from = start;
  while (/[ \t]/.test(text.charAt(from - 1))) from--;
  const isAlone = from === 0 || /[\r\n]/.test(text.charAt(from - 1));
  return { start: from, end: end + (isAlone ? after[0].length : after[0].length - (after[1]?.length ?? 0)) };
}

/** Replaces a string with another name or value. */
export const changeTo = (range: OffsetRange, name: string, preferred: boolean): Fix => ({
  title: fixTitles.changeTo(name),
  edits: [{ start: range.start, end: range.end, text: JSON.stringify(name) }],
  preferred,
});
