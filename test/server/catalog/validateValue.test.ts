import assert from 'node:assert/strict';
import { createCatalog } from '../../../server/src/catalog/catalog';
import type { JsonSchema } from '../../../server/src/catalog/schemaTypes';
import { createValidateValue, schemaText } from '../../../server/src/catalog/validateValue';
import { compileSchema } from '../../../server/src/node/compileSchema';
import { findProblems } from '../../../server/src/problems/findProblems';
import { parseRequest } from '../../../server/src/request/request';
import { schemas } from '../../kit/catalog';

/** Judges as the server does, and keeps what was compiled and what was traced, by text. */
function counted(bundled = schemas.validators) {
  const compiled: string[] = [];
  const traced: string[] = [];
  const compile = (schema: JsonSchema) => {
    compiled.push(JSON.stringify(schema));
    return compileSchema(schema);
  };
  const trace = (text: string): void => {
    traced.push(text);
  };
  return { compiled, traced, compile, trace, validate: createValidateValue(bundled, compile, trace) };
}

/** A schema of an element that no file has: an account's own. */
function elementOf(entries: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const way = {
    type: 'custom',
    flow: 'direct',
    required: [],
    optional: Object.keys(entries),
    providerData: [],
  } as const;
  return {
    'x-element': { name: 'Own', hub: null, id: null, summary: '', authMethods: [way] },
    allOf: [{ $ref: '../base.schema.json' }],
    properties: { configuration: { properties: entries } },
  };
}

/** Codes and marked texts of the problems of a request to that element. */
function problemsOf(entries: Readonly<Record<string, JsonSchema>>, configuration: unknown) {
  const { compile, compiled, trace, traced } = counted();
  const own = elementOf(entries);
  const catalog = createCatalog(
    {
      ...schemas,
      compile,
      elements: () => [{ key: 'own', name: 'Own', hub: null }],
      read: (path) => (path === 'elements/own.schema.json' ? own : schemas.read(path)),
    },
    trace,
  );
  const text = JSON.stringify({ element: { key: 'own' }, configuration });
  const found = () =>
    findProblems(parseRequest(text), catalog).map(({ code, range }) => `${code} ${text.slice(range.start, range.end)}`);
  return { found, compiled, traced };
}

describe('the validation of a value by its schema', () => {
  it('which is compiled once for all that say the same, however many entries have it', () => {
    const distinct: readonly JsonSchema[] = [
      { type: 'string', minLength: 3, pattern: '^[A-Z]' },
      { type: 'integer', enum: [1, 2] },
    ];
    const names = Array.from({ length: 400 }, (_, index) => `entry.${index}`);
    const entries = names.map((name, index): [string, JsonSchema] => [
      name,
      { title: name, description: `Of ${name}.`, ...distinct[index % 2] },
    ]);
    const values = names.map((name, index) => [name, ['abc', 1, 'ABC', 7][index % 4]]);
    const { found, compiled, traced } = problemsOf(Object.fromEntries(entries), Object.fromEntries(values));
    const expected = Array.from({ length: 100 }, () => ['invalid-format "abc"', 'invalid-value 7']).flat();
    assert.deepEqual(found(), expected);
    assert.deepEqual(found(), expected);
    assert.equal(compiled.length, 2);
    assert.deepEqual(traced, []);
  });

  it('and nothing is compiled for what the catalog has already', () => {
    const { found, compiled } = problemsOf(
      { a: { type: 'string', title: 'A' }, b: { format: 'uri', type: 'string' } },
      { a: 7, b: 'x' },
    );
    assert.deepEqual(found(), ['wrong-type 7', 'invalid-format "x"']);
    assert.deepEqual(compiled, []);
  });

  it('and nothing is compiled before there is a value', () => {
    const { found, compiled } = problemsOf({ a: { type: 'string', maxLength: 1 } }, {});
    assert.deepEqual(found(), []);
    assert.deepEqual(compiled, []);
  });

  for (const [what, one, other, same] of [
    [
      'titles',
      { type: 'string', title: 'A', examples: ['a'] },
      { description: 'B.', type: 'string', writeOnly: true },
      true,
    ],
    ['the order of keywords', { type: 'string', enum: ['a'] }, { enum: ['a'], type: 'string' }, true],
    ['what they choose from', { enum: ['a'] }, { enum: ['b'] }, false],
    ['the object that they want', { const: { title: 'a' } }, { const: { title: 'b' } }, false],
    [
      'a property that is called like a keyword',
      { properties: { title: { type: 'string' } } },
      { properties: {} },
      false,
    ],
  ] as const) {
    it(`and two schemas are ${same ? 'one' : 'two'} that differ in ${what}`, () => {
      assert.equal(schemaText(one) === schemaText(other), same);
    });
  }
});

describe('a schema that cannot be used', () => {
  let deep: JsonSchema = {};
  for (let level = 0; level < 100_000; level++) deep = { items: deep };
  const endless = '^(?:a+)+$';
  const cases: readonly (readonly [string, JsonSchema, unknown])[] = [
    ['is none', { type: 'text' }, 'x'],
    ['has a keyword of a wrong type', { enum: 'x' } as unknown as JsonSchema, 'x'],
    ['refers to another computer', { $ref: 'https://example.com/schema.json' }, 'x'],
    ['refers to nothing', { items: { $ref: '#/definitions/nothing' } }, []],
    ['has a pattern that is none', { pattern: '(' }, 'x'],
    ['has a pattern that never ends', { pattern: endless }, `${'a'.repeat(60)}!`],
    ['refers to itself without an end', { $ref: '#' }, 'x'],
    ['is too deep', deep, []],
  ];
  for (const [what, schema, value] of cases) {
    it(`refuses nothing, and is traced once: ${what}`, () => {
      const { validate, traced, compiled } = counted();
      for (const each of [value, 7, value]) assert.deepEqual(validate(schema, each), []);
      assert.equal(traced.length, 1);
      assert.ok(compiled.length <= 1);
      assert.equal(validate({ type: 'integer' }, 'x').length, 1, 'others are still validated');
    });
  }

  it('does not prevent the validation of other values', () => {
    const { found, traced } = problemsOf({ a: { pattern: '(' }, b: { type: 'string' } }, { a: 'x', b: 7 });
    assert.deepEqual(found(), ['wrong-type 7']);
    assert.deepEqual(traced, ['{"pattern":"("}']);
  });

  it('is not one that only has what is not known here', () => {
    const { validate, traced } = counted();
    const schema = { type: 'string', format: 'postcode', 'x-own': 1 };
    assert.deepEqual(validate(schema, 'x'), []);
    assert.deepEqual(
      validate(schema, 7).map(({ keyword }) => keyword),
      ['type'],
    );
    assert.deepEqual(traced, []);
  });
});
