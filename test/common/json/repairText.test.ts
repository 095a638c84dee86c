import assert from 'node:assert/strict';
import { parseRequest } from '../../../server/src/request/request';
import type { Repair } from '../../../common/src/json/faults';
import { requests } from '../../kit/catalog';
import { assertGrowth } from '../../kit/growth';
import { requote, strings } from '../../kit/quotes';
import { fixedAll } from '../../kit/problems';

const pairs: readonly (readonly [name: string, open: string, close: string])[] = [
  ['double, as in English', '\u201c', '\u201d'],
  ['double, as in Swedish', '\u201d', '\u201d'],
  ['double, as in German', '\u201e', '\u201c'],
  ['double, as in Polish', '\u201e', '\u201d'],
  ['reversed', '\u201f', '\u201d'],
  ['angle, as in French', '\u00ab', '\u00bb'],
  ['angle, as in Danish', '\u00bb', '\u00ab'],
  ['double primes', '\u2033', '\u2033'],
  ['full-width', '\uff02', '\uff02'],
  ['single, as in English', '\u2018', '\u2019'],
  ['single, as in German', '\u201a', '\u2018'],
  ['single, reversed', '\u201b', '\u2019'],
  ['single angle', '\u2039', '\u203a'],
  ['primes', '\u2032', '\u2032'],
  ['full-width apostrophes', '\uff07', '\uff07'],
  ['backticks', '`', '`'],
  ['as in LaTeX', '`', '\u00b4'],
  ['wrong opening mark only', '\u201c', '"'],
  ['wrong closing mark only', '"', '\u201d'],
];

const repair = (text: string): { text: string; repairs: readonly Repair[] } => {
  const { repaired, repairs } = parseRequest(text);
  return { text: repaired, repairs };
};

/** What the repairs of a text say: marked text, arrow, what takes its place in the repaired copy. */
const repairs = (text: string): string[] =>
  repair(text).repairs.map(({ start, end }) => `${text.slice(start, end)} -> ${repair(text).text.slice(start, end)}`);

