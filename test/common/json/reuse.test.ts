import assert from 'node:assert/strict';
import { parse } from '../../../common/src/json/parser';
import { createReuse } from '../../../common/src/json/reuse';

const text = '{\n  "name": "desk",\n  "configuration": { "username": "a" },\n  "tags": ["one"]\n}\n';

describe('a text that is edited', () => {
  const rows: readonly (readonly [
    name: string,
    piece: string,
    typed: string,
    kept: [configuration: boolean, tags: boolean],
  ])[] = [
    ['before an object and a list', 'desk', 'the desk', [true, true]],
    ['within the object', '"a"', '"b"', [false, true]],
    ['after the object', '"one"', '"one", "two"', [true, false]],
    ['right after the brace of the object', '},', '} ,', [false, true]],
  ];
  for (const [name, piece, typed, kept] of rows) {
    it(`${name} is parsed again there, and nowhere else`, () => {
      const start = text.indexOf(piece);
      const end = start + piece.length;
      const after = text.slice(0, start) + typed + text.slice(end);
      const edit = { start, end, length: typed.length };
      const before = parse(text);
      const reuse = createReuse(before, edit);
      const found = [after.indexOf('{', 1), after.indexOf('[')].map((at) => reuse?.(at, 1, undefined) !== undefined);
      assert.deepEqual(found, kept);
      assert.deepEqual(parse(after, { syntax: before, edit }), parse(after), 'the tree is that of the text');
      assert.deepEqual(before, parse(text), 'the tree before is as it was');
    });
  }

  it('reuses nothing that contains a fault', () => {
    const faulty = text.replace('"a" }', '"a", }');
    const reuse = createReuse(parse(faulty), { start: 0, end: 0, length: 0 });
    assert.equal(reuse?.(faulty.indexOf('{', 1), 1, undefined), undefined);
    assert.ok(reuse?.(faulty.indexOf('['), 1, undefined));
  });
});
