import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { readCurl } from '../../../server/src/curl/readCurl';
import { catalog } from '../../kit/catalog';
import { address, authorization, contentType, curlFixed, curlInShort } from '../../kit/curl';

/** What fix-all does to commands that their shell reads rightly, whatever quoting they have: nothing. */

const call = `curl -X POST ${address} ${authorization} ${contentType}`;
const body = { element: { key: 'typeform' }, configuration: { 'api.key': '$KEY' }, name: 'Jane\'s a!b \\ "desk"' };
const json = JSON.stringify(body);
const cmdCall = `curl ^"${address}^" ^\n  -H ^"content-type: application/json^" ^\n  -H ^"authorization: User %U%, Organization %O%^" ^\n`;

/** The words that bash passes to each cURL command of a script. cURL is a function there, so nothing is sent. */
function words(script: string): string[][] {
  const fake = `curl() { printf '%s\\0' "$@"; printf '\\1\\0'; }; U=user O=organization KEY='k "e" y'\n`;
  const { PATH = '' } = process.env;
  const printed = execFileSync('bash', ['-s'], { input: fake + script, encoding: 'utf8', env: { PATH } });
  const calls = printed.split('\0\u0001\0').slice(0, -1);
  return calls.map((one) => one.split('\0'));
}

const ansi = (text: string): string =>
  `$'${text.replaceAll(/[\\']/g, '\\$&').replaceAll('!', '\\u0021').replaceAll('\n', '\\n')}'`;
const single = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
const double = (text: string): string => `"${text.replaceAll(/["\\$`]/g, '\\$&')}"`;
const bare = (text: string): string => text.replaceAll(/[^\w\n]/g, '\\$&').replaceAll('\n', "'\n'");
const document = (text: string): string => `"$(cat <<'EOF'\n${text}\nEOF\n)"`;
const printed = (text: string): string => `"$(printf '%s' ${single(text)})"`;
const nested = (text: string): string => `"$(printf '%s' "$(printf '%s' ${double(text)})")"`;

const ways: Readonly<Record<string, (text: string) => string>> = {
  'single quotes': single,
  'double quotes': double,
  "$'…'": ansi,
  'backslashes alone': bare,
  'a here-document': document,
  'the outcome of a command': printed,
  'the outcome of a command within one': nested,
};

describe('fix-all and commands that their shell reads rightly', () => {
  for (const [name, write] of Object.entries(ways)) {
    it(`the JSON in ${name}: no error, nothing is changed, and bash passes the JSON`, () => {
      const script = `${call} --data-raw ${write(json)} --compressed\necho done\n`;
      assert.deepEqual(
        curlInShort(script).filter((line) => line.startsWith('error')),
        [],
      );
      assert.equal(curlFixed(script), script);
      assert.ok(words(script)[0]?.includes(json), words(script).join('\n'));
    });
  }

  it('bash passes the same words after fix-all, for any text in any quoting', () => {
    const texts = fc.array(
      fc.constantFrom(...Array.from(`ab '"\\$!{}[]():,#;&|<>*?~-=%`), 'é', '\\n', '\\"', '$(', '${'),
      {
        maxLength: 12,
      },
    );
    const word = fc
      .record({ text: texts.map((some) => some.join('')), way: fc.constantFrom(...Object.values(ways)) })
      .map(({ text, way }) => way(JSON.stringify({ element: { key: 'typeform' }, name: text })));
    const scripts = fc
      .record({ data: word, other: word, order: fc.boolean() })
      .map(({ data, other, order }) =>
        order ? `${call} --data-raw ${data} -A ${other}\n` : `${call} \\\n  -A ${other} \\\n  --data-raw ${data}\n`,
      );
    const samples = fc.sample(scripts, { numRuns: 200, seed: 5 });
    const fixed = samples.map((script) => curlFixed(script));
    const [before, after] = [words(samples.join('')), words(fixed.join(''))];
    assert.equal(before.length, samples.length);
    for (const [index, script] of samples.entries()) assert.deepEqual(after[index], before[index], script);
  });

  const others: readonly (readonly [name: string, languageId: string, text: string])[] = [
    [
      'JSON with a backslash before each quote, in PowerShell',
      'powershell',
      `curl.exe ${address} -H "Authorization: User $env:U, Organization $env:O" -d '{\\"element\\": {\\"key\\": \\"typeform\\"}, \\"name\\": \\"a b\\"}'\n`,
    ],
    [
      'the same in double quotes',
      'powershell',
      `curl.exe ${address} -d "{\\"element\\": {\\"key\\": \\"typeform\\"}}"\n`,
    ],
    [
      'carets before all that cmd knows',
      'bat',
      `${cmdCall}  --data-raw ^"^{^\\^"element^\\^":^{^\\^"key^\\^":^\\^"typeform^\\^"^}^}^"\n`,
    ],
    [
      'doubled quotes in cmd',
      'bat',
      `curl "${address}" -H "Authorization: User %U%, Organization %O%" -H "Content-Type: application/json" -d "{""element"":{""key"":""typeform""},""configuration"":{""api.key"":""%KEY%""}}"\n`,
    ],
  ];
  for (const [name, languageId, text] of others) {
    it(`${name}: no error, and nothing is changed`, () => {
      assert.deepEqual(
        curlInShort(text, languageId).filter((line) => !line.startsWith('hint')),
        [],
      );
      assert.equal(curlFixed(text, languageId), text);
    });
  }
});

