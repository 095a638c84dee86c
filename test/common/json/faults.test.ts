import assert from 'node:assert/strict';
import { fixedAll, inShort, rendered } from '../../kit/problems';
import { isJson } from '../../kit/json';

const element = '"element": { "key": "helpscout" }';
const entries = '"username": "a", "password": "b", "mailbox.name": "c"';
/** A complete request with more properties. */
const withProperties = (properties: string): string => `{ ${element}, "configuration": { ${entries} }, ${properties} }`;

/**
 * The properties with a fault, the same after fix-all (undefined: fix-all doesn't change them), and every problem.
 * Where fix-all fixes it, the result is JSON with no problem.
 */
type Row = readonly [name: string, properties: string, fixed: string | undefined, ...problems: string[]];

const sections: Readonly<Record<string, readonly Row[]>> = {
  'look-alikes': [
    ['a curly string', '“name”: "x"', '"name": "x"', 'error look-alike-quotes «“» character=“'],
    ['a wrong closing quote only', '"name”: "x"', '"name": "x"', 'error look-alike-quotes «”» character=”'],
    ['a wrong opening quote only', '“name": "x"', '"name": "x"', 'error look-alike-quotes «“» character=“'],
    [
      'a curly quote as the last character of a line',
      '"name": "desk”\n',
      '"name": "desk"\n',
      'error look-alike-quotes «”» character=”',
    ],
    [
      'straight quotes in a curly string',
      '"name": “say "hi"”',
      String.raw`"name": "say \"hi\""`,
      'error look-alike-quotes «“» character=“',
    ],
    ['a curly quote and an apostrophe in a proper string', '"name": "Ana’s “best” desk, it\'s ‘hers’"', undefined],
    [
      'a curly quote that never closes',
      '"name": “desk\n',
      '"name": "desk"\n',
      'error look-alike-quotes «“» character=“ missing',
    ],
    [
      'a curly quote that never opened',
      '"name": desk”',
      '"name": "desk"',
      'error look-alike-quotes «”» character=” missing',
    ],
    ['single quotes', '\'name\': "x"', '"name": "x"', "error single-quotes «'» character='"],
    [
      'single quotes around others',
      String.raw`"name": 'it\'s "his"'`,
      String.raw`"name": "it's \"his\""`,
      "error single-quotes «'» character='",
    ],
    [
      'no-break spaces',
      '\u00a0\u00a0"name": "x"',
      '  "name": "x"',
      'error look-alike-character «\u00a0\u00a0» character=\u00a0 replacement=  ',
    ],
    [
      'a zero-width space',
      '\u200b"name": "x"',
      '"name": "x"',
      'error look-alike-character «\u200b» character=\u200b replacement=',
    ],
    ['a full-width colon', '"name"： "x"', '"name": "x"', 'error look-alike-character «：» character=： replacement=:'],
    [
      'full-width brackets',
      '"tags": ［"x"］',
      '"tags": ["x"]',
      'error look-alike-character «［» character=［ replacement=[',
      'error look-alike-character «］» character=］ replacement=]',
    ],
    [
      'a dash before a number',
      '"providerData": { "n": –5 }',
      '"providerData": { "n": -5 }',
      'error look-alike-character «–» character=– replacement=-',
    ],
  ],
  quotes: [
    [
      'a missing closing quote at the end of a line',
      '\n"name": "desk\n',
      '\n"name": "desk"\n',
      'error missing-quote «"desk» side=closing',
    ],
    [
      'a missing closing quote before a comma',
      '"name": "desk, "tags": []',
      '"name": "desk", "tags": []',
      'error missing-quote «"desk» side=closing',
    ],
    [
      'a missing closing quote in an array',
      '"tags": ["a, "b"]',
      '"tags": ["a", "b"]',
      'error missing-quote «"a» side=closing',
    ],
    [
      'a missing closing quote of a property name',
      '"name: "desk"',
      '"name": "desk"',
      'error missing-quote «"name» side=closing',
    ],
    [
      'a missing opening quote',
      '"name": desk", "tags": []',
      '"name": "desk", "tags": []',
      'error missing-quote «desk"» side=opening',
    ],
    [
      'a missing opening quote of a property name',
      'name": "desk"',
      '"name": "desk"',
      'error missing-quote «name"» side=opening',
    ],
    ['no quotes around a string', '"name": Support desk', undefined, 'error unquoted-text «Support desk»'],
    [
      'no quotes around an address',
      '"name": https://desk.test/a?b=1',
      undefined,
      'error unquoted-text «https://desk.test/a?b=1»',
    ],
    ['no quotes around a property name', 'name: "desk"', '"name": "desk"', 'error unquoted-text «name» name'],
    [
      'no quotes in an array',
      '"tags": [one, two-three]',
      '"tags": ["one", "two-three"]',
      'error unquoted-text «one»',
      'error unquoted-text «two-three»',
    ],
    [
      'no quotes around several words in an array',
      '"tags": ["one", two items]',
      undefined,
      'error unquoted-text «two items»',
    ],
    [
      'quotes inside a string',
      '"name": "say "hi" now"',
      String.raw`"name": "say \"hi\" now"`,
      'error unescaped-quote «"hi"»',
    ],
    [
      'a string over several lines',
      '"name": "one\ntwo\n"',
      String.raw`"name": "one\ntwo\n"`,
      'error line-break «"one⏎two⏎"»',
    ],
    ['a lone backslash', String.raw`"name": "C:\desk"`, undefined, String.raw`error bad-escape «\d» meant=\\d`],
    [
      'a backslash before a single quote',
      String.raw`"name": "Ana\'s desk"`,
      '"name": "Ana\'s desk"',
      String.raw`error bad-escape «\'» meant='`,
    ],
    [
      'a control character in a string',
      '"name": "a\u0001b"',
      String.raw`"name": "a\u0001b"`,
      'error control-character «\u0001» character=\u0001',
    ],
    ['a tab in a string', '"name": "a\tb"', String.raw`"name": "a\tb"`, 'error control-character «\t» character=\t'],
  ],
  values: [
    ['an invalid number', '"name": 01', undefined, 'error bad-number «01»'],
    [
      'the true of Python',
      '"eventsEnabled": True',
      '"eventsEnabled": true',
      'error foreign-literal «True» literal=True meant=true',
    ],
    [
      'the none of JavaScript',
      '"providerData": { "a": undefined }',
      '"providerData": { "a": null }',
      'error foreign-literal «undefined» literal=undefined meant=null',
    ],
    ["a value that JSON doesn't have", '"name": NaN', undefined, 'error foreign-literal «NaN» literal=NaN'],
    ['a missing value', '"name": ', undefined, 'error missing-value «:»'],
    ['a missing value before a comma', '"name": , "tags": []', undefined, 'error missing-value «:»'],
    ['a missing value before a line', '"name":\n "tags": []', undefined, 'error missing-value «:»'],
    ['a word before the value', '"tags": oops ["x"]', undefined, 'error stray-text «oops»'],
    ['a property name alone', '"name"', undefined, 'error missing-value «"name"» colon'],
  ],
  separators: [
    ['a missing comma', '"tags": [] "name": "x"', '"tags": [], "name": "x"', 'error missing-comma «]»'],
    ['a missing comma in an array', '"tags": ["a" "b"]', '"tags": ["a", "b"]', 'error missing-comma «"»'],
    [
      'a missing comma before a comment',
      '"tags": [] // x\n"name": "x"',
      undefined,
      'error missing-comma «]»',
      'error comment «// x»',
    ],
    [
      'a semicolon instead of a comma',
      '"tags": []; "name": "x"',
      '"tags": [], "name": "x"',
      'error missing-comma «;» wrong',
    ],
    ['a trailing comma in an object', '"name": "x",', '"name": "x"', 'error trailing-comma «,»'],
    ['a trailing comma in an array', '"tags": ["x",]', '"tags": ["x"]', 'error trailing-comma «,»'],
    ['two commas', '"tags": [],, "name": "x"', '"tags": [], "name": "x"', 'error extra-comma «,»'],
    ['a comma before the first', '"tags": [, "x"]', '"tags": [ "x"]', 'error extra-comma «,»'],
    ['two colons', '"name":: "x"', '"name": "x"', 'error extra-colon «:»'],
    ['a missing colon', '"name" "x"', '"name": "x"', 'error missing-colon «"»'],
    ['an equals sign instead of a colon', '"name" = "x"', '"name" : "x"', 'error missing-colon «=» wrong'],
    ['an arrow instead of a colon', '"name" => "x"', '"name" : "x"', 'error missing-colon «=>» wrong'],
    ['a comment', '/* x */ "name": "x"', undefined, 'error comment «/* x */»'],
    ['a comment as in YAML', '# x\n "name": "x"', undefined, 'error comment «# x»'],
    ['a comment with curly quotes', '// say “hi”\n "name": "x"', undefined, 'error comment «// say “hi”»'],
  ],
  brackets: [
    [
      'a missing bracket of an array',
      '"tags": ["a", "name": "x"',
      '"tags": ["a"], "name": "x"',
      'error missing-bracket «"» text=] sure',
    ],
    [
      'a missing opening bracket of an array',
      '"tags": "a", "b"], "name": "x"',
      '"tags": ["a", "b"], "name": "x"',
      'error missing-bracket «"» text=[ sure',
    ],
    [
      'a missing opening brace',
      '"providerData": "code": "x" }',
      '"providerData": {"code": "x" }',
      'error missing-bracket «"» text={ sure',
    ],
    [
      'a missing brace that the indentation shows',
      '\n  "providerData": {\n    "code": "x"\n  "name": "x"\n',
      '\n  "providerData": {\n    "code": "x"},\n  "name": "x"\n',
      'error missing-bracket «"» text=}, sure',
    ],
    [
      'brackets instead of braces',
      '"providerData": ["code": "x"]',
      '"providerData": {"code": "x"}',
      'error wrong-bracket «[» meant={',
      'error wrong-bracket «]» meant=}',
    ],
    ['a wrong bracket', '"tags": ["a"}, "name": "x"', '"tags": ["a"], "name": "x"', 'error wrong-bracket «}» meant=]'],
  ],
};

