import type { Catalog } from '../catalog/catalog';
import { insertEntries, insertElement } from './insertions';
import { fixTitles } from './fixText';
import type { Problem, ProblemCode, ProblemOf } from './problems';
import type { ParsedRequest } from '../request/request';
import { referenceTo } from '../../../common/src/text/references';
import { insertion, type TextEdit } from '../../../common/src/json/edits';
import type { Repair } from '../../../common/src/json/faults';
import { trimmedEnd } from '../../../common/src/json/scanner';
import { member, nodeCovering, type OffsetRange } from '../../../common/src/json/tree';

/** From a problem to the edits that mend it. Keyed by code, never by words. Offsets in the text as it is. */

export interface Fix {
  readonly title: string;
  /** Not overlapping. */
  readonly edits: readonly TextEdit[];
  /** True where this is the one right answer. */
  readonly preferred: boolean;
  /** The secret that these edits drop and refer to: a client that can keep it does so instead, under this name. */
  readonly keeps?: { readonly range: OffsetRange; readonly name: string };
}

type FixMaker<Code extends ProblemCode> = (problem: ProblemOf<Code>, parsed: ParsedRequest, catalog: Catalog) => Fix[];

const makers: { [Code in ProblemCode]?: FixMaker<Code> } = {
  'look-alike-quotes': ({ repair }) => [only(fixTitles.straightenQuotes, repairEdits(repair))],
  'single-quotes': ({ repair }) => [only(fixTitles.doubleQuotes, repairEdits(repair))],
  'look-alike-character': ({ repair }) => [
    only(fixTitles.replaceCharacter(repair.character, repair.replacement), repairEdits(repair)),
  ],
  'missing-quote': ({ insertAt, toEscape }) => [
    only(fixTitles.addQuote, inOrder([insertion(insertAt, '"'), ...escapes(toEscape)])),
  ],
  'unquoted-text': ({ range, toEscape }) => [
    only(fixTitles.quote, [insertion(range.start, '"'), ...escapes(toEscape), insertion(range.end, '"')]),
  ],
  'bad-number': ({ range }) => [
    { title: fixTitles.quote, edits: [insertion(range.start, '"'), insertion(range.end, '"')], preferred: false },
  ],
  'foreign-literal': ({ meant, range }) =>
    meant === undefined ? [] : [only(fixTitles.replaceWith(meant), [{ ...range, text: meant }])],
  'unescaped-quote': ({ quotes }) => [only(fixTitles.escapeQuotes, escapes(quotes))],
  'bad-escape': ({ meant, range }) => [
    { title: fixTitles.replaceWith(meant), edits: [{ ...range, text: meant }], preferred: !meant.startsWith('\\') },
  ],
  'control-character': ({ character, range }) => {
    const written = JSON.stringify(character).slice(1, -1);
    return [only(fixTitles.replaceWith(written), [{ ...range, text: written }])];
  },
  'line-break': ({ breaks }) => [
    only(
      fixTitles.joinLines,
      breaks.map((range) => ({ ...range, text: '\\n' })),
    ),
  ],
  'duplicate-key': ({ removal }) => [only(fixTitles.removeMember, [{ ...removal, text: '' }])],
  'trailing-comma': ({ range }) => [only(fixTitles.removeComma, [{ ...range, text: '' }])],
  'extra-comma': ({ range }) => [only(fixTitles.removeComma, [{ ...range, text: '' }])],
  'extra-colon': ({ range }) => [only(fixTitles.removeColon, [{ ...range, text: '' }])],
  'missing-comma': ({ insertAt, wrong }) => [only(fixTitles.addComma, [{ ...(wrong ?? at(insertAt)), text: ',' }])],
  'missing-colon': ({ insertAt, wrong }) => [only(fixTitles.addColon, [{ ...(wrong ?? at(insertAt)), text: ':' }])],
  'missing-value': ({ insertAt, colon }) => [
    { title: fixTitles.addValue, edits: [insertion(insertAt, colon ? ': ""' : ' ""')], preferred: false },
  ],
  'missing-bracket': ({ text, insertAt, sure }, parsed) => [
    {
      title: fixTitles.addBracket(text.replace(',', '')),
      edits: [insertion(insertAt, sure ? text : closers(parsed.text, insertAt, text))],
      preferred: sure,
    },
  ],
  'wrong-bracket': ({ meant, range }) => [only(fixTitles.replaceWith(meant), [{ ...range, text: meant }])],
  'extra-bracket': ({ range }) => [only(fixTitles.removeBracket, [{ ...range, text: '' }])],
  'surrounding-text': ({ keep }, { text }) => [only(fixTitles.keepJson, keepOnly(text, keep))],
  'stray-text': ({ range }, { text }) => [
    {
      title: fixTitles.removeText,
      edits: [{ start: range.start, end: skipBlanks(text, range.end), text: '' }],
      preferred: false,
    },
  ],
  'text-after-end': ({ range }, { text }) => [
    { title: fixTitles.removeRest, edits: [{ ...withSpaceBefore(text, range), text: '' }], preferred: false },
  ],
  'second-request': ({ first, range }, { text }) => [
    { title: fixTitles.keepFirst, edits: [{ ...withSpaceBefore(text, range), text: '' }], preferred: false },
    {
      title: fixTitles.keepOthers,
      edits: [{ start: first.start, end: beginningOf(text, range), text: '' }],
      preferred: false,
    },
  ],
  comment: ({ range }, { text }) => [only(fixTitles.removeComment, [{ ...withItsSpace(text, range), text: '' }])],
  'unknown-element': ({ suggestions, range }) =>
    suggestions.map(({ key }, index) => rename(range, key, index === 0 && suggestions.length === 1)),
  'misspelled-entry': ({ meant, range }) => [rename(range, meant, true)],
  'misspelled-member': ({ meant, range }) => [rename(range, meant, true)],
  'missing-entries': ({ entries }, parsed, catalog) => {
    const keys = entries.map(({ key }) => key);
    const edits = insertEntries(parsed, catalog, keys);
    return edits.length > 0 ? [only(fixTitles.addEntries(keys), edits)] : [];
  },
  'missing-element': ({ absent }, parsed) => {
    const edits = insertElement(parsed, absent);
    return edits.length > 0 ? [only(absent === 'element' ? fixTitles.addElement : fixTitles.addKey, edits)] : [];
  },
  'wrong-type': ({ range, expected, found }, { root, mended }) =>
    found === 'string' && isElement(root, range)
      ? [only(fixTitles.asKey, [insertion(range.start, '{ "key": '), insertion(range.end, ' }')])]
      : expected.includes('string') && (found === 'number' || found === 'boolean')
        ? [only(fixTitles.quote, [{ ...range, text: `"${mended.slice(range.start, range.end)}"` }])]
        : [],
  'padded-value': ({ range }, { root, text }) => {
    const node = nodeCovering(root, range.start);
    const value = node?.type === 'string' ? node.value : text.slice(range.start, range.end);
    return [only(fixTitles.trim, [{ ...range, text: JSON.stringify(value.trim()) }])];
  },
  'written-secret': ({ range, name }) =>
    (['env', 'secret'] as const).map((store) => ({
      title: fixTitles.referTo(referenceTo(store, name)),
      edits: [{ ...range, text: JSON.stringify(referenceTo(store, name)) }],
      preferred: false,
      ...(store === 'secret' ? { keeps: { range, name } } : {}),
    })),
  'invalid-value': ({ range, allowed }) =>
    allowed.length <= 5 ? allowed.map((value) => rename(range, value, allowed.length === 1)) : [],
};