describe('repairText', () => {
  describe('one repair for each string, and the original text back', () => {
    for (const [name, open, close] of pairs) {
      it(`quotes ${name}: ${open}key${close}`, () => {
        for (const { key, text } of requests) {
          const compact = JSON.stringify(JSON.parse(text));
          for (const original of [text, compact, text.replaceAll('\n', '\r\n'), text.replaceAll(/\n */g, ' ')]) {
            const broken = requote(original, open, close);
            const repaired = repair(broken);
            assert.equal(repaired.text, original, key);
            assert.equal(repaired.repairs.length, original.match(strings)?.length, key);
            assert.equal(fixedAll(broken), original, key);
          }
        }
      });
    }
  });

  const rows: readonly (readonly [name: string, text: string, repaired: string])[] = [
    ['a closing mark as the last character of a line', '{ "name": "desk”\n}', '{ "name": "desk"\n}'],
    ['a closing mark as the last character of all', '“desk”', '"desk"'],
    ['straight quotes inside, masked', '{ “name”: “say "hi" now” }', `{ "name": "say 'hi' now" }`],
    ['straight quotes at the very end', '{ “name”: “say "hi"” }', `{ "name": "say 'hi'" }`],
    ['curly quotes inside a curly string', '{ “name”: “the “best” desk” }', '{ "name": "the “best” desk" }'],
    ['an apostrophe in a curly string', '{ “name”: “Ana’s” }', '{ "name": "Ana’s" }'],
    ['an apostrophe in single quotes', '{ ‘name’: ‘Ana’s’ }', '{ "name": "Ana’s" }'],
    ['an escaped quote in a curly string', String.raw`{ “a”: “b \" c” }`, String.raw`{ "a": "b \" c" }`],
    ['an escaped backslash at the end', String.raw`{ “a”: “b \\” }`, String.raw`{ "a": "b \\" }`],
    ['a colon and a comma inside', '{ “a”: “b”, “c”: “d: e, f” }', '{ "a": "b", "c": "d: e, f" }'],
    ['many strings on one line', '{“a”:“b”,“c”:[“d”,“e”]}', '{"a":"b","c":["d","e"]}'],
    ['a missing comma', '{ “a”: true “b”: 1 “c”: “d”\n“e”: 2 }', '{ "a": true "b": 1 "c": "d"\n"e": 2 }'],
    ['full-width punctuation', '｛“a”：［1，2］、"b"：3｝', '{"a":[1,2],"b":3}'],
    ['no-break spaces', '{\u00a0\u00a0"a":\u202f1}', '{  "a": 1}'],
    ['zero-width spaces', '{\u200b"a":\u20601}', '{ "a": 1}'],
    ['a byte-order mark', '\ufeff{"a":1}', ' {"a":1}'],
    ['line and paragraph separators', '{\u2028"a":\u20291}', '{ "a": 1}'],
    ['dashes before numbers', '{"a":\u22121,"b":\u20132,"c":\u20143}', '{"a":-1,"b":-2,"c":-3}'],
    ['a lone closing mark', '{ "a": 1” }', '{ "a": 1" }'],
    ['a mark that opens and never closes', '{ "a": “b\n}', '{ "a": "b\n}'],
    ['a name without quotes', '{ name: “desk” }', '{ name: "desk" }'],
    ['quotes in a comment', '{ // say “hi”\n /* “a”: “b” */ “c”: 1 }', '{ // say “hi”\n /* “a”: “b” */ "c": 1 }'],
  ];
  describe('the repaired text, of', () => {
    for (const [name, text, repaired] of rows) {
      it(name, () => {
        assert.equal(repair(text).text, repaired);
        assert.equal(repaired.length, text.length);
      });
    }
  });

  describe('text inside proper strings is never touched, whatever else is broken', () => {
    const line = '"name": "Ana’s “best”，\u00a0desk – ‘one’"';
    const faults = [
      `{ ${line}, }`,
      `{ ${line} "tags": [] }`,
      `{\n ${line}\n "tags": []\n}`,
      `{ "a" 1, ${line} }`,
      `{ a: 1, ${line} }`,
      `{ “a”: 1, ${line} }`,
      `{ “a”: “b”,\n ${line} }`,
      `{ /* why */ ${line} }`,
      `{ "a: 1, ${line} }`,
      `{ "a": "b, ${line} }`,
      `{ "a": b", ${line} }`,
      `{ ${line}`,
      `{ "name": Ana’s “best”，\u00a0desk – ‘one’" }`,
      `{ "name: "Ana’s “best”，\u00a0desk – ‘one’" }`,
      `{ name": "Ana’s “best”，\u00a0desk – ‘one’" }`,
      `{ "name" "Ana’s “best”，\u00a0desk – ‘one’" }`,
    ];
    for (const fault of faults) {
      it(fault.replaceAll('\n', '⏎'), () => {
        assert.ok(repair(fault).text.includes('Ana’s “best”，\u00a0desk – ‘one’'));
        assert.ok(fixedAll(fault).includes('Ana’s “best”，\u00a0desk – ‘one’'));
      });
    }
  });

  it('gives text that parses back as it is, look-alikes and all', () => {
    for (const text of ['{"a":"“b”\u00a0"}', '[]', '"‘"', ' {"\u201c": 1} ']) {
      assert.deepEqual(repair(text), { text, repairs: [] });
    }
  });

  it('names the string from mark to mark, and a run of one character as one', () => {
    assert.deepEqual(repairs('{ “a”: "b”,\u00a0\u00a0\u00a0"c": 1 }'), [
      '“a” -> "a"',
      '"b” -> "b"',
      '\u00a0\u00a0\u00a0 ->    ',
    ]);
  });

  it('says which quotes inside a string need a backslash', () => {
    const text = '{ “a”: “say "hi"” }';
    assert.deepEqual(repair(text).repairs[1], {
      kind: 'quotes',
      start: 7,
      end: 17,
      marks: [7, 16],
      toEscape: [12, 15],
      toDrop: [],
    });
    assert.equal(fixedAll(text), String.raw`{ "a": "say \"hi\"" }`);
  });

  it('is done with a long text of look-alikes with work that grows as its length', async () => {
    const patterns = [
      '“',
      '”',
      '“”',
      '“ ',
      '"”',
      '“:',
      '"”:',
      '“,',
      '"”,”a',
      '‘"',
      '\u00a0',
      '\u00a0\u200b',
      '“\n',
      '{“a”:“b”,',
      '/“',
    ];
    await assertGrowth((times) => {
      const work = patterns.map((pattern) => {
        const text = pattern.repeat(Math.ceil((16 * 1024 * times) / pattern.length));
        const before = process.cpuUsage();
        assert.equal(repair(text).text.length, text.length, pattern);
        const { user, system } = process.cpuUsage(before);
        return [pattern, (user + system) / 1000] as const;
      });
      return Promise.resolve(new Map(work));
    });
  });
});
