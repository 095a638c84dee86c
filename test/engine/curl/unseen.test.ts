import assert from 'node:assert/strict';
import fc from 'fast-check';
import { curlCommand } from '../../../engine/src/curl/curlCommand';
import { shells } from '../../../common/src/shells/shells';
import { firstUnseen, inPlainSight } from '../../../engine/src/curl/unseen';
import { aDocument } from '../../kit/client/document';
import { jsonWord, secretReferences } from '../../../engine/src/curl/variables';
import { anyJson, plainText, unseenCodes } from '../../kit/unseen';

const access = { baseUrl: 'https://api.cloud-elements.com/elements/api-v2', ...secretReferences };
const escaped = (text: string) =>
  text.split('').map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

describe('an invisible character in a command', () => {
  for (const code of [...unseenCodes, 0, 7, 8, 0x1b]) {
    const character = String.fromCodePoint(code);
    const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    it(`is escaped in JSON, and reported anywhere else: ${name}`, () => {
      assert.equal(
        inPlainSight(`{"a${character}": "${character}b"}`),
        `{"a${escaped(character).join('')}": "${escaped(character).join('')}b"}`,
      );
      assert.equal(firstUnseen(`a b${character}c`), name);
      for (const shell of Object.values(shells)) {
        const unseen = { problem: 'unseen', character: name };
        assert.deepEqual(curlCommand(shell, access, { file: `in${character}stance.json` }), {
          ...unseen,
          place: 'file',
        });
        const withSecret = { ...access, userSecret: `sec${character}ret` };
        assert.deepEqual(curlCommand(shell, withSecret, { json: ['{}'] }), { ...unseen, place: 'account' });
        const withHost = { ...access, baseUrl: `https://a${character}b/elements/api-v2` };
        assert.deepEqual(curlCommand(shell, withHost, { json: ['{}'] }), { ...unseen, place: 'account' });
      }
    });
  }

  it('is not a visible one: letters of all scripts, signs, emoji and wide spaces are unchanged', () => {
    const seen = `{ "a": "é ñ 中 한 ع ไ 😀 “ ” – \u00a0 \u3000 \u0301 €" }\n`;
    assert.equal(firstUnseen(seen.trim()), undefined);
    assert.equal(inPlainSight(seen), seen);
  });

  it('is not in the whitespace of JSON either, where tabs and carriage returns are replaced', () => {
    assert.equal(inPlainSight('{\r\n\t"a": 1,\r\t"b":\t2\r\n}'), '{\n  "a": 1,\n  "b":  2\n}');
  });

  it('is in no command of any shell, whatever the JSON is, and the JSON has the same value', () => {
    fc.assert(
      fc.property(anyJson, fc.constantFrom(...Object.values(shells)), (json, shell) => {
        const text = inPlainSight(json);
        assert.deepEqual(JSON.parse(text), JSON.parse(json));
        const command = curlCommand(shell, access, { json: jsonWord(aDocument(json), new Map()) });
        if ('problem' in command) {
          assert.equal(command.problem, 'too-long');
          return;
        }
        assert.match(command.text, plainText);
        for (const code of unseenCodes) {
          if (code > 0xffff || code < 0xd800 || code > 0xdfff)
            assert.equal(command.text.includes(String.fromCodePoint(code)), false);
        }
        assert.equal(firstUnseen(command.text.replaceAll('\n', '')), undefined);
      }),
      { numRuns: 100 },
    );
  });
});