describe('fix all and ambiguous commands', () => {
  const rows: readonly (readonly [name: string, text: string])[] = [
    ['a space after a backslash, and another one', `curl ${address} \\\n  ${authorization} \\ \\\n  ${contentType}\n`],
    ['a comment after a backslash', `curl ${address} \\\n  ${authorization} \\ # mine\n  ${contentType}\n`],
    ['lines that were joined', `curl -X POST \\ ${address} \\ ${authorization} \\ -d @instance.json\n`],
    ['a quote that is missing before others', `curl '${address} --header 'Authorization: User a=, Organization b'\n`],
    [
      'JSON in single quotes, with backslashes',
      `${call} -d '{\\"element\\":{\\"key\\":\\"typeform\\"},\\"name\\":\\"x\\"}'\n`,
    ],
    [
      'a backslash at the end of each line of JSON',
      `${call} -d '{ \\ \n "element": { \\ \n "key": "typeform" \\ \n }, \\ \n "name": "x" \\ \n}'\n`,
    ],
    ['a here-document that is never closed', `${call} -d "$(cat <<'EOF'\n{ "name": "x" }\n`],
  ];
  for (const [name, text] of rows) {
    it(`${name}: nothing is changed`, () => {
      assert.equal(curlFixed(text), text);
    });
  }
});

describe('Create from cURL and quoting', () => {
  for (const [name, write] of Object.entries(ways)) {
    const isUnknown = ['document', 'printed', 'nested'].includes(write.name);
    it(`the JSON in ${name}: ${isUnknown ? 'no JSON is made up' : 'the JSON that bash passes'}`, () => {
      const read = readCurl(`${call} --data-raw ${write(json)}`, catalog);
      assert.equal(read?.body, isUnknown ? undefined : json);
    });
  }

  it("what a browser copies for cmd, and what is written for PowerShell, gives the program's JSON", () => {
    const inCmd = `${cmdCall}  --data-raw ^"^{^\\^"name^\\^":^\\^"50^%^ a^\\^"^}^"`;
    assert.equal(readCurl(inCmd, catalog)?.body, '{"name":"50% a"}');
    const inPowerShell = `curl.exe ${address} \`\n  -d '{\\"name\\": \\"a b\\"}'`;
    assert.equal(readCurl(inPowerShell, catalog)?.body, '{"name": "a b"}');
  });
});
