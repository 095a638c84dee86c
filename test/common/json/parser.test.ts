import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isJson as isRequestJson, parseRequest } from '../../../server/src/request/request';
import { parse } from '../../../common/src/json/parser';
import { toValue } from '../../../common/src/json/tree';
import { isJson } from '../../kit/json';

/** Pieces that JSON is made of, and some that it is not: put together at random they are JSON now and then. */
const piece = fc.oneof(
  fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    ' ',
    '\n',
    '"',
    '"a"',
    '"b": ',
    '1',
    '-',
    '0',
    '.5',
    'e3',
    'true',
    'null',
  ),
  fc.constantFrom('\\', '\\n', '\\u12', 'x', "'", '“', '\u00a0', '//', '/*', '#', '\t', '\u0000', '{{', '}}'),
);

describe('the parser', () => {
  it('has no fault in any JSON, however it is laid out, and reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.constantFrom(undefined, 1, '\t'), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        const { root, faults } = parse(text);
        assert.deepEqual(faults, []);
        assert.equal(JSON.stringify(toValue(root)), JSON.stringify(JSON.parse(text)));
      }),
      { numRuns: 500 },
    );
  });

  it('calls JSON what JSON.parse does, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        assert.equal(isRequestJson(parseRequest(text)), isJson(text), text);
      }),
      { numRuns: 20_000 },
    );
  });

  const tricky = ['"\\ud800"', '1e999', '-0', '[1 , 2]', '"\u2028"', '{"":0}', '{"a":1,"a":2}', ' \t\r\n1', '"\u007f"'];
  for (const text of tricky) {
    it(`has no fault in ${JSON.stringify(text)}`, () => {
      assert.ok(isJson(text));
      assert.ok(isRequestJson(parseRequest(text)));
    });
  }
});