/** The fixes of one problem, the best first; none where nobody but the user can know. */
export function fixesOf(problem: Problem, parsed: ParsedRequest, catalog: Catalog): Fix[] {
  const maker = makers[problem.code] as FixMaker<ProblemCode> | undefined;
  return maker?.(problem, parsed, catalog) ?? [];
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
const isElement = (root: ParsedRequest['root'], { start }: OffsetRange): boolean =>
  root?.type === 'object' && member(root, 'element')?.value?.start === start;

const skipBlanks = (text: string, from: number): number => from + (/^[ \t]*/.exec(text.slice(from))?.[0].length ?? 0);

const at = (offset: number): OffsetRange => ({ start: offset, end: offset });

const escapes = (quotes: readonly number[]): TextEdit[] => quotes.map((quote) => insertion(quote, '\\'));

/** Sorted by place; what is put in at the same place stays in the order given. */
export const inOrder = (edits: readonly TextEdit[]): TextEdit[] => [...edits].sort((a, b) => a.start - b.start);

/** Closing brackets at the end of a text of several lines stand on a line of their own. */
function closers(text: string, insertAt: number, brackets: string): string {
  const newline = /\r\n|\n|\r/.exec(text.slice(0, insertAt))?.[0];
  return newline === undefined ? ` ${brackets}` : newline + brackets;
}

/** Removes what stands around a range, but for one line end behind it. */
function keepOnly(text: string, keep: OffsetRange): TextEdit[] {
  const end = /\r\n|\n|\r/.exec(text.slice(keep.end))?.[0] ?? '';
  return [
    { start: 0, end: keep.start, text: '' },
    { start: keep.end, end: text.length, text: end },
  ];
}

const withSpaceBefore = (text: string, { start, end }: OffsetRange): OffsetRange => ({
  start: trimmedEnd(text, 0, start),
  end,
});

/** Where the second request begins: behind a comma, if one stands there. */
const beginningOf = (text: string, { start }: OffsetRange): number =>
  start + (/^,\s*/.exec(text.slice(start))?.[0].length ?? 0);

const only = (title: string, edits: readonly TextEdit[]): Fix => ({ title, edits, preferred: true });

/** A range with the spaces before it where nothing follows on its line, and the whole line where it stands alone. */
function withItsSpace(text: string, { start, end }: OffsetRange): OffsetRange {
  const after = /^[ \t]*(\r\n|\n|\r|$)/.exec(text.slice(end));
  if (!after) return { start, end };
  let from = start;
  while (/[ \t]/.test(text.charAt(from - 1))) from--;
  const alone = from === 0 || /[\r\n]/.test(text.charAt(from - 1));
  return { start: from, end: end + (alone ? after[0].length : after[0].length - (after[1]?.length ?? 0)) };
}

const rename = (range: { start: number; end: number }, name: string, preferred: boolean): Fix => ({
  title: fixTitles.rename(name),
  edits: [{ start: range.start, end: range.end, text: JSON.stringify(name) }],
  preferred,
});
