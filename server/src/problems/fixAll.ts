import type { Catalog } from '../catalog/catalog';
import { inOrder, repairEdits } from './fixEdits';
import { fixesOf } from './fixes';
import { fixRepeatedly } from './fixPasses';
import { entryOf, type Problem } from './problems';
import { parseRequest, type ParsedRequest } from '../request/request';
import { isUncertain } from './uncertain';
import { applyEdits, type TextEdit } from '../../../common/src/json/edits';

/** Fixes a complete text at once: everything with one right fix, or only look-alikes. */

/** True for a problem whose preferred fix fix-all applies. */
export function isMechanical(problem: Problem): boolean {
  const { fixAll: isFixed = false } = entryOf(problem);
  return typeof isFixed === 'function' ? isFixed(problem) : isFixed;
}

/** Edits that replace every look-alike, and nothing else. */
export const replaceLookAlikes = (parsed: ParsedRequest): TextEdit[] => parsed.repairs.flatMap(repairEdits);

/**
 * Edits that fix everything with one right fix; none for valid JSON. Problems that show up only after the first pass are
 * fixed as well, so that a second call changes nothing. None for a text that would still have some after many passes.
 */
export const fixAll = (parsed: ParsedRequest, catalog: Catalog): readonly TextEdit[] =>
  fixRepeatedly(parsed.text, (text) => mechanicalEdits(text === parsed.text ? parsed : parseRequest(text), catalog));

/**
 * A text with its look-alikes replaced, read between the text before it and the text after it. If both are only
 * whitespace, and the text contains more than JSON, the result is the JSON alone.
 */
export function repairWithin(before: string, text: string, after: string, catalog: Catalog): string {
  let repaired = text;
  if (before.trim() === '' && after.trim() === '') {
    const parsed = parseRequest(text);
    const around = parsed.faults.find(({ code }) => code === 'surrounding-text');
    if (around) repaired = applyEdits(text, fixesOf(around, parsed, catalog)[0]?.edits ?? []);
  }
  // The backticks of a Markdown code block aren't quotes.
  if (repaired.includes('```')) return text;
  const parsed = parseRequest(before + repaired + after);
  const isLeft = isUncertain(parsed);
  const edits = parsed.repairs
    .filter(({ start, end }) => start >= before.length && end <= before.length + repaired.length)
    .filter((repair) => !isLeft(repair))
    .flatMap(repairEdits)
    .map((edit) => ({ ...edit, start: edit.start - before.length, end: edit.end - before.length }));
  return applyEdits(repaired, edits);
}

function mechanicalEdits(parsed: ParsedRequest, catalog: Catalog): TextEdit[] {
  const isLeft = isUncertain(parsed);
  const edits = parsed.faults
    .filter((fault) => isMechanical(fault) && !isLeft(fault.range))
    .flatMap((fault) => fixesOf(fault, parsed, catalog).find(({ preferred }) => preferred)?.edits ?? []);
  return inOrder(edits);
}
