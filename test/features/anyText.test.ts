import assert from 'node:assert/strict';
import { documented, requests } from '../kit/catalog';
import { assertFeatures, assertProblems } from '../kit/invariants';
import { createRandom, mutate } from '../kit/mutations';
import { inShort } from '../kit/problems';
import { requote } from '../kit/quotes';

/** What is mutated: requests as documented, on one line, in curly quotes, and with Windows line ends. */
const texts = [...requests, ...documented].flatMap(({ text }) => [
  text,
  JSON.stringify(JSON.parse(text)),
  requote(text, '“', '”'),
  text.replaceAll('\n', '\r\n'),
]);

function holds(name: string, text: string, offset: number, features: boolean): void {
  try {
    assertProblems(text);
    if (features) assertFeatures(text, offset);
  } catch (error) {
    throw new Error(`${name}, offset ${offset}: ${JSON.stringify(text)}`, { cause: error });
  }
}

describe('any text', () => {
  // Another start gives other texts: MUTATIONS_FROM=20000 npx mocha test/features/anyText.test.ts
  const from = Number(process.env.MUTATIONS_FROM ?? 0);

  it('10,000 mutated requests: no exception, no range outside, fix-all in one go', () => {
    for (let seed = from; seed < from + 10_000; seed++) {
      const random = createRandom(seed);
      const text = mutate(texts, random);
      holds(`seed ${seed}`, text, random(text.length + 1), seed % 16 === 0);
    }
  });

  describe('found by mutation before', () => {
    const found: Readonly<Record<string, string>> = {
      'a comma is missing before a comment': '{ "element": { "key": "x"\n //},\n "configuration": {} }',
      'a soft hyphen between members': '{ "tags": ["x"]\u00ad,"name":"x" }',
      'a zero-width space at the start of a line': '{ "tags": [],\n\u00ad  "name": "x" }',
    };
    for (const [name, text] of Object.entries(found)) {
      it(name, () => {
        for (let offset = 0; offset <= text.length; offset++) holds(name, text, offset, true);
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
