import assert from 'node:assert/strict';
import { openDocument } from '../../../server/src/documents/instanceDocument';
import { toValue } from '../../../common/src/json/tree';

const text = '{\n  "name": "desk",\n  "configuration": { "username": "a" },\n  "tags": ["one"]\n}\n';
const start = { line: 1, character: 11 };
const end = { line: 1, character: 15 };

describe('a document that is edited', () => {
  // Some editors say where a range ends before they say where it begins.
  for (const range of [
    { start, end },
    { start: end, end: start },
  ]) {
    it(`from ${range.start.character} to ${range.end.character} says what its text says`, () => {
      const before = openDocument('file:///a.instance.json', '', 1, text);
      const { parsed } = before;
      const after = before.change([{ range, text: 'table' }], 2);
      assert.equal(after.text.getText(), text.replace('desk', 'table'));
      assert.equal(JSON.stringify(toValue(after.parsed.root)), JSON.stringify(JSON.parse(after.text.getText())));
      assert.equal(JSON.stringify(toValue(parsed.root)), JSON.stringify(JSON.parse(text)), 'the one before as it was');
      assert.equal(after.parsed, after.parsed, 'it is read once');
    });
  }

  it('has the faults of its text, also where they were before', () => {
    const before = openDocument('file:///a.instance.json', '', 1, text.replace('"a" }', '"a", }'));
    assert.equal(before.parsed.faults.length, 1);
    const after = before.change([{ range: { start, end: start }, text: 'x' }], 2);
    assert.deepEqual(
      after.parsed.faults.map(({ code }) => code),
      ['trailing-comma'],
    );
  });
});
