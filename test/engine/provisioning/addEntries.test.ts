import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editJson } from '../../../common/src/json/editJson';
import { addEntries, type Additions } from '../../../engine/src/provisioning/request/addEntries';
import { withoutSchema } from '../../../engine/src/provisioning/request/withoutSchema';
import { aDocument, aJson } from '../../kit/client/document';

/** A text with entries added. */
const composed = (text: string, additions: Additions) => addEntries(aDocument(text), additions).text;

describe('addEntries', () => {
  const one = { providerData: { code: 'x' } };
  const added: [what: string, text: string, additions: Additions, expected: string][] = [
    [
      'adds a property with the layout of the others',
      '{\r\n\t"element": {},\r\n\t"configuration": {\r\n\t\t"a": 1\r\n\t}\r\n}\r\n',
      { configuration: { b: '"' } },
      '{\r\n\t"element": {},\r\n\t"configuration": {\r\n\t\t"a": 1,\r\n\t\t"b": "\\""\r\n\t}\r\n}\r\n',
    ],
    ['creates a missing object', '{\n  "name": "x" }', one, '{\n  "name": "x",\n  "providerData": { "code": "x" } }'],
    [
      'creates both objects',
      '{"a":1}',
      { configuration: { b: '2' }, ...one },
      '{"a":1,"configuration": { "b": "2" },"providerData": { "code": "x" }}',
    ],
    ['fills an empty object', '{"providerData":{ }}', one, '{"providerData":{"code": "x" }}'],
    ['fills an empty request', '{}', one, '{"providerData": { "code": "x" }}'],
    [
      'replaces a value of any kind',
      '{"providerData":{"code":[{"code":1}],"d":2}}',
      one,
      '{"providerData":{"code":"x","d":2}}',
    ],
    [
      'replaces a value that is not an object',
      '{"providerData":null,"b":[]}',
      one,
      '{"providerData":{ "code": "x" },"b":[]}',
    ],
    [
      'finds a property name with escape sequences',
      '{"provider\\u0044ata":{"c\\u006fde":"old"}}',
      one,
      '{"provider\\u0044ata":{"c\\u006fde":"x"}}',
    ],
    [
      'changes the last of duplicate objects and properties',
      '{"providerData":{"code":1},"providerData":{"code":2,"code":3}}',
      one,
      '{"providerData":{"code":1},"providerData":{"code":2,"code":"x"}}',
    ],
    [
      'does not change properties of the same name elsewhere',
      '{"a":{"providerData":{"code":1}},"b":[{"code":2}]}',
      one,
      '{"a":{"providerData":{"code":1}},"b":[{"code":2}],"providerData": { "code": "x" }}',
    ],
    [
      'loses no digits and no escape sequences',
      '{"n":12345678901234567890,"m":1.50e+2,"s":"\\u00e9\\/{}[],:"}',
      one,
      '{"n":12345678901234567890,"m":1.50e+2,"s":"\\u00e9\\/{}[],:","providerData": { "code": "x" }}',
    ],
  ];
  for (const [what, text, additions, expected] of added) {
    it(what, () => {
      assert.equal(composed(text, additions), expected);
    });
  }

  it('returns the same text if there is nothing to add', () => {
    const text = ' { "configuration" : {} , "n":1.0 }\n';
    for (const nothing of [{}, { configuration: {} }, { configuration: {}, providerData: {} }]) {
      assert.equal(composed(text, nothing), text);
    }
  });

  it('has the same result as an assignment to the parsed request, for any request, name and layout', () => {
    const entries = fc.dictionary(
      fc.string().filter((name) => name !== '__proto__'),
      fc.string(),
      { maxKeys: 4 },
    );
    const request = fc.record(
      { configuration: entries, providerData: entries, other: fc.json() },
      { requiredKeys: [] },
    );
    const layout = fc.constantFrom(undefined, 2, '\t');
    fc.assert(
      fc.property(request, entries, entries, layout, (value, configuration, providerData, space) => {
        const made = composed(JSON.stringify(value, undefined, space), { configuration, providerData });
        const merged = (before: object | undefined, more: object) =>
          before === undefined && Object.keys(more).length === 0 ? {} : { ...before, ...more };
        const { configuration: c, providerData: p, ...rest } = JSON.parse(made) as typeof value;
        assert.deepEqual(rest, value.other === undefined ? {} : { other: value.other });
        assert.deepEqual({ ...c }, merged(value.configuration, configuration));
        assert.deepEqual({ ...p }, merged(value.providerData, providerData));
      }),
      { numRuns: 300 },
    );
  });

  it('accepts a text of any depth', () => {
    const deep = `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    assert.equal(composed(deep, one), `${deep.slice(0, -1)},"providerData": { "code": "x" }}`);
  });
});

describe('a request without its $schema', () => {
  const cases: [text: string, expected: string][] = [
    ['{"$schema":"x","a":1}', '{"a":1}'],
    ['{ "$schema" : {"x":[1,{"$schema":2}]} ,\n  "a":1 }', '{ "a":1 }'],
    ['{\n  "a": 1,\n  "$schema": "x"\n}', '{\n  "a": 1\n}'],
    ['{"a":{"$schema":"kept"},"$schema":"x","b":2}', '{"a":{"$schema":"kept"},"b":2}'],
    ['{"$schema":1,"a":2,"$schem\\u0061":3,"$schema":4}', '{"a":2}'],
    ['{"a":1,"$schema":1,"b":2,"$schema":3}', '{"a":1,"b":2}'],
    ['{ "$schema": "x" }', '{  }'],
    ['{"$schema":1,"$schema":2}', '{}'],
    [' {"a":"$schema"}', ' {"a":"$schema"}'],
    [
      '{"n":12345678901234567890,"$schema":"}","configuration":{"a":1},"configuration":{"a":2}}',
      '{"n":12345678901234567890,"configuration":{"a":1},"configuration":{"a":2}}',
    ],
  ];
  for (const [text, expected] of cases) {
    it(`of ${JSON.stringify(text)} is ${JSON.stringify(expected)}`, () => {
      const json = aJson(text);
      assert.deepEqual(editJson(json, withoutSchema(json)), aJson(expected));
    });
  }
});
