import assert from 'node:assert/strict';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol';
import { requestFor, schemas } from '../../kit/catalog';
import { startInProcess, type TestClient } from '../../kit/client';
import { applyChanges, at } from '../../kit/textEdits';
import { assertSameAnswers } from '../../kit/sameAnswers';

const uri = 'file:///d.instance.json';
const pulling = { textDocument: { diagnostic: {} } };
const desk = requestFor('helpscout');

describe('documents over the protocol', () => {
  let client: TestClient;
  const ask = <Answer>(method: string, params: object = {}, document = uri): Promise<Answer> =>
    client.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: document }, ...params });
  const notify = (method: string, params: object, document = uri): Promise<void> =>
    client.connection.sendNotification(`textDocument/${method}`, {
      textDocument: { uri: document, version: 1 },
      ...params,
    });
  const change = (contentChanges: readonly TextDocumentContentChangeEvent[], version = 2): Promise<void> =>
    notify('didChange', { contentChanges, textDocument: { uri, version } });

  beforeEach(async () => {
    client = startInProcess(schemas);
    await client.initialize(pulling);
  });
  afterEach(() => {
    client.dispose();
  });

  it('never opened: changing and closing it has no effect', async () => {
    await change([{ text: desk }]);
    await notify('didClose', {});
    assert.deepEqual(await ask('documentSymbol'), []);
    await client.open(uri, desk);
    await assertSameAnswers(client, uri, desk);
  });

  it('opened twice: the later text counts', async () => {
    await client.open(uri, '{ "a": 1 }');
    await client.open(uri, desk);
    await assertSameAnswers(client, uri, desk);
    await notify('didClose', {});
    assert.deepEqual(await ask('documentSymbol'), []);
  });

  it('closed twice, and opened again', async () => {
    await client.open(uri, desk);
    for (let times = 0; times < 2; times++) await notify('didClose', {});
    await client.open(uri, '{ "a": 1 }');
    await assertSameAnswers(client, uri, '{ "a": 1 }');
  });

  it('opened with invalid URIs: each is a document', async () => {
    for (const [index, name] of [
      '',
      'x',
      'untitled:Untitled-1',
      '__proto__',
      'file:///%',
      'http://[',
      '\u0000',
    ].entries()) {
      await client.open(name, `{ "n${index}": 1 }`);
      const symbols = await ask<{ name: string }[]>('documentSymbol', {}, name);
      assert.equal(symbols[0]?.name, `n${index}`);
    }
  });

  it('closed while requests are pending: each is answered', async () => {
    await client.open(uri, desk);
    const position = { line: 1, character: 5 };
    const range = { start: position, end: position };
    const asked = [
      ask('diagnostic'),
      ask('hover', { position }),
      ask('completion', { position }),
      ask('documentSymbol'),
      ask('foldingRange'),
      ask('selectionRange', { positions: [position] }),
      ask('formatting', { options: { tabSize: 2, insertSpaces: true } }),
      ask('codeAction', { range, context: { diagnostics: [], only: ['quickfix', 'source.fixAll'] } }),
    ];
    await notify('didClose', {});
    for (const { status } of await Promise.allSettled(asked)) assert.equal(status, 'fulfilled');
    assert.deepEqual(await ask('documentSymbol'), []);
  });

  it('changed while requests are pending: each is answered for one of its versions', async () => {
    await client.open(uri, '{}');
    const counts: Promise<unknown[]>[] = [];
    for (let index = 0; index < 50; index++) {
      counts.push(ask('documentSymbol'));
      await change([at(0, 1, 0, 1, `"m${index}": 1,`)], index);
    }
    const lengths = (await Promise.all(counts)).map(({ length }) => length);
    for (const [index, length] of lengths.entries()) assert.ok(length >= index && length <= 50, `${index}: ${length}`);
    assert.deepEqual(
      lengths,
      [...lengths].sort((a, b) => a - b),
    );
  });

  it('two at a time: neither is affected by changes of the other', async () => {
    const other = 'file:///other.instance.json';
    await client.open(uri, '{}');
    await client.open(other, '[]');
    let [mine, others] = ['{}', '[]'];
    for (let index = 0; index < 30; index++) {
      const [here, there] = [at(0, 1, 0, 1, `"a${index}": 1,`), at(0, 1, 0, 1, `{ "b${index}": 1 },\n`)];
      await change([here]);
      await notify('didChange', { contentChanges: [there], textDocument: { uri: other, version: index } }, other);
      void ask('diagnostic', {}, index % 2 ? uri : other);
      mine = applyChanges(mine, [here]);
      others = applyChanges(others, [there]);
    }
    await assertSameAnswers(client, uri, mine);
    await assertSameAnswers(client, other, others);
  });
});
