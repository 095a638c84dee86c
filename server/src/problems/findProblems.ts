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
 * All problems of a document, in the order of the text. One fault gives one problem: past the place where the text
 * stops being JSON nothing is said, and nothing is called missing that may stand there.
 */
export function findProblems(parsed: ParsedRequest, catalog: Catalog): Problem[] {
  if (parsed.beyondLimits) return [...parsed.faults];
  const found = [...parsed.faults, ...withoutEchoes(findMeaningProblems(parsed, catalog), parsed)];
  return found.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** Faults within a text: what it says is not known as long as they stand. */
const unclearContent: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'bad-escape',
  'control-character',
  'line-break',
]);

function withoutEchoes(problems: readonly Problem[], { text, faults, barrier }: ParsedRequest): readonly Problem[] {
  if (faults.length === 0) return problems;
  const holdsUnclear = containsOneOf(faults.filter(({ code }) => unclearContent.has(code)).map(({ range }) => range));
  const isClear = ({ range }: Problem): boolean => !holdsUnclear(range);
  // What seems to be missing may be there under a name that is not clear.
  const unclearName = problems.some((problem) => isAboutAName(problem) && !isClear(problem));
  const clear = problems.filter((problem) => isClear(problem) && !(unclearName && saysSomethingIsMissing(problem)));
  // A value that JSON does not have is of no type.
  const valueless = new Set(
    faults
      .filter((fault) => fault.code === 'foreign-literal' && fault.meant === undefined)
      .map(({ range }) => range.start),
  );
  const others = clear.filter(({ code, range }) => code !== 'wrong-type' || !valueless.has(range.start));
  if (!barrier) return others;
  // What ends where the text breaks may itself be what is broken: a text where a brace was forgotten.
  const whole = trimmedEnd(text, 0, barrier.at);
  return others.filter(
    (problem) =>
      problem.range.end < whole && !saysSomethingIsMissing(problem) && !(barrier.unclosed && isAboutAName(problem)),
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

function saysSomethingIsMissing(problem: Problem): boolean {
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

function isAboutAName({ code }: Problem): boolean {
  return (
    code === 'unknown-member' || code === 'unknown-entry' || code === 'misspelled-member' || code === 'misspelled-entry'
  );
}

/** True where a text can be sent at all: a JSON object that names its element. Everything else is up to the user. */
function canBeSent(parsed: ParsedRequest): boolean {
  return parsed.root?.type === 'object' && elementKey(parsed.root) !== undefined && isJson(parsed);
}

/** The problems that, as long as they stand, keep a text from being sent; of a text that can be sent, none. */
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
