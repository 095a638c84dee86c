import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isJson } from '../kit/json';
import { severityOf } from '../../server/src/problems/severities';
import { check } from '../../server/src/features/check';
import { diagnose } from '../../server/src/features/diagnostics';
import { openDocument } from '../../server/src/documents/instanceDocument';
import { catalog } from '../kit/catalog';
import { assertFeatures, assertProblems } from '../kit/invariants';
import { fixedAll, inShort, problemsOf } from '../kit/problems';
import { assertEditsAreText, someEdits } from './edits';
import { oneFault } from './faults';
import { anyScript, assertEditedScript, assertScript, editedScript } from './scripts';
import { anyJson, anyText, shortest } from './texts';

/** Properties of random cases, and the share of all cases that each one gets. */
export interface Property {
  readonly name: string;
  readonly share: number;
  /** Runs a number of cases. Returns the shortest case that failed, if any. */
  readonly check: (seed: number, runs: number) => string | undefined;
}

function property<Case>(
  name: string,
  share: number,
  cases: fc.Arbitrary<Case>,
  verify: (example: Case) => void,
  /** Describes a case that fails. */
  describeCase: (example: Case) => string = (example) => JSON.stringify(example),
): Property {
  return {
    name,
    share,
    check(seed, runs) {
      const { counterexample, errorInstance, counterexamplePath } = fc.check(fc.property(cases, verify), {
        seed,
        numRuns: runs,
      });
      if (!counterexample) return undefined;
      const path = `seed ${seed}, path ${counterexamplePath}`;
      return [
        `${name}: does not hold (${path})`,
        describeCase(counterexample[0]),
        String((errorInstance as Error).stack),
      ].join('\n');
    },
  };
}

/** A property of texts. A text that fails is shortened, and printed as a fixture to keep. */
function textProperty(
  name: string,
  share: number,
  texts: fc.Arbitrary<string>,
  holds: (text: string) => void,
): Property {
  const fails = (text: string): boolean => {
    try {
      holds(text);
      return false;
    } catch {
      return true;
    }
  };
  return property(name, share, texts, holds, (text) => {
    const short = shortest(text, fails);
    return `Keep it as test/fixtures/fuzz/<what it shows>.json:\n${asFixture(short)}`;
  });
}

/** A text as a fixture: a JSON string of characters that no editor and no version control changes. */
export const asFixture = (text: string): string =>
  JSON.stringify(text).replaceAll(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Every offset of a short text, some of a long one. */
export function assertFeaturesThroughout(text: string): void {
  const step = Math.max(1, Math.floor(text.length / 4));
  for (let offset = text.length; offset >= 0; offset -= step) assertFeatures(text, offset);
}

/** The editor and the client that is about to send hear the same. */
export function assertSameProblems(text: string): void {
  const document = openDocument('file:///instance.json', '', 1, text);
  const inBrief = ({ code, range, message }: { code?: unknown; range: unknown; message: unknown }) => ({
    code,
    range,
    message,
  });
  const shown = diagnose(document, catalog).map(inBrief);
  const checked = check(text, catalog).problems.map(inBrief);
  // An editor is shown so many, and then how many more there are.
  const more = shown.at(-1)?.code === 'more-problems' ? shown.pop() : undefined;
  assert.deepEqual(shown, checked.slice(0, shown.length));
  assert.equal(shown.length === checked.length, more === undefined, `${shown.length} of ${checked.length}`);
}

/** Fix-all changes nothing about what JSON means. */
export function assertMeaning(text: string): void {
  if (isJson(text)) assert.deepEqual(JSON.parse(fixedAll(text)), JSON.parse(text));
}

function assertOneError(text: string): void {
  const errors = problemsOf(text).filter((problem) => severityOf(problem) === 'error');
  assert.ok(errors.length <= 1, inShort(text).join('\n'));
}

/** Whatever holds for every text, at every offset of it: what a fixture is held against. */
export function assertTextProperties(text: string): void {
  assertProblems(text);
  assertSameProblems(text);
  for (let offset = 0; offset <= text.length; offset++) assertFeatures(text, offset);
  assertMeaning(text);
}

export const properties: readonly Property[] = [
  textProperty('any text has problems and fixes that hold', 60, anyText, assertProblems),
  textProperty('any text is answered about, within its bounds', 4, anyText, assertFeaturesThroughout),
  textProperty('any text has the same problems for editor and client', 8, anyText, assertSameProblems),
  textProperty('what JSON means stays through fix-all', 6, anyJson, assertMeaning),
  property('one fault gives at most one error', 12, oneFault, ({ text }) => {
    assertOneError(text);
  }),
  property('any script has problems and fixes in its commands alone', 8, anyScript, assertScript),
  property('edits of a script give what their outcome gives', 4, editedScript, assertEditedScript),
  property('edits give what their outcome gives', 10, someEdits, assertEditsAreText),
];

export const shares = properties.reduce((sum, { share }) => sum + share, 0);
