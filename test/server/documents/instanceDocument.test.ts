import assert from 'node:assert/strict';
import { openDocument } from '../../../server/src/documents/instanceDocument';
import { nodeAt, toValue } from '../../../common/src/json/tree';

const text = '{\n  "name": "desk",\n  "configuration": { "username": "a" },\n  "tags": ["one"]\n}\n';

/** The document after `typed` has taken the place of a piece of the text. */
function edited(piece: string, typed: string) {
  const before = openDocument('file:///a.instance.json', '', 1, text);
  const nodes = [nodeAt(before.parsed.root, ['configuration']), nodeAt(before.parsed.root, ['tags'])];
  const start = before.text.positionAt(text.indexOf(piece));
  const end = before.text.positionAt(text.indexOf(piece) + piece.length);
  const after = before.change([{ range: { start, end }, text: typed }], 2);
  const { root } = after.parsed;
  const kept = [nodeAt(root, ['configuration']), nodeAt(root, ['tags'])].map((node, index) => node === nodes[index]);
  return { after, kept };
}

describe('a document that is edited', () => {
  const rows: readonly (readonly [
    name: string,
    piece: string,
    typed: string,
    kept: [configuration: boolean, tags: boolean],
  ])[] = [
    ['before an object and a list', 'desk', 'the desk', [true, true]],
    ['within the object', '"a"', '"b"', [false, true]],
    ['behind the object', '"one"', '"one", "two"', [true, false]],
    ['right behind the brace of the object', '},', '} ,', [false, true]],
  ];
  for (const [name, piece, typed, expected] of rows) {
    it(`${name} is read again there, and nowhere else`, () => {
      const { after, kept } = edited(piece, typed);
      assert.deepEqual(kept, expected);
      assert.deepEqual(JSON.stringify(toValue(after.parsed.root)), JSON.stringify(JSON.parse(after.text.getText())));
    });
  }

  it('takes nothing over from where a fault is', () => {
    const before = openDocument('file:///a.instance.json', '', 1, text.replace('"a" }', '"a", }'));
    const node = nodeAt(before.parsed.root, ['configuration']);
    const position = { line: 1, character: 12 };
    const after = before.change([{ range: { start: position, end: position }, text: 'x' }], 2);
    assert.notEqual(nodeAt(after.parsed.root, ['configuration']), node);
    assert.deepEqual(
      after.parsed.faults.map(({ code }) => code),
      ['trailing-comma'],
    );
  });
});
