import assert from 'node:assert/strict';
import { parseRequest } from '../../server/src/core/parse';
import { requests } from '../kit/catalog';
import { strings } from '../kit/quotes';
import { rendered } from '../kit/problems';

describe('breaks of the JSON', () => {
  describe('one character left out of a request gives one error', () => {
    for (const { key, text } of requests) {
      it(key, () => {
        for (const whole of [text, JSON.stringify(JSON.parse(text)), text.replaceAll('\n', '\r\n')]) {
          const outline = whole.replaceAll(strings, (string) => `"${' '.repeat(string.length - 2)}"`);
          for (const { index } of outline.matchAll(/["{}[\],:]/g)) {
            const broken = whole.slice(0, index) + whole.slice(index + 1);
            const found = rendered(broken);
            assert.equal(found.length, 1, `${whole.slice(0, index)}⟨${whole.charAt(index)}⟩: ${found.join('\n')}`);
            assert.match(found.join(), /^error/);
          }
        }
      });
    }
  });

  it('the parser names what it stumbles over by the numbers we know', () => {
    const faults = (text: string): string[] => parseRequest(text).faults.map(({ kind }) => kind);
    const table: readonly (readonly [string, string])[] = [
      ['{"a":1 "b":2}', 'comma-expected'],
      ['{"a":1,}', 'trailing-comma'],
      ['{"a" 1}', 'colon-expected'],
      ['{"a":}', 'value-expected'],
      ['{,}', 'property-expected'],
      ['{a:1}', 'key-not-quoted'],
      ['"a', 'unclosed-string'],
      ['{', 'unclosed-object'],
      ['[', 'unclosed-array'],
      [String.raw`"\q"`, 'bad-escape'],
      [String.raw`"\u12"`, 'bad-escape'],
      ['"\t"', 'control-character'],
      ['1 // x', 'comment'],
      ['{"a":1,"a":2}', 'duplicate-key'],
    ];
    for (const [text, kind] of table) assert.ok(faults(text).includes(kind), `${text}: ${faults(text).join()}`);
  });
});
