import assert from 'node:assert/strict';
import { assertTextProperties, properties, shares } from './properties';
import { readSamples } from '../kit/catalog';
import { assertFeatures, assertProblems } from '../kit/invariants';
import { inShort } from '../kit/problems';

function holds(name: string, text: string, offset: number, features: boolean): void {
  try {
    assertProblems(text);
    if (features) assertFeatures(text, offset);
  } catch (error) {
    throw new Error(`${name}, offset ${offset}: ${JSON.stringify(text)}`, { cause: error });
  }
}

describe('any text', () => {
  // Elsewhere: FUZZ_SEED=7 npx mocha test/fuzz/anyText.test.ts. Far more of it: npm run fuzz.
  const seed = Number(process.env.FUZZ_SEED ?? 3);
  const cases = 10_000;
  for (const { name, share, check } of properties) {
    const runs = Math.round((cases * share) / shares);
    it(`${name}: ${runs} cases`, () => {
      const failure = check(seed, runs);
      if (failure !== undefined) assert.fail(failure);
    });
  }

  describe('found at random before', () => {
    for (const { key, text } of readSamples('fuzz')) {
      it(key, () => {
        assertTextProperties(JSON.parse(text) as string);
      });
    }
  });

  const extremes: readonly (readonly [name: string, text: string, ...problems: string[]])[] = [
    ['100,000 open brackets', '['.repeat(100_000), 'error too-deep «[»'],
    ['100,000 closed brackets', '['.repeat(100_000) + ']'.repeat(100_000), 'error too-deep «[»'],
    ['10,000 objects within each other', '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000), 'error too-deep «{»'],
    ['10,000 objects, with curly quotes', '{“a”:'.repeat(10_000), 'error too-deep «{»'],
    [
      'a value of 1 MB that is nearly a placeholder',
      `{ "element": { "key": "unheardof" }, "name": "${'x'.repeat(1_000_000)}y" }`,
      'hint unknown-element «"unheardof"»',
    ],
    [
      'a text of 5 MB',
      `{ "element": { "key": "unheardof" }, "name": "${'x y'.repeat(1_700_000)}" }`,
      'hint unknown-element «"unheardof"»',
    ],
    ['an open text of 1 MB', `{ "element": { "key": "unheardof" }, "name": "${'x”,'.repeat(350_000)}`],
    ['9 MB', '{}'.repeat(4_500_000), 'error too-long «{»'],
    [
      'lone surrogates',
      '{ "element": { "key": "\ud83d" }, "name": "\ude00\ud83d" }',
      'hint unknown-element «"\ud83d"»',
    ],
    ['lone surrogates outside of texts', '\ud83d', 'error invalid-json «\ud83d»'],
    ['nothing but zeros', '\0'.repeat(1000)],
  ];
  for (const [name, text, ...problems] of extremes) {
    it(`${name}: answered, and truly`, () => {
      if (problems.length > 0)
        assert.deepEqual(
          inShort(text).filter((line) => !line.includes('look-alike-quotes')),
          problems,
        );
      holds(name, text, text.length >> 1, text.length < 1e6);
    });
  }

  it('a megabyte of curly quotes', () => {
    for (const text of ['“'.repeat(1024 * 1024), '“”'.repeat(512 * 1024)]) assertProblems(text);
  });

  it('tens of thousands of wrongly quoted strings are one problem each', () => {
    const count = 20_000;
    const text = `{ "element": { "key": "unheardof" }, "tags": [${'“x”, '.repeat(count)}"x"] }`;
    assert.equal(inShort(text).filter((line) => line === 'error look-alike-quotes «“»').length, count);
    assertProblems(text);
  });
});
