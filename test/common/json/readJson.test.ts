import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editJson } from '../../../common/src/json/editJson';
import { applyEdits, type TextEdit } from '../../../common/src/json/edits';
import {
  childrenIn,
  propertiesIn,
  readJson,
  tokensOf,
  type JsonText,
  type JsonValue,
} from '../../../common/src/json/readJson';
import { isJson } from '../../kit/json';

const piece = fc.constantFrom(
  ...['{', '}', '[', ']', ',', ':', ' ', '\n', '\t', '"', '"a"', '"b":', '1', '-', '0', '.5', 'e3', 'true', 'null'],
  ...['\\', '\\n', '\\u12', 'x', "'", '“', '\u00a0', '\ufeff', '\u2028', '//', '\u0000', '{"a":', '[1,', '"}'],
);
const layout = fc.constantFrom(undefined, 1, '\t', '\r\n');
const laidOut = (json: string, space: string | number | undefined) =>
  JSON.stringify(JSON.parse(json), undefined, space);

function read(text: string): JsonText {
  const json = readJson(text);
  assert.ok(json !== undefined, text);
  return json;
}

/** What a value means, as `JSON.parse` has it. */
function meaning(json: JsonText, value: JsonValue): unknown {
  if (value.type === 'array') return childrenIn(json, value).map((item) => meaning(json, item));
  if (value.type !== 'object') return JSON.parse(json.text.slice(value.start, value.end)) as unknown;
  const entries = childrenIn(json, value).map((property) => [String(property.key), meaning(json, property)] as const);
  return Object.fromEntries(entries);
}

describe('the reader of valid JSON', () => {
  it('takes what JSON.parse takes, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const text = pieces.join('');
        assert.equal(readJson(text) !== undefined, isJson(text), text);
      }),
      { numRuns: 20_000 },
    );
    fc.assert(
      fc.property(fc.json(), fc.nat(), piece, fc.nat(2), (json, at, put, taken) => {
        const place = at % (json.length + 1);
        const text = `${json.slice(0, place)}${put}${json.slice(place + taken)}`;
        assert.equal(readJson(text) !== undefined, isJson(text), text);
      }),
      { numRuns: 3_000 },
    );
  });

  it('reads what JSON.parse reads, in any layout, and says where it stands', () => {
    fc.assert(
      fc.property(fc.json(), layout, (value, space) => {
        const json = read(laidOut(value, space));
        const [root] = json.values;
        assert.ok(root !== undefined);
        assert.deepEqual(meaning(json, root), JSON.parse(value));
        assert.equal(tokensOf(json).join(''), JSON.stringify(JSON.parse(value)));
        for (const { start, end, name, key, type, text } of json.values) {
          const spelled = json.text.slice(start, end);
          if (type === 'string') assert.equal(JSON.parse(spelled), text);
          if (name !== undefined) assert.equal(JSON.parse(json.text.slice(name.start, name.end)), key);
        }
      }),
    );
  });

  it('keeps duplicate properties, digits of long numbers and escape sequences, in order', () => {
    const json = read(' {"a":12345678901234567890,"\\u0061":[1.0,"\\u00e9"], "a":{"b":null}}');
    const [root] = json.values;
    const spelled = childrenIn(json, root).map(({ key, start, end }) => [key, json.text.slice(start, end)]);
    assert.deepEqual(spelled, [
      ['a', '12345678901234567890'],
      ['a', '[1.0,"\\u00e9"]'],
      ['a', '{"b":null}'],
    ]);
    const last = propertiesIn(json, root).get('a');
    assert.deepEqual(tokensOf(json, last), ['{', '"b"', ':', 'null', '}']);
    assert.deepEqual([...propertiesIn(json, last).keys()], ['b']);
    assert.equal(propertiesIn(json, json.values[2]).size, 0);
  });

  it('reads a text of any depth', () => {
    const deep = `${'['.repeat(100_000)}1${']'.repeat(100_000)}`;
    assert.equal(read(deep).values.length, 100_001);
    assert.equal(readJson(deep.slice(1)), undefined);
  });
});

describe('an edited JSON text', () => {
  /** The edits of one kind that a random number chooses among the values. */
  function editsOf(json: JsonText, choice: number): TextEdit[] {
    return json.values.flatMap(({ type, start, end }, index): TextEdit[] => {
      if ((choice >> (index % 16)) % 2 === 0) return [];
      if (type === 'number') return [{ start, end, text: '12.50' }];
      if (type !== 'string') return [];
      // At its beginning and at its end: both are within the quotes.
      const ends = [{ start: start + 1, end: start + 1, text: '\\u0041' }];
      return [...ends, { start: end - 1, end: end - 1, text: '\\\\x' }];
    });
  }

  it('is what the text reads as that the edits make', () => {
    fc.assert(
      fc.property(fc.json(), layout, fc.nat(0xff_ff), (value, space, choice) => {
        const json = read(laidOut(value, space));
        const edits = editsOf(json, choice);
        assert.deepEqual(editJson(json, edits), read(applyEdits(json.text, edits)));
      }),
    );
  });

  it('is the very same where there are no edits', () => {
    const json = read('{"a":1}');
    assert.equal(editJson(json, []), json);
  });

  it('may have a mask instead of a number, and lacks properties that are removed with their commas', () => {
    const json = read('{ "$a": [1, {"b": 2}], "c": {"d": 345}, "$a": "x" }');
    const number = json.text.indexOf('345');
    const edits = [
      { start: json.text.indexOf('"$a"'), end: json.text.indexOf('"c"'), text: '' },
      { start: json.text.indexOf(', "$a"'), end: json.text.indexOf(' }', number + 6), text: '' },
    ];
    assert.deepEqual(editJson(json, edits), read('{ "c": {"d": 345} }'));
    const masked = editJson(json, [...edits, { start: number, end: number + 3, text: '********' }]);
    assert.deepEqual([masked.text, tokensOf(masked).join('')], ['{ "c": {"d": ********} }', '{"c":{"d":********}}']);
  });
});