/** Whole documents. */
const documents: readonly Row[] = [
  [
    'a bracket too many',
    '{ "element": { "key": "unheardof" } } }',
    '{ "element": { "key": "unheardof" } } ',
    'hint unknown-element «"unheardof"»',
    'error extra-bracket «}»',
  ],
  ['a missing brace', '{ "element": { "key": "helpscout" }', undefined, 'error missing-bracket «}»'],
  ['missing brackets', '[["a"', undefined, 'error missing-bracket «"»'],
  [
    'text after the end',
    '{ "element": { "key": "unheardof" } } x',
    undefined,
    'hint unknown-element «"unheardof"»',
    'error text-after-end «x»',
  ],
  [
    'two requests',
    '{ "element": { "key": "unheardof" } },\n{ "element": { "key": "other" } }',
    undefined,
    'hint unknown-element «"unheardof"»',
    'error second-request «,⏎{ "element": { "key": "other" } }»',
  ],
  [
    'a Markdown code block around it',
    '```json\n{ "element": { "key": "unheardof" } }\n```\n',
    undefined,
    'error surrounding-text «```json»',
    'hint unknown-element «"unheardof"»',
  ],
  [
    'other text around it',
    'Use this body:\n\n{ "element": { "key": "unheardof" } }\n\nThen send it.',
    undefined,
    'error surrounding-text «Use this body:»',
    'hint unknown-element «"unheardof"»',
  ],
  [
    'a byte-order mark',
    '\ufeff{ "element": { "key": "unheardof" } }',
    '{ "element": { "key": "unheardof" } }',
    'error look-alike-character «\ufeff»',
    'hint unknown-element «"unheardof"»',
  ],
  ['something else', 'hello world', undefined, 'error invalid-json «hello world»'],
  [
    'a text without a clear meaning',
    '{ "a": 1, [ "b": 2',
    undefined,
    'warning unknown-member «"a"»',
    'error invalid-json «[»',
  ],
  [
    'a problem before the text breaks is still found',
    '{ "element": { "key": "helpscot" }, { = 1 }',
    undefined,
    'error unknown-element «"helpscot"»',
    'error invalid-json «{»',
  ],
];

describe('faults of the JSON', () => {
  for (const [section, rows] of Object.entries(sections)) {
    describe(section, () => {
      for (const [title, properties, fixed, ...problems] of rows) {
        it(title, () => {
          const whole = withProperties(properties);
          assert.deepEqual(rendered(whole), problems);
          if (fixed === undefined) return;
          const after = fixedAll(whole);
          assert.equal(after, withProperties(fixed));
          assert.ok(isJson(after), after);
          assert.deepEqual(rendered(after), []);
        });
      }
    });
  }

  describe('in the complete document', () => {
    for (const [title, whole, fixed, ...problems] of documents) {
      it(title, () => {
        assert.deepEqual(inShort(whole), problems);
        if (fixed !== undefined) assert.equal(fixedAll(whole), fixed);
      });
    }
  });
});
