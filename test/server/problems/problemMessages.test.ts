import assert from 'node:assert/strict';
import { message, moreProblems } from '../../../server/src/problems/problemText';
import type { Problem, ProblemDetail } from '../../../server/src/problems/problems';

const range = { start: 0, end: 1 };
const quotes = { kind: 'quotes' as const, start: 0, end: 9, marks: [0], toEscape: [], toDrop: [] };
const inQuotes = { code: 'look-alike-quotes' as const, character: '“' };
const run = (replacement: string, end: number): ProblemDetail => ({
  code: 'look-alike-character',
  repair: { kind: 'character', start: 0, end, character: '–', replacement },
});
const bracket = (text: string, sure: boolean): ProblemDetail => ({ code: 'missing-bracket', text, insertAt: 0, sure });
const label = 'Tags';

/** The cases of each message that has several, each with what has to be in it. */
const cases: Readonly<
  Record<string, readonly (readonly [problem: ProblemDetail & { range?: Problem['range'] }, ...parts: string[]])[]>
> = {
  'look-alike-quotes': [
    [{ ...inQuotes, repair: quotes }, 'opening', 'U+201C'],
    [{ ...inQuotes, repair: quotes, range: { start: 8, end: 9 } }, 'closing', 'U+201C'],
    [{ ...inQuotes, repair: { ...quotes, missing: 9 } }, 'closing quote is missing'],
    [{ ...inQuotes, repair: { ...quotes, missing: 0 }, range: { start: 8, end: 9 } }, 'opening quote is missing'],
    [{ ...inQuotes, repair: quotes, shellQuote: "'" }, "Use ' instead"],
  ],
  'look-alike-character': [
    [run('-', 1), 'U+2013', '"-"'],
    [run(' ', 1), 'U+2013', 'space'],
    [run('', 1), 'U+2013'],
    [run('---', 3), 'U+2013', '"-"', '3'],
    [run('   ', 3), 'U+2013', 'spaces', '3'],
    [run('', 3), 'U+2013', '3'],
  ],
  'missing-quote': (['opening', 'closing'] as const).map((side) => [
    { code: 'missing-quote', side, insertAt: 0, toEscape: [] },
    side,
  ]),
  'unquoted-text': [true, false].map((name) => [{ code: 'unquoted-text', name, toEscape: [] }, '"']),
  'bad-escape': [
    [{ code: 'bad-escape', meant: '\\d' }, '\\'],
    [{ code: 'bad-escape', meant: "'" }, "'"],
  ],
  'control-character': [
    [{ code: 'control-character', character: '\t' }, '\\t'],
    [{ code: 'control-character', character: '\u0001' }, '\\u0001', 'U+0001'],
  ],
  'foreign-literal': [
    [{ code: 'foreign-literal', literal: 'True', meant: 'true' }, 'True', 'true'],
    [{ code: 'foreign-literal', literal: 'NaN' }, 'NaN'],
  ],
  'missing-comma': [
    [{ code: 'missing-comma', insertAt: 0 }, '(,)'],
    [{ code: 'missing-comma', insertAt: 0, wrong: range }, '(,)'],
  ],
  'missing-colon': [
    [{ code: 'missing-colon', insertAt: 0 }, '(:)'],
    [{ code: 'missing-colon', insertAt: 0, wrong: range }, '(:)'],
  ],
  'missing-value': [
    [{ code: 'missing-value', insertAt: 0, colon: false }],
    [{ code: 'missing-value', insertAt: 0, colon: true }, '(:)'],
  ],
  'missing-bracket': [
    ...['{', '[', '}', ']'].flatMap((text) => [
      [bracket(text, true), `(${text})`] as const,
      [bracket(text, false), `(${text})`] as const,
    ]),
    [bracket(']},', false), '2', ']}'],
  ],
  'missing-element': (['element', 'key'] as const).map((absent) => [{ code: 'missing-element', absent }, absent]),
  'unknown-element': [
    [{ code: 'unknown-element', key: 'desk', suggestions: [] }, '"desk"'],
    [{ code: 'unknown-element', key: 'desk', suggestions: [{ key: 'desks', name: 'Desks' }] }, '"desks" (Desks)?'],
  ],
  'missing-entries': [
    [{ code: 'missing-entries', element: 'Desk', entries: [{ key: 'a', title: 'A' }] }, 'Desk', 'a (A)'],
    [
      { code: 'missing-entries', element: 'Desk', entries: ['a', 'b'].map((key) => ({ key, title: 'A' })) },
      'Desk',
      '2',
      'a (A) and b (A)',
    ],
  ],
  'wrong-type': [false, true].map((isItem) => [
    { code: 'wrong-type', label, isItem, expected: ['string', 'null'], found: 'array' },
    label,
    'string or null',
    'array',
  ]),
  'invalid-value': [false, true].map((isItem) => [
    { code: 'invalid-value', label, isItem, allowed: ['a', 'b'] },
    label,
    '"a" or "b"',
  ]),
  'invalid-format': (['integer', 'url', 'other'] as const).flatMap((format) =>
    [false, true].map((isItem) => [{ code: 'invalid-format' as const, label, isItem, format }, label] as const),
  ),
  'empty-value': [
    [{ code: 'empty-value', label, secret: false }, label],
    [{ code: 'empty-value', label, secret: false, isItem: true }, label],
    [{ code: 'empty-value', label, secret: true }, label],
  ],
  'written-secret': [
    [{ code: 'written-secret', label, name: 'KEY' }, label, '${env:KEY}'],
    [{ code: 'written-secret', label, name: 'KEY', reference: '$KEY' }, label, '$KEY'],
  ],
  'curl-authorization': (['missing', 'user', 'organization', 'comma', 'form', 'element'] as const).map((fault) => [
    { code: 'curl-authorization', fault },
  ]),
  'curl-content-type': [true, false].map((isWrong) => [{ code: 'curl-content-type', isWrong }, 'application/json']),
};

describe('messages of problems', () => {
  for (const [code, rows] of Object.entries(cases)) {
    it(`of ${code} are whole sentences, one for each case, with the data of the problem`, () => {
      const messages = rows.map(([problem]) => message({ range, ...problem }));
      assert.equal(new Set(messages).size, rows.length, messages.join('\n'));
      for (const [index, [problem, ...parts]] of rows.entries()) {
        assert.equal(problem.code, code);
        const text = messages[index] ?? '';
        assert.match(text, /^[\p{Lu}"$].*[.?]$/u);
        assert.doesNotMatch(text, /\{\w+\}|undefined/);
        for (const part of parts) assert.ok(text.includes(part), `${text} lacks ${part}`);
      }
    });
  }

  it('count the problems that are not shown, one or several', () => {
    assert.ok(moreProblems(2).includes('2'));
    assert.notEqual(moreProblems(1), moreProblems(2).replace('2', '1'));
  });
});
