import type { Catalog } from '../catalog/catalog';
import { fixesOf, inOrder, repairEdits } from './fixes';
import type { ProblemCode } from './problems';
import { parseRequest, type ParsedRequest } from '../request/request';
import { isUncertain } from './uncertain';
import { applyEdits, wholeChange, type TextEdit } from '../../../common/src/json/edits';

/** Fixes of a whole text at once: of what has one right answer, or of look-alikes alone. */

/** Problems whose fix changes nothing but how the text is written, and takes nothing from it that a person may want. */
const mechanical: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'look-alike-quotes',
  'single-quotes',
  'look-alike-character',
  'missing-quote',
  'unquoted-text',
  'foreign-literal',
  'unescaped-quote',
  'bad-escape',
  'control-character',
  'line-break',
  'trailing-comma',
  'extra-comma',
  'missing-comma',
  'missing-colon',
  'extra-colon',
  'missing-bracket',
  'wrong-bracket',
  'extra-bracket',
]);

/** True for what fix-all mends where it has one right answer. */
export const isMechanical = ({ code }: { readonly code: ProblemCode }): boolean => mechanical.has(code);

/** Straightens every look-alike, and nothing else. Empty where there is none. */
export const straightenAll = (parsed: ParsedRequest): TextEdit[] => parsed.repairs.flatMap(repairEdits);

/**
 * Mends everything that has one right answer. A text that is JSON already has nothing of the kind. What a first pass
 * lays open is mended too, so that a second call finds nothing to do; a text that has no end of it is left as it is.
 */
export function fixAll(parsed: ParsedRequest, catalog: Catalog): TextEdit[] {
  const first = mechanicalEdits(parsed, catalog);
  const afterFirst = applyEdits(parsed.text, first);
  let text = afterFirst;
  for (let pass = 0; pass < maximumPasses; pass++) {
    const next = mechanicalEdits(parseRequest(text), catalog);
    if (next.length === 0) return text === afterFirst ? first : [wholeChange(parsed.text, text)];
    text = applyEdits(text, next);
  }
  return [];
}

/** Each pass can lay open at most what the one before hid; more than this many is no text that a person wrote. */
const maximumPasses = 20;

/**
 * A text with its look-alikes straightened, as they stand between what comes before and after. Where those are blank, and
 * the text has more than JSON in it, the JSON alone.
 */
export function repairWithin(before: string, text: string, after: string, catalog: Catalog): string {
  let repaired = text;
  if (before.trim() === '' && after.trim() === '') {
    const parsed = parseRequest(text);
    const around = parsed.faults.find(({ code }) => code === 'surrounding-text');
    if (around) repaired = applyEdits(text, fixesOf(around, parsed, catalog)[0]?.edits ?? []);
  }
  // The backticks of a fence are no quotes.
  if (repaired.includes('```')) return text;
  const parsed = parseRequest(before + repaired + after);
  const isLeft = isUncertain(parsed);
  const edits = parsed.repairs
    .filter(({ start, end }) => start >= before.length && end <= before.length + repaired.length)
    .filter((repair) => !isLeft(repair))
    .flatMap(repairEdits)
    .map(({ start, end, text: put }) => ({ start: start - before.length, end: end - before.length, text: put }));
  return applyEdits(repaired, edits);
}

function mechanicalEdits(parsed: ParsedRequest, catalog: Catalog): TextEdit[] {
  const isLeft = isUncertain(parsed);
  const edits = parsed.faults
    .filter((fault) => isMechanical(fault) && !isLeft(fault.range))
    .flatMap((fault) => fixesOf(fault, parsed, catalog).find(({ preferred }) => preferred)?.edits ?? []);
  return inOrder(edits);
}
