import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shells, shellsFor, type ShellId } from '../../../common/src/shells/shells';
import type { QuoteProblem, Word } from '../../../common/src/shells/word';
import { passArgument, readPowerShell, splitArguments, throughCmd } from '../../kit/client/windowsRules';

const a = { variable: 'A' };

/** A word, and how each shell spells it, or why it does not. */
const table: [what: string, word: Word, spelled: Record<ShellId, string | { problem: QuoteProblem }>][] = [
  ['nothing', [''], { posix: "''", powershell: `'""'`, cmd: '""' }],
  ['spaces', ['a b'], { posix: "'a b'", powershell: "'a b'", cmd: '"a b"' }],
  ['single quotes', ["it's"], { posix: String.raw`'it'\''s'`, powershell: "'it''s'", cmd: `"it's"` }],
  [
    'double quotes',
    ['{"a": "b c"}'],
    {
      posix: `'{"a": "b c"}'`,
      powershell: String.raw`'{\"a\": \"b c\"}'`,
      cmd: String.raw`"{\"a\": \"b c\"}"`,
    },
  ],
  [
    'what is special to cmd, in its quotes and outside of them',
    ['a&b"c&d!(e)^<f>|"'],
    {
      posix: `'a&b"c&d!(e)^<f>|"'`,
      powershell: String.raw`'a&b\"c&d!(e)^<f>|\"'`,
      cmd: String.raw`"a&b\"c^&d^!^(e^)^^^<f^>^|\""`,
    },
  ],
  [
    'percent signs',
    ['100%PATH% %"%%'],
    { posix: `'100%PATH% %"%%'`, powershell: String.raw`'100%PATH% %\"%%'`, cmd: String.raw`^"100%^PATH%^ %^\^"%^%^"` },
  ],
  ['exclamation marks', ['a!b'], { posix: "'a!b'", powershell: "'a!b'", cmd: '"a!b"' }],
  [
    'backslashes, doubled only before a quote of Windows',
    [String.raw`\a\\"b`],
    {
      posix: String.raw`'\a\\"b'`,
      powershell: String.raw`'\a\\\\\"b'`,
      cmd: String.raw`"\a\\\\\"b^"`,
    },
  ],
  [
    'a backslash at the end',
    ['a\\'],
    { posix: String.raw`'a\'`, powershell: String.raw`'a\'`, cmd: String.raw`"a\\"` },
  ],
  [
    'a backslash at the end, after a space',
    ['a b\\'],
    { posix: String.raw`'a b\'`, powershell: { problem: 'backslash-at-end' }, cmd: String.raw`"a b\\"` },
  ],
  [
    'a space in quotes alone',
    ['{"a":"b c"}'],
    {
      posix: `'{"a":"b c"}'`,
      powershell: { problem: 'space-in-quotes' },
      cmd: String.raw`"{\"a\":\"b c\"}"`,
    },
  ],
  ['dollars and backticks', ['$A `b`'], { posix: "'$A `b`'", powershell: "'$A `b`'", cmd: '"$A `b`"' }],
  ['line breaks', ['a\r\nb\n'], { posix: "'a\r\nb\n'", powershell: "'a\r\nb\n'", cmd: { problem: 'line-break' } }],
  ['a NUL', ['a\0'], { posix: { problem: 'nul' }, powershell: { problem: 'nul' }, cmd: { problem: 'nul' } }],
  ['other alphabets', ['é😀中'], { posix: "'é😀中'", powershell: "'é😀中'", cmd: '"é😀中"' }],
  [
    'curly quotes, which are quotes to PowerShell',
    ['‘a’ “b”'],
    { posix: "'‘a’ “b”'", powershell: "'‘‘a’’ “b”'", cmd: '"‘a’ “b”"' },
  ],
  ['a file', ['@my file.json'], { posix: "'@my file.json'", powershell: "'@my file.json'", cmd: '"@my file.json"' }],
  [
    'variables in plain text',
    ['User ', a, ', Organization ', a],
    {
      posix: '"User $A, Organization $A"',
      powershell: '"User $env:A, Organization $env:A"',
      cmd: '"User %A%, Organization %A%"',
    },
  ],
  [
    'a variable before what could belong to its name',
    [a, ':b', a, '[0]', a, 'c'],
    { posix: '"${A}:b${A}[0]${A}c"', powershell: '"${env:A}:b${env:A}[0]${env:A}c"', cmd: '"%A%:b%A%[0]%A%c"' },
  ],
  [
    'variables in JSON',
    ['{"a": "', a, '", "b": "x'],
    {
      posix: `'{"a": "'"\${A}"'", "b": "x'`,
      powershell: '"{\\`"a\\`": \\`"${env:A}\\`", \\`"b\\`": \\`"x"',
      cmd: String.raw`"{\"a\^": \"%A%\", \"b\": \"x"`,
    },
  ],
  [
    'a variable beside what is special in double quotes',
    ['$x`“', a, '!'],
    { posix: "'$x`“'\"${A}\"'!'", powershell: '"`$x```“${env:A}!"', cmd: '"$x`“%A%!"' },
  ],
];

