import assert from 'node:assert/strict';
import fc from 'fast-check';
import { repairPaste } from '../../../server/src/features/repairPaste';
import { catalog } from '../../kit/catalog';
import { fixedAll } from '../../kit/problems';
import { openRequest } from '../../kit/probes';

const empty = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const pasted = (text: string): string => repairPaste(openRequest(''), catalog, empty, text) ?? text;

/** Texts in other languages: fix-all and the repair on paste leave them alone. */
const left: readonly (readonly [name: string, text: string])[] = [
  [
    'an array of PHP',
    "{\n  'element' => array(\n    'key' => 'box'\n  ),\n  'configuration' => array(\n    'a' => $a\n  )\n}\n",
  ],
  ['strings of Python 2', "{u'element': {u'key': u'sfdc'}, u'configuration': {u'a': u'b', u'c': u'd'}}"],
  ['JSON that is still escaped', '{\\"element\\":{\\"key\\":\\"typeform\\"},\\"name\\":\\"Surveys\\"}'],
  ['a call', '{ "name": "CRM_" + (new Date()).getTime() }'],
  ['a template of JavaScript', '{ "name": `${a}-${b()}` + c }'],
  ['a value of the environment', '{ "name": process.env.NAME }'],
  ['an address', '{ "name": https://acme.test/a?b=1 }'],
];

/** Other problems next to such a text are fixed. */
const beside: readonly (readonly [name: string, text: string, fixed: string])[] = [
  [
    'an expression in one of several properties',
    '{\n  “a”: key.code,\n  “b”: word,\n  c: "d",\n}',
    '{\n  “a”: key.code,\n  "b": "word",\n  "c": "d"\n}',
  ],
  ['an expression in an array', '{ "a": [one, f(x), ‘two’] }', '{ "a": ["one", f(x), "two"] }'],
  ['an expression deep within', "{ 'a': { 'b': f(x), 'c': 1 }, 'd': 2 }", '{ "a": { \'b\': f(x), "c": 1 }, "d": 2 }'],
];

describe('what fix-all leaves alone', () => {
  for (const [name, text] of left) {
    it(`${name} stays as it is, with fix-all and when it is pasted`, () => {
      assert.equal(fixedAll(text), text);
      assert.equal(pasted(text), text);
    });
  }

  for (const [name, text, fixed] of beside) {
    it(`${name}: the others are fixed`, () => {
      assert.equal(fixedAll(text), fixed);
    });
  }

  it('an expression of any kind is in the text afterwards as it was, and every string of the outcome was there before', () => {
    const parts = fc.constantFrom(
      'key',
      'process',
      'env',
      'x1',
      'new',
      '$a',
      '12',
      '(',
      ')',
      '[0]',
      '()',
      '"a"',
      "'b'",
      'u"c"',
    );
    const signs = fc.constantFrom('.', ' + ', '->', ' ? ', '::', '(', ') ', ' || ', '\\', '=>', '!');
    const expressions = fc
      .array(fc.tuple(parts, signs), { minLength: 1, maxLength: 4 })
      .map((pairs) => `x${pairs.map(([part, sign]) => sign + part).join('')}`);
    fc.assert(
      fc.property(expressions, (expression) => {
        const text = `{\n  "a": ${expression},\n  “b”: "c",\n  "d": 1\n}\n`;
        const fixed = fixedAll(text);
        assert.ok(fixed.includes(`"a": ${expression}`), fixed);
        for (const [, written] of fixed.matchAll(/"((?:[^"\\]|\\.)*)"/g))
          assert.ok(text.includes(written ?? ''), fixed);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
