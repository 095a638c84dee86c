import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { readWord } from '../../../server/src/curl/readWords';
import { encode, markOf, type Family, type Shell } from '../../../server/src/curl/shellRules';

const quote = (text: string, family: Family, shell: Shell): string =>
  markOf(family, shell) + encode(text, family, shell) + markOf(family, shell);

/** What a reader of the shell makes of a word; the beginning of JSON lets it go on over lines. */
const read = (text: string, shell: Shell): string =>
  readWord({ text, shell, end: text.length, stop: text.length }, 0).value;

const characters = fc.oneof(
  fc.constantFrom(...Array.from('\'"\\$`!%^&|<>(){}[] \n#~*?=:,.-abcé“”‘’😀')),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }).filter((one) => one !== '\0'),
);
const texts = fc.array(characters, { maxLength: 30 }).map((some) => `{${some.join('')}}`);

describe('quoting', () => {
  for (const family of ['single', 'double'] as const) {
    it(`in ${family} quotes gives any text back in a real bash, and in the reader`, () => {
      const samples = fc.sample(texts, { numRuns: 400, seed: 11 });
      const words = samples.map((text) => quote(text, family, 'posix'));
      const script = `printf '%s\\0' ${words.join(' ')}`;
      const given = execFileSync('bash', ['-s'], { input: script, encoding: 'utf8' }).split('\0').slice(0, -1);
      assert.deepEqual(given, samples);
      for (const [index, word] of words.entries()) assert.equal(read(word, 'posix'), samples[index]);
    });

    it(`in ${family} quotes of PowerShell gives any text back in the reader`, () => {
      for (const text of fc.sample(texts, { numRuns: 400, seed: 12 })) {
        assert.equal(read(quote(text, family, 'powershell'), 'powershell'), text);
      }
    });
  }

  // PowerShell: about_Quoting_Rules. cmd: how the C runtime of Windows parses arguments.
  for (const [shell, family, text, written] of [
    ['powershell', 'single', "it's", "'it''s'"],
    ['powershell', 'double', 'a "b" $c `d', '"a `"b`" `$c ``d"'],
    ['cmd', 'double', 'a "b" \\"c" 50%', '"a \\"b\\" \\\\\\"c\\" 50%%"'],
  ] as const) {
    it(`in ${shell} is ${written} for ${text}`, () => {
      assert.equal(quote(text, family, shell), written);
    });
  }
});
