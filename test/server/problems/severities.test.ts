import assert from 'node:assert/strict';
import type { Problem } from '../../../server/src/problems/problems';
import { readSeverityOverrides, severityOf } from '../../../server/src/problems/severities';

/** As JSON brings them: `__proto__` is a property like any other there. */
const rows: readonly (readonly [what: string, json: string, read: object])[] = [
  ['an empty object', '{}', {}],
  [
    'known codes and severities',
    '{ "comment": "hint", "sample-host": "off" }',
    { comment: 'hint', 'sample-host': 'off' },
  ],
  ['an unknown code', '{ "unheard-of": "off", "comment": "off" }', { comment: 'off' }],
  ['an unknown severity', '{ "comment": "fatal", "sample-host": "off" }', { 'sample-host': 'off' }],
  ['the value "default"', '{ "comment": "default" }', {}],
  ['a severity in capitals', '{ "comment": "Error" }', {}],
  [
    'values of other types',
    '{ "comment": null, "sample-host": 1, "padded-value": ["off"], "wrong-type": { "a": "off" } }',
    {},
  ],
  [
    'names of the prototype',
    '{ "__proto__": "off", "constructor": "off", "toString": "off", "hasOwnProperty": "off" }',
    {},
  ],
  ['a prototype with codes', '{ "__proto__": { "comment": "off" } }', {}],
  ['null', 'null', {}],
  ['a number', '7', {}],
  ['a string', '"off"', {}],
  ['true', 'true', {}],
  ['an array of codes', '["comment"]', {}],
  ['an array of objects', '[{ "comment": "off" }]', {}],
];

describe('severity overrides', () => {
  for (const [what, json, read] of rows) {
    it(`reads ${what}`, () => {
      const overrides = readSeverityOverrides(JSON.parse(json));
      assert.deepEqual(overrides, read);
      assert.equal(Object.getPrototypeOf(overrides), Object.prototype);
    });
  }

  it('reads nothing where there is nothing, and no code from the prototype of what it is given', () => {
    assert.deepEqual(readSeverityOverrides(undefined), {});
    assert.deepEqual(readSeverityOverrides(Object.create({ comment: 'off' })), {});
    assert.deepEqual(readSeverityOverrides(Object.assign([], { comment: 'off' })), {});
  });

  it('change the severity of their own codes alone', () => {
    const problem: Problem = { code: 'comment', range: { start: 0, end: 1 } };
    assert.equal(severityOf(problem), 'error');
    assert.equal(severityOf(problem, readSeverityOverrides({ comment: 'hint' })), 'hint');
    assert.equal(severityOf(problem, readSeverityOverrides({ 'sample-host': 'off' })), 'error');
  });
});
