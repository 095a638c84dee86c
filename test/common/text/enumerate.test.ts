import assert from 'node:assert/strict';
import { allOf, oneOf } from '../../../common/src/text/enumerate';

describe('names in a sentence', () => {
  const rows: readonly (readonly [names: readonly string[], sentence: string])[] = [
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a or b'],
    [['a', 'b', 'c'], 'a, b or c'],
  ];
  for (const [names, sentence] of rows) {
    it(`${names.length} of them: ${JSON.stringify(sentence)}`, () => {
      assert.equal(oneOf(names), sentence);
      assert.equal(allOf(names), sentence.replace(' or ', ' and '));
    });
  }
});
