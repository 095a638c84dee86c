import type { Catalog } from './catalog';
import { applyEdits, insertion, wholeChange, type TextEdit } from './edits';
import { insertEntries, insertElement } from './insertions';
import { fixTitles } from './messages';
import type { Repair } from './mend';
import { parseRequest, type ParsedRequest } from './parse';
import type { Problem, ProblemCode, ProblemOf } from './problems';
import { findSyntaxProblems } from './syntaxProblems';
import type { OffsetRange } from './tree';

/** From a problem to the edits that mend it. Keyed by code, never by words. Offsets in the text as it is. */

export interface Fix {
  readonly title: string;
  /** Not overlapping. */
  readonly edits: readonly TextEdit[];
  /** True where this is the one right answer. */
  readonly preferred: boolean;
}

type FixMaker<Code extends ProblemCode> = (problem: ProblemOf<Code>, parsed: ParsedRequest, catalog: Catalog) => Fix[];

const makers: { [Code in ProblemCode]?: FixMaker<Code> } = {
  'look-alike-quotes': ({ repair }) => [only(fixTitles.straightenQuotes, repairEdits(repair))],
  'look-alike-character': ({ repair }) => [
    only(fixTitles.replaceCharacter(repair.character, repair.replacement), repairEdits(repair)),
  ],
  'trailing-comma': ({ range }) => [only(fixTitles.removeComma, [{ ...range, text: '' }])],
  'missing-comma': ({ insertAt }) => [only(fixTitles.addComma, [insertion(insertAt, ',')])],
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
  'wrong-type': ({ range, expected, found }, { mended }) =>
    expected.includes('string') && (found === 'number' || found === 'boolean')
      ? [only(fixTitles.quote, [{ ...range, text: `"${mended.slice(range.start, range.end)}"` }])]
      : [],
  'invalid-value': ({ range, allowed }) =>
    allowed.length <= 5 ? allowed.map((value) => rename(range, value, allowed.length === 1)) : [],
};

/** The fixes of one problem, the best first; none where nobody but the user can know. */
export function fixesOf(problem: Problem, parsed: ParsedRequest, catalog: Catalog): Fix[] {
  const maker = makers[problem.code] as FixMaker<ProblemCode> | undefined;
  return maker?.(problem, parsed, catalog) ?? [];
}

/** Problems whose fix changes nothing but how the text is written. */
const mechanical: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'look-alike-quotes',
  'look-alike-character',
  'trailing-comma',
  'missing-comma',
]);

/** Straightens every look-alike, and nothing else. Empty where there is none. */
export const straightenAll = (parsed: ParsedRequest): TextEdit[] => parsed.repairs.flatMap(repairEdits);

/**
 * Mends everything that has one right answer. A text that is JSON already has nothing of the kind. What a first pass
 * lays open is mended too, so that a second call finds nothing to do.
 */
export function fixAll(parsed: ParsedRequest, catalog: Catalog): TextEdit[] {
  const first = mechanicalEdits(parsed, catalog);
  let text = applyEdits(parsed.text, first);
  const afterFirst = text;
  for (let pass = 0; pass < maximumPasses; pass++) {
    const next = mechanicalEdits(parseRequest(text), catalog);
    if (next.length === 0) break;
    text = applyEdits(text, next);
  }
  return text === afterFirst ? first : [wholeChange(parsed.text, text)];
}

/** Each pass can lay open at most what the one before hid; more than this many is no text that a person wrote. */
const maximumPasses = 20;

function mechanicalEdits(parsed: ParsedRequest, catalog: Catalog): TextEdit[] {
  return findSyntaxProblems(parsed)
    .problems.filter(({ code }) => mechanical.has(code))
    .flatMap((problem) => fixesOf(problem, parsed, catalog)[0]?.edits ?? [])
    .sort((a, b) => a.start - b.start);
}

function repairEdits(repair: Repair): TextEdit[] {
  if (repair.kind === 'character') return [{ start: repair.start, end: repair.end, text: repair.replacement }];
  return [
    ...repair.marks.map((mark) => ({ start: mark, end: mark + 1, text: '"' })),
    ...repair.toEscape.map((quote) => insertion(quote, '\\')),
  ];
}

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
