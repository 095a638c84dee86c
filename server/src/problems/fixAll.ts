import type { Catalog } from '../catalog/catalog';
import { inOrder, repairEdits } from './fixEdits';
import { fixesOf } from './fixes';
import { fixRepeatedly } from './fixPasses';
import { entryOf, type Problem } from './problems';
import { parseRequest, type ParsedRequest } from '../request/request';
import { isUncertain } from './uncertain';
import { applyEdits, type TextEdit } from '../../../common/src/json/edits';

/** Fixes of a whole text at once: of what has one right answer, or of look-alikes alone. */

/** True for what fix-all fixes where it has one right answer. */
export function isMechanical(problem: Problem): boolean {
  const { fixAll: takes = false } = entryOf(problem);
  return typeof takes === 'function' ? takes(problem) : takes;
}

/** Straightens every look-alike, and nothing else. Empty where there is none. */
export const straightenAll = (parsed: ParsedRequest): TextEdit[] => parsed.repairs.flatMap(repairEdits);

/**
 * Fixes everything that has one right answer. A text that is JSON already has nothing of the kind. What a first pass
 * uncovers is fixed, too, so that a second call finds nothing to do; a text that has no end of it is left as it is.
 */
export const fixAll = (parsed: ParsedRequest, catalog: Catalog): readonly TextEdit[] =>
  fixRepeatedly(parsed.text, (text) => mechanicalEdits(text === parsed.text ? parsed : parseRequest(text), catalog));

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
