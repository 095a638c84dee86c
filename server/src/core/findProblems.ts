import type { Catalog } from './catalog';
import type { ParsedRequest } from './parse';
import type { Problem } from './problems';
import { elementKey, findRequestProblems } from './requestProblems';
import { findSyntaxProblems, type Break } from './syntaxProblems';
import { findValueProblems } from './valueProblems';
import { isJson } from './mend';

/**
 * All problems of a document, in the order of the text. One fault gives one problem: past the place where the text
 * stops being JSON nothing is said, and nothing is called missing that may stand there.
 */
export function findProblems(parsed: ParsedRequest, catalog: Catalog): Problem[] {
  const { problems, broken } = findSyntaxProblems(parsed);
  const meaning = findMeaningProblems(parsed, catalog);
  const found = [...problems, ...(broken ? meaning.filter((problem) => standsIn(problem, parsed, broken)) : meaning)];
  return found.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** True for a problem that stands in spite of a break, as it is no echo of it. */
function standsIn(problem: Problem, { mended }: ParsedRequest, { at, unclosed }: Break): boolean {
  // What ends where the text breaks may itself be what is broken: a text where a brace was forgotten.
  const whole = problem.range.end <= at && mended.slice(problem.range.end, at).trim() !== '';
  return whole && !saysSomethingIsMissing(problem) && !(unclosed && isAboutAName(problem));
}

function findMeaningProblems({ root, text, value, faults }: ParsedRequest, catalog: Catalog): Problem[] {
  if (!root) {
    return text.trim() === '' && faults.length === 0 ? [{ code: 'empty-document', range: { start: 0, end: 0 } }] : [];
  }
  if (root.type !== 'object') {
    return [{ code: 'not-an-object', range: { start: root.offset, end: root.offset + root.length } }];
  }
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
function canBeSent({ text, root }: ParsedRequest): boolean {
  return root?.type === 'object' && elementKey(root) !== undefined && isJson(text);
}

/** The problems that, as long as they stand, keep a text from being sent; of a text that can be sent, none. */
export function blockingProblems(problems: readonly Problem[], parsed: ParsedRequest): ReadonlySet<Problem> {
  if (canBeSent(parsed)) return new Set();
  return new Set(problems.filter((problem) => keepsFromSending(problem, parsed)));
}

function keepsFromSending(problem: Problem, parsed: ParsedRequest): boolean {
  switch (problem.code) {
    case 'look-alike-quotes':
    case 'look-alike-character':
    case 'trailing-comma':
    case 'missing-comma':
    case 'comment':
    case 'invalid-json':
    case 'too-long':
    case 'too-deep':
    case 'empty-document':
    case 'not-an-object':
    case 'missing-element':
      return true;
    case 'misspelled-member':
    case 'wrong-type':
      return parsed.root?.type !== 'object' || elementKey(parsed.root) === undefined;
    default:
      return false;
  }
}
