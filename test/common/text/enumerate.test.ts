import assert from 'node:assert/strict';
import { enumerate } from '../../../common/src/text/enumerate';

describe('names in a sentence', () => {
  const rows: readonly (readonly [names: readonly string[], sentence: string])[] = [
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a or b'],
    [['a', 'b', 'c'], 'a, b or c'],
  ];
  for (const [names, sentence] of rows) {
    it(`${names.length} of them: ${JSON.stringify(sentence)}`, () => {
      assert.equal(enumerate(names, 'or'), sentence);
    });
  }
});
