import assert from 'node:assert/strict';
import { requests } from '../../kit/catalog';
import { strings } from '../../kit/quotes';
import { rendered } from '../../kit/problems';

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
});
