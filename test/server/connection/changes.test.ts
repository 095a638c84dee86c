import assert from 'node:assert/strict';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol';
import { requestFor, schemas } from '../../kit/catalog';
import { startInProcess, type TestClient } from '../../kit/client';
import { applyChanges, at } from '../../kit/textEdits';
import { assertSameAnswers } from '../../kit/sameAnswers';

const uri = 'file:///d.instance.json';
const desk = requestFor('helpscout');

describe('a document over the protocol, changed', () => {
  let client: TestClient;
  const change = (contentChanges: readonly TextDocumentContentChangeEvent[], version = 2): Promise<void> =>
    client.connection.sendNotification('textDocument/didChange', { contentChanges, textDocument: { uri, version } });

  beforeEach(async () => {
    client = startInProcess(schemas);
    await client.initialize({ textDocument: { diagnostic: {} } });
  });
  afterEach(() => {
    client.dispose();
  });

  const table: readonly (readonly [name: string, ...changes: TextDocumentContentChangeEvent[]])[] = [
    ['from the first line to the last', at(0, 0, 0, 0, '\n\n'), at(3, 0, 3, 0, '  '), at(4, 2, 4, 2, ' ')],
    ['from the last line to the first', at(4, 2, 4, 2, ' '), at(3, 0, 3, 0, '  '), at(0, 0, 0, 0, '\n\n')],
    [
      'where the change before has put something',
      at(1, 0, 1, 0, '"x": 1,\n'),
      at(1, 5, 1, 6, '[\n]'),
      at(2, 1, 2, 1, ' '),
    ],
    ['line after line to nothing', ...Array.from({ length: 20 }, () => at(0, 0, 1, 0, ''))],
    ['to nothing and back', at(0, 0, 99, 0, ''), at(0, 0, 0, 0, desk)],
    ['as a whole', { text: '{ "name":\n7 }' }],
    ['as a whole between two ranges', at(0, 0, 2, 0, ''), { text: '{\n}' }, at(0, 1, 0, 1, ' "name": "x"')],
    ['by a range backwards', at(2, 3, 1, 0, '"a": 1')],
    ['by a range backwards on a line', at(1, 9, 1, 2, 'x')],
    ['past the end of a line', at(1, 999, 1, 9999, ' // x')],
    ['past the last line', at(999, 0, 999, 5, '\n// x\n')],
    ['from within to past the last line', at(1, 0, 999, 0, '}')],
    ['with CR put before LF', at(0, 1, 0, 1, '\r'), at(1, 0, 1, 0, ' ')],
    ['with line ends of every kind', at(0, 1, 0, 1, '\r\r\n\n\r'), at(3, 0, 3, 0, ' '), at(2, 0, 4, 0, '\n')],
    ['within a surrogate pair', at(1, 0, 1, 0, '"😀": 1,'), at(1, 2, 1, 2, 'x'), at(1, 3, 1, 4, '')],
    ['by nothing'],
  ];
  for (const [name, ...changes] of table) {
    it(name, async () => {
      await client.open(uri, desk);
      await change(changes);
      await assertSameAnswers(client, uri, applyChanges(desk, changes));
    });
  }

  it('by one change per message, as by all of them in one', async () => {
    const changes = table.flatMap(([, ...some]) => some);
    await client.open(uri, desk);
    for (const one of changes) await change([one]);
    await assertSameAnswers(client, uri, applyChanges(desk, changes));
  });

  it('with versions that repeat, decrease or are missing: in the order of the messages', async () => {
    await client.open(uri, '{}');
    for (const version of [2, 2, 1, 0, -7, 2 ** 40]) await change([at(0, 1, 0, 1, `"v${version}": 1,`)], version);
    const names = (
      await client.connection.sendRequest<{ name: string }[]>('textDocument/documentSymbol', { textDocument: { uri } })
    ).map(({ name }) => name);
    assert.deepEqual(names, [`v${2 ** 40}`, 'v-7', 'v0', 'v1', 'v2', 'v2']);
  });

  it('by an invalid change: the text stays, and the next change is applied', async () => {
    await client.open(uri, '{ "a": 1 }');
    for (const wrong of [{}, null, { range: null, text: 'x' }, { range: {}, text: 'x' }, { text: 7 }, 'x']) {
      await change([wrong as unknown as TextDocumentContentChangeEvent]);
    }
    await client.connection.sendNotification('textDocument/didChange', {
      contentChanges: [at(0, 3, 0, 4, 'z')],
      textDocument: { uri },
    });
    await change([at(0, 3, 0, 4, 'b')]);
    await assertSameAnswers(client, uri, '{ "b": 1 }');
  });
});
