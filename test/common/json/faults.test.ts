import assert from 'node:assert/strict';
import { fixedAll, rendered } from '../../kit/problems';
import { isJson } from '../../kit/json';

const element = '"element": { "key": "helpscout" }';
const entries = '"username": "a", "password": "b", "mailbox.name": "c"';
/** A complete request with more members. */
const withMembers = (members: string): string => `{ ${element}, "configuration": { ${entries} }, ${members} }`;

/**
 * The members with a fault, the same after fix-all (undefined: fix-all leaves them), and every problem.
 * Where fix-all fixes it, the result is JSON with no problem.
 */
type Row = readonly [name: string, members: string, fixed: string | undefined, ...problems: string[]];

const curly = 'This string opens with “, a left double quotation mark (U+201C). JSON needs a straight quote (").';
const missing = (side: string): string => `The ${side} quote (") of this text is missing.`;
const name = 'This name needs quotes (") around it.';
const text = 'This text needs quotes (") around it.';
const comma = 'A comma (,) is missing after this.';
const colon = 'A colon (:) is missing between the name and its value.';
const comment = 'JSON has no comments: the platform would refuse this. Remove it.';
const extra = 'This is one comma too many. Remove it.';
const trailing = 'Nothing follows this comma, and JSON does not allow that. Remove it.';
const notANumber = 'This is not how JSON writes a number. Put it in quotes to keep it as it is.';

