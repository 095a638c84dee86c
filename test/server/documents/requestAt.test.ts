import assert from 'node:assert/strict';
import { openDocument } from '../../../server/src/documents/instanceDocument';
import { openScript } from '../../../server/src/documents/scriptDocument';
import type { ServedDocument } from '../../../server/src/documents/servedDocument';
import { complete } from '../../../server/src/features/completion';
import { nodeAt, rangeOf } from '../../../common/src/json/tree';
import { catalog } from '../../kit/catalog';
import { address } from '../../kit/curl';

const request = '{ "element": { "key": "helpscout" }, "name": "it is a desk" }';

const rows: readonly (readonly [name: string, document: ServedDocument, written: string])[] = [
  ['a file that is one', openDocument('file:///a.instance.json', '', 1, request), '"it is a desk"'],
  ['a command', openScript('file:///a.sh', 'shellscript', 1, `curl ${address} -d '${request}'`), '"it is a desk"'],
  [
    'a command that escapes',
    openScript('file:///a.sh', 'shellscript', 1, `echo\ncurl ${address} -d "${request.replaceAll('"', '\\"')}"`),
    '\\"it is a desk\\"',
  ],
];

describe('the request at a place of a document', () => {
  for (const [name, document, written] of rows) {
    it(`is found in ${name}, with the way there and back`, () => {
      const text = document.text.getText();
      const at = text.indexOf('desk');
      const found = document.requestAt(at);
      assert.equal(found?.parsed.text, request);
      assert.equal(found.offset, request.indexOf('desk'));
      const node = nodeAt(found.parsed.root, ['name']);
      assert.ok(node);
      const { start, end } = found.toDocument(rangeOf(node));
      assert.equal(text.slice(start, end), written);
      assert.equal(found.encode('"it is a desk"'), written);
    });
  }

  it('is all of a file that is one, and nothing of a script', () => {
    assert.deepEqual(
      rows.map(([, document]) => document.request === document),
      [true, false, false],
    );
  });

  it('is nowhere but in what a command sends', () => {
    for (const [, script] of rows.slice(1))
      assert.equal(script.requestAt(script.text.getText().indexOf('-d')), undefined);
  });

  it('is completed with snippets only where nothing has to be escaped', () => {
    for (const [, document] of rows) {
      const position = document.text.positionAt(document.text.getText().indexOf('scout'));
      const { itemDefaults, items } = complete(document, catalog, position, { snippets: true, listDefaults: true });
      assert.ok(items.length > 0);
      assert.equal(itemDefaults !== undefined, document.request !== undefined);
      assert.ok(items.every(({ textEdit }) => (textEdit === undefined) === (document.request !== undefined)));
    }
  });
});
