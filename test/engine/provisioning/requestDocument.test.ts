import assert from 'node:assert/strict';
import { readDocument } from '../../../engine/src/provisioning/request/requestDocument';

describe('request', () => {
  it('is the exact text of the document', () => {
    const text = '{\r\n\t"element": { "key": "exampledesk" },\r\n  "n": 1.50, "big": 12345678901234567890 }\r\n\r\n';
    const request = readDocument(text);
    assert.ok(typeof request === 'object');
    const { elementKey, name, written } = request;
    assert.deepEqual([request.text, elementKey, name, written.text], [text, 'exampledesk', undefined, text]);
  });

  it('leaves out $schema, but only at the root', () => {
    const rest = '"element":{"key":"exampledesk"},"configuration":{"$schema":"kept", "n":1.50},"name":"desk"}';
    const text = `{"$schema":"./x.json",${rest}`;
    const request = readDocument(text);
    assert.ok(typeof request === 'object');
    assert.deepEqual([request.text, request.name, request.written.text], [`{${rest}`, 'desk', text]);
  });

  const unsendable: Record<string, string> = {
    '': 'not-json',
    '{': 'not-json',
    '{“element”: 1}': 'not-json',
    '[]': 'not-json',
    null: 'not-json',
    '{}': 'no-element',
    '{"element":{}}': 'no-element',
    '{"element":{"key":""}}': 'no-element',
    '{"element":{"key":7}}': 'no-element',
    '{"element":"exampledesk"}': 'no-element',
  };
  for (const [text, reason] of Object.entries(unsendable)) {
    it(`cannot be read from ${JSON.stringify(text)}: ${reason}`, () => {
      assert.equal(readDocument(text), reason);
    });
  }
});
