import type { Catalog } from '../catalog/catalog';
import type { Problem, ProblemCode } from './problems';
import { isJson, type ParsedRequest } from '../request/request';
import { findRequestProblems } from './findRequestProblems';
import { elementKey, elementOf } from '../request/requestElement';
import { requestValue } from '../request/requestValue';
import { containsOneOf } from '../../../common/src/json/ranges';
import { trimmedEnd } from '../../../common/src/json/scanner';
import { findValueProblems } from './findValueProblems';

/**
 * All problems of a document, in the order of the text. One fault gives one problem: nothing is reported after the offset
 * at which the text can't be read any further, and nothing is reported missing that may be there.
 */
export function findProblems(parsed: ParsedRequest, catalog: Catalog): Problem[] {
  if (parsed.beyondLimits) return [...parsed.faults];
  const found = [...parsed.faults, ...withoutEchoes(findMeaningProblems(parsed, catalog), parsed)];
  return found.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** Faults inside a string: its content isn't known until they are fixed. */
const unclearContent: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'bad-escape',
  'control-character',
  'line-break',
]);

function withoutEchoes(problems: readonly Problem[], { text, faults, barrier }: ParsedRequest): readonly Problem[] {
  if (faults.length === 0) return problems;
  const holdsUnclear = containsOneOf(faults.filter(({ code }) => unclearContent.has(code)).map(({ range }) => range));
  const isClear = ({ range }: Problem): boolean => !holdsUnclear(range);
  // What seems to be missing may be a property whose name isn't known.
  const hasUnclearName = problems.some((problem) => isAboutName(problem) && !isClear(problem));
  const clear = problems.filter((problem) => isClear(problem) && !(hasUnclearName && reportsMissing(problem)));
  // A value that JSON doesn't have has no type.
  const valueless = new Set(
    faults
      .filter((fault) => fault.code === 'foreign-literal' && fault.meant === undefined)
      .map(({ range }) => range.start),
  );
  const others = clear.filter(({ code, range }) => code !== 'wrong-type' || !valueless.has(range.start));
  if (!barrier) return others;
  // What ends exactly where reading stopped may be broken itself, such as a string that a missing brace ends.
  const end = trimmedEnd(text, 0, barrier.at);
  return others.filter(
    (problem) => problem.range.end < end && !reportsMissing(problem) && !(barrier.unclosed && isAboutName(problem)),
  );
}

function findMeaningProblems({ root, text, faults }: ParsedRequest, catalog: Catalog): Problem[] {
  if (!root) {
    return text.trim() === '' && faults.length === 0 ? [{ code: 'empty-document', range: { start: 0, end: 0 } }] : [];
  }
  if (root.type !== 'object') {
    return [{ code: 'not-an-object', range: { start: root.start, end: root.end } }];
  }
  const value = requestValue(root, elementOf(root, catalog));
  return [...findRequestProblems(root, value, catalog), ...findValueProblems(root, value, catalog)];
}

function reportsMissing(problem: Problem): boolean {
  switch (problem.code) {
    case 'missing-element':
    case 'missing-entries':
    case 'not-an-object':
    case 'sign-in-later':
      return true;
    case 'misspelled-member':
    case 'misspelled-entry':
      return problem.required;
    default:
      return false;
  }
}

function isAboutName({ code }: Problem): boolean {
  return (
    code === 'unknown-member' || code === 'unknown-entry' || code === 'misspelled-member' || code === 'misspelled-entry'
  );
}

/** True for a text that can be sent at all: a JSON object with an element key. */
function canBeSent(parsed: ParsedRequest): boolean {
  return parsed.root?.type === 'object' && elementKey(parsed.root) !== undefined && isJson(parsed);
}

/** The problems that prevent a text from being sent; none if it can be sent. */
export function blockingProblems(problems: readonly Problem[], parsed: ParsedRequest): ReadonlySet<Problem> {
  if (canBeSent(parsed)) return new Set();
  const faults = new Set<Problem>(parsed.faults.filter(({ code }) => code !== 'duplicate-key'));
  return new Set(problems.filter((problem) => faults.has(problem) || leavesNoElement(problem, parsed)));
}

function leavesNoElement({ code }: Problem, { root }: ParsedRequest): boolean {
  if (code === 'empty-document' || code === 'not-an-object' || code === 'missing-element' || code === 'curl-command') {
    return true;
  }
  const hasElement = root?.type === 'object' && elementKey(root) !== undefined;
  return !hasElement && (code === 'misspelled-member' || code === 'wrong-type');
}