const sections: Readonly<Record<string, readonly Row[]>> = {
  'look-alikes': [
    ['a curly string', '“name”: "x"', '"name": "x"', `error look-alike-quotes «“» ${curly}`],
    [
      'a wrong closing quote only',
      '"name”: "x"',
      '"name": "x"',
      'error look-alike-quotes «”» This string ends with ”, a right double quotation mark (U+201D). JSON needs a straight quote (").',
    ],
    ['a wrong opening quote only', '“name": "x"', '"name": "x"', `error look-alike-quotes «“» ${curly}`],
    [
      'a curly quote as the last character of a line',
      '"name": "desk”\n',
      '"name": "desk"\n',
      'error look-alike-quotes «”» This string ends with ”, a right double quotation mark (U+201D). JSON needs a straight quote (").',
    ],
    [
      'straight quotes in a curly string',
      '"name": “say "hi"”',
      String.raw`"name": "say \"hi\""`,
      `error look-alike-quotes «“» ${curly}`,
    ],
    ['a curly quote and an apostrophe in a proper string', '"name": "Ana’s “best” desk, it\'s ‘hers’"', undefined],
    [
      'a curly quote that never closes',
      '"name": “desk\n',
      '"name": "desk"\n',
      'error look-alike-quotes «“» This string opens with “, a left double quotation mark (U+201C), and its closing quote is missing. JSON needs a straight quote (").',
    ],
    [
      'a curly quote that never opened',
      '"name": desk”',
      '"name": "desk"',
      'error look-alike-quotes «”» This string ends with ”, a right double quotation mark (U+201D), and its opening quote is missing. JSON needs a straight quote (").',
    ],
    [
      'single quotes',
      '\'name\': "x"',
      '"name": "x"',
      `error single-quotes «'» This string opens with ', a single quote (U+0027). JSON needs a double quote (").`,
    ],
    [
      'single quotes around others',
      String.raw`"name": 'it\'s "his"'`,
      String.raw`"name": "it's \"his\""`,
      `error single-quotes «'» This string opens with ', a single quote (U+0027). JSON needs a double quote (").`,
    ],
    [
      'no-break spaces',
      '\u00a0\u00a0"name": "x"',
      '  "name": "x"',
      'error look-alike-character «\u00a0\u00a0» This is a no-break space (U+00A0), 2 times in a row, where JSON needs a plain space.',
    ],
    [
      'a zero-width space',
      '\u200b"name": "x"',
      '"name": "x"',
      'error look-alike-character «\u200b» This is a zero-width space (U+200B), which JSON does not allow here.',
    ],
    [
      'a full-width colon',
      '"name"： "x"',
      '"name": "x"',
      'error look-alike-character «：» This is a full-width colon (U+FF1A), where JSON needs ":".',
    ],
    [
      'full-width brackets',
      '"tags": ［"x"］',
      '"tags": ["x"]',
      'error look-alike-character «［» This is a full-width bracket (U+FF3B), where JSON needs "[".',
      'error look-alike-character «］» This is a full-width bracket (U+FF3D), where JSON needs "]".',
    ],
    [
      'a dash before a number',
      '"providerData": { "n": –5 }',
      '"providerData": { "n": -5 }',
      'error look-alike-character «–» This is an en dash (U+2013), where JSON needs "-".',
    ],
  ],
  quotes: [
    [
      'a missing closing quote at the end of a line',
      '\n"name": "desk\n',
      '\n"name": "desk"\n',
      `error missing-quote «"desk» ${missing('closing')}`,
    ],
    [
      'a missing closing quote before a comma',
      '"name": "desk, "tags": []',
      '"name": "desk", "tags": []',
      `error missing-quote «"desk» ${missing('closing')}`,
    ],
    [
      'a missing closing quote in a list',
      '"tags": ["a, "b"]',
      '"tags": ["a", "b"]',
      `error missing-quote «"a» ${missing('closing')}`,
    ],
    [
      'a missing closing quote of a name',
      '"name: "desk"',
      '"name": "desk"',
      `error missing-quote «"name» ${missing('closing')}`,
    ],
    [
      'a missing opening quote',
      '"name": desk", "tags": []',
      '"name": "desk", "tags": []',
      `error missing-quote «desk"» ${missing('opening')}`,
    ],
    [
      'a missing opening quote of a name',
      'name": "desk"',
      '"name": "desk"',
      `error missing-quote «name"» ${missing('opening')}`,
    ],
    ['no quotes around a text', '"name": Support desk', undefined, `error unquoted-text «Support desk» ${text}`],
    [
      'no quotes around an address',
      '"name": https://desk.test/a?b=1',
      undefined,
      `error unquoted-text «https://desk.test/a?b=1» ${text}`,
    ],
    ['no quotes around a name', 'name: "desk"', '"name": "desk"', `error unquoted-text «name» ${name}`],
    [
      'no quotes in a list',
      '"tags": [one, two-three]',
      '"tags": ["one", "two-three"]',
      `error unquoted-text «one» ${text}`,
      `error unquoted-text «two-three» ${text}`,
    ],
    [
      'no quotes around more than a word in a list',
      '"tags": ["one", two words]',
      undefined,
      `error unquoted-text «two words» ${text}`,
    ],
    [
      'quotes within a text',
      '"name": "say "hi" now"',
      String.raw`"name": "say \"hi\" now"`,
      'error unescaped-quote «"hi"» A quote inside a text needs a backslash before it: \\".',
    ],
    [
      'a text over several lines',
      '"name": "one\ntwo\n"',
      String.raw`"name": "one\ntwo\n"`,
      'error line-break «"one⏎two⏎"» A text has to stay on one line; a line break in it is written \\n.',
    ],
    [
      'a lone backslash',
      String.raw`"name": "C:\desk"`,
      undefined,
      String.raw`error bad-escape «\d» A backslash (\) inside a text is written twice: \\.`,
    ],
    [
      'a backslash before a single quote',
      String.raw`"name": "Ana\'s desk"`,
      '"name": "Ana\'s desk"',
      String.raw`error bad-escape «\'» No backslash (\) belongs before ' in a text. Remove the backslash.`,
    ],
    [
      'a control character in a text',
      '"name": "a\u0001b"',
      String.raw`"name": "a\u0001b"`,
      String.raw`error control-character «${'\u0001'}» A text cannot hold a control character (U+0001) as it is; it is written \u0001.`,
    ],
    [
      'a tab in a text',
      '"name": "a\tb"',
      String.raw`"name": "a\tb"`,
      String.raw`error control-character «	» A text cannot hold a tab as it is; it is written \t.`,
    ],
  ],
  values: [
    ['a number that is none', '"name": 01', undefined, `error bad-number «01» ${notANumber}`],
    [
      'the true of Python',
      '"eventsEnabled": True',
      '"eventsEnabled": true',
      'error foreign-literal «True» In JSON, True is written true.',
    ],
    [
      'the none of JavaScript',
      '"providerData": { "a": undefined }',
      '"providerData": { "a": null }',
      'error foreign-literal «undefined» In JSON, undefined is written null.',
    ],
    [
      'a value that JSON does not have',
      '"name": NaN',
      undefined,
      'error foreign-literal «NaN» JSON has no value NaN. Put another one here.',
    ],
    ['a missing value', '"name": ', undefined, 'error missing-value «:» A value is missing after this.'],
    [
      'a missing value before a comma',
      '"name": , "tags": []',
      undefined,
      'error missing-value «:» A value is missing after this.',
    ],
    [
      'a missing value before a line',
      '"name":\n "tags": []',
      undefined,
      'error missing-value «:» A value is missing after this.',
    ],
    [
      'a word before the value',
      '"tags": oops ["x"]',
      undefined,
      'error stray-text «oops» This does not belong here: the value comes after it.',
    ],
    [
      'a name alone',
      '"name"',
      undefined,
      'error missing-value «"name"» A colon (:) and a value are missing after this name.',
    ],
  ],
  separators: [
    ['a missing comma', '"tags": [] "name": "x"', '"tags": [], "name": "x"', `error missing-comma «]» ${comma}`],
    ['a missing comma in a list', '"tags": ["a" "b"]', '"tags": ["a", "b"]', `error missing-comma «"» ${comma}`],
    [
      'a missing comma before a comment',
      '"tags": [] // x\n"name": "x"',
      undefined,
      `error missing-comma «]» ${comma}`,
      `error comment «// x» ${comment}`,
    ],
    [
      'a semicolon for a comma',
      '"tags": []; "name": "x"',
      '"tags": [], "name": "x"',
      'error missing-comma «;» A comma (,) belongs here in place of this.',
    ],
    ['a trailing comma in an object', '"name": "x",', '"name": "x"', `error trailing-comma «,» ${trailing}`],
    ['a trailing comma in a list', '"tags": ["x",]', '"tags": ["x"]', `error trailing-comma «,» ${trailing}`],
    ['two commas', '"tags": [],, "name": "x"', '"tags": [], "name": "x"', `error extra-comma «,» ${extra}`],
    ['a comma before the first', '"tags": [, "x"]', '"tags": [ "x"]', `error extra-comma «,» ${extra}`],
    ['two colons', '"name":: "x"', '"name": "x"', 'error extra-colon «:» One colon (:) is enough. Remove this one.'],
    ['a missing colon', '"name" "x"', '"name": "x"', `error missing-colon «"» ${colon}`],
    [
      'an equals sign for a colon',
      '"name" = "x"',
      '"name" : "x"',
      'error missing-colon «=» A colon (:) belongs here in place of this.',
    ],
    [
      'an arrow for a colon',
      '"name" => "x"',
      '"name" : "x"',
      'error missing-colon «=>» A colon (:) belongs here in place of this.',
    ],
    ['a comment', '/* x */ "name": "x"', undefined, `error comment «/* x */» ${comment}`],
    ['a comment as in YAML', '# x\n "name": "x"', undefined, `error comment «# x» ${comment}`],
    ['a comment with curly quotes', '// say “hi”\n "name": "x"', undefined, `error comment «// say “hi”» ${comment}`],
  ],
  brackets: [
    [
      'a missing bracket of a list',
      '"tags": ["a", "name": "x"',
      '"tags": ["a"], "name": "x"',
      'error missing-bracket «"» The closing bracket (]) is missing after this.',
    ],
    [
      'a missing opening bracket of a list',
      '"tags": "a", "b"], "name": "x"',
      '"tags": ["a", "b"], "name": "x"',
      'error missing-bracket «"» The opening bracket ([) is missing before this.',
    ],
    [
      'a missing opening brace',
      '"providerData": "code": "x" }',
      '"providerData": {"code": "x" }',
      'error missing-bracket «"» The opening brace ({) is missing before this.',
    ],
    [
      'a brace that the layout misses',
      '\n  "providerData": {\n    "code": "x"\n  "name": "x"\n',
      '\n  "providerData": {\n    "code": "x"},\n  "name": "x"\n',
      'error missing-bracket «"» The closing brace (}) is missing after this.',
    ],
    [
      'brackets for braces',
      '"providerData": ["code": "x"]',
      '"providerData": {"code": "x"}',
      'error wrong-bracket «[» This is the wrong bracket: an opening brace ({) belongs here.',
      'error wrong-bracket «]» This is the wrong bracket: a closing brace (}) belongs here.',
    ],
    [
      'a wrong bracket',
      '"tags": ["a"}, "name": "x"',
      '"tags": ["a"], "name": "x"',
      'error wrong-bracket «}» This is the wrong bracket: a closing bracket (]) belongs here.',
    ],
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
    'a fenced block',
    '```json\n{ "element": { "key": "unheardof" } }\n```\n',
    undefined,
    'error surrounding-text «```json»',
    'hint unknown-element «"unheardof"»',
  ],
  [
    'a page around it',
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
  ['what nobody can know', '{ "a": 1, [ "b": 2', undefined, 'warning unknown-member «"a"»', 'error invalid-json «[»'],
  [
    'what comes before a break is still told',
    '{ "element": { "key": "helpscot" }, { = 1 }',
    undefined,
    'error unknown-element «"helpscot"»',
    'error invalid-json «{»',
  ],
];

const short = (lines: readonly string[]): string[] => lines.map((line) => line.slice(0, line.lastIndexOf('» ') + 1));

describe('faults of the JSON', () => {
  for (const [section, rows] of Object.entries(sections)) {
    describe(section, () => {
      for (const [title, members, fixed, ...problems] of rows) {
        it(title, () => {
          const whole = withMembers(members);
          assert.deepEqual(rendered(whole), problems);
          if (fixed === undefined) return;
          const after = fixedAll(whole);
          assert.equal(after, withMembers(fixed));
          assert.ok(isJson(after), after);
          assert.deepEqual(rendered(after), []);
        });
      }
    });
  }

  describe('in the whole document', () => {
    for (const [title, whole, fixed, ...problems] of documents) {
      it(title, () => {
        assert.deepEqual(short(rendered(whole)), problems);
        if (fixed !== undefined) assert.equal(fixedAll(whole), fixed);
      });
    }
  });
});