describe('quoting a word', () => {
  for (const [what, word, spelled] of table) {
    for (const id of ['posix', 'powershell', 'cmd'] as const) {
      it(`${id}: ${what}`, () => {
        const expected = spelled[id];
        assert.deepEqual(shells[id].quote(word), typeof expected === 'string' ? { text: expected } : expected);
      });
    }
  }

  it('names a variable of PowerShell in braces where its name needs them', () => {
    assert.deepEqual(shells.powershell.quote([{ variable: 'A.B' }]), { text: '"${env:A.B}"' });
  });

  it('offers the shell of the system first', () => {
    assert.deepEqual(
      ['linux', 'darwin', 'win32'].map((platform) => shellsFor(platform)[0]?.id),
      ['posix', 'posix', 'powershell'],
    );
  });

  const environment = { A: "p&s<w>^|()!é 'x", PATH: 'found' };
  const special = fc.constantFrom(
    ...`"'\\%^&|<>()!\`$ \t,;=:~@é😀“”‘’{}[]*?#-/AbPATH`.split(''),
    '%PATH%',
    '%A:b=c%',
    '\\"',
  );
  const piece = fc.oneof(
    { weight: 4, arbitrary: fc.string({ unit: special }) },
    { weight: 1, arbitrary: fc.constant(a) },
  );
  const words = fc.array(piece, { maxLength: 5 });
  const valueOf = (word: Word, value = environment.A) =>
    word.map((part) => (typeof part === 'string' ? part : value)).join('');
  it('brings any text through the prompt of cmd, and any value that it can put into quotes', () => {
    let count = 0;
    fc.assert(
      fc.property(words, (word) => {
        const quoted = shells.cmd.quote(word);
        assert.ok('text' in quoted);
        // A percent sign beside a variable, or two variables with a quote between them, leave a value to cmd: such a value
        // may have nothing special.
        const strings = word.map((part) => (typeof part === 'string' ? part : '\0')).join('');
        const isSafe = !/%/.test(strings) && !/\0[^"]*"[^"]*\0/.test(strings);
        const value = isSafe ? environment.A : 'plain';
        count += isSafe && strings.includes('\0') ? 1 : 0;
        const passed = throughCmd(`x ${quoted.text} y`, { ...environment, A: value });
        assert.deepEqual(splitArguments(passed), ['x', valueOf(word, value), 'y']);
      }),
      { numRuns: 2000 },
    );
    assert.ok(count > 50);
  });

  it('brings any text through PowerShell 5.1 and 7 alike, or refuses it', () => {
    let count = 0;
    fc.assert(
      fc.property(words, (word) => {
        const quoted = shells.powershell.quote(word);
        if ('problem' in quoted) return;
        count += 1;
        // A value with a space may change who puts quotes around the word: see the next test.
        const value = 'plain';
        const passed = readPowerShell(quoted.text, { ...environment, A: value });
        for (const version of [5, 7] as const) {
          const line = `x ${passArgument(passed, version)} y`;
          assert.deepEqual(splitArguments(line), ['x', valueOf(word, value), 'y'], `${version}: ${quoted.text}`);
        }
      }),
      { numRuns: 2000 },
    );
    assert.ok(count > 1000);
  });

  const { json } = fc.letrec((tie) => ({
    json: fc.dictionary(fc.string({ unit: special }), tie('value'), { maxKeys: 4 }),
    value: fc.oneof({ depthSize: 'small' }, fc.string({ unit: special }), fc.double(), fc.boolean(), tie('json')),
  }));
  const laidOut = fc.tuple(json, fc.constantFrom(undefined, 2, '\t'));

  it('brings any JSON through both of them, as the same JSON, and changes none for a POSIX shell', () => {
    fc.assert(
      fc.property(laidOut, ([value, space]) => {
        const text = JSON.stringify(value, undefined, space);
        assert.deepEqual(shells.posix.fit([text]), [text]);
        for (const id of ['powershell', 'cmd'] as const) {
          const { fit, quote } = shells[id];
          const quoted = quote(fit([text]));
          assert.ok('text' in quoted, id);
          const lines =
            id === 'cmd'
              ? [throughCmd(quoted.text, environment)]
              : ([5, 7] as const).map((version) => passArgument(readPowerShell(quoted.text, environment), version));
          for (const line of lines) {
            const [only = '', ...others] = splitArguments(line);
            assert.deepEqual([JSON.parse(only), others], [JSON.parse(text), []], id);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('passes values with spaces through PowerShell, in JSON with and without spaces', () => {
    const value = 'two words & more';
    for (const text of ['{"a":"', '{"a b":"', '{ "a":"', '{\n  "a": "']) {
      const quoted = shells.powershell.quote(shells.powershell.fit([text, a, '"}']));
      assert.ok('text' in quoted);
      const passed = readPowerShell(quoted.text, { A: value });
      for (const version of [5, 7] as const) {
        const [only = '', ...others] = splitArguments(passArgument(passed, version));
        assert.deepEqual([JSON.parse(only), others], [JSON.parse(`${text}${value}"}`), []], text);
      }
    }
  });
});
