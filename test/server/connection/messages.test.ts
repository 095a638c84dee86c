import assert from 'node:assert/strict';
import { ErrorCodes, LSPErrorCodes } from 'vscode-languageserver';
import { schemas } from '../../kit/catalog';
import { initialize, wireInProcess, type Sent, type Wire } from '../../kit/wire';

const textDocument = { uri: 'file:///m.instance.json' };
const position = { line: 0, character: 4 };
const open: Sent = {
  method: 'textDocument/didOpen',
  params: { textDocument: { ...textDocument, languageId: 'json', version: 1, text: '{ "name": "x" }' } },
};
const diagnostic = (id: number): Sent => ({ id, method: 'textDocument/diagnostic', params: { textDocument } });
const cancel = (id: number | string): Sent => ({ method: '$/cancelRequest', params: { id } });

describe('messages', () => {
  let wire: Wire;
  const code = async (id: number | string): Promise<number | undefined> => (await wire.answer(id)).error?.code;

  beforeEach(() => {
    wire = wireInProcess(schemas);
    wire.send(initialize, { method: 'initialized', params: {} }, open);
  });

  describe('that the server does not know', () => {
    for (const method of ['unheard/of', '$/unheardOf', '', 'textDocument/declaration', 'constructor', '__proto__']) {
      it(`the request "${method}" is an error of its own`, async () => {
        wire.send({ id: 1, method, params: {} }, diagnostic(2));
        assert.equal(await code(1), ErrorCodes.MethodNotFound);
        assert.equal(await code(2), undefined);
      });

      it(`the notification "${method}" is ignored in silence`, async () => {
        wire.send({ method, params: {} }, diagnostic(2));
        assert.equal(await code(2), undefined);
        // The answers to initialize and to the request after it.
        assert.equal(wire.received.length, 2);
      });
    }
  });

  it('may have strings as ids, which their answers have, too', async () => {
    // One after the other: the library takes a text and the number it shows for one and the same request in its queue.
    for (const id of ['1', 1, 'ключ', '', 0.5, -1]) {
      wire.send({ ...diagnostic(1), id });
      assert.equal((await wire.answer(id)).id, id);
    }
  });

  it('without the params of their method are errors, and with some of them get a neutral answer', async () => {
    const methods = ['hover', 'completion', 'documentSymbol', 'foldingRange', 'formatting', 'codeAction', 'diagnostic'];
    for (const [index, name] of methods.entries()) {
      const method = `textDocument/${name}`;
      const id = index * 10;
      const half = { textDocument: {} };
      wire.send({ id: id + 1, method }, { id: id + 2, method, params: [] }, { id: id + 3, method, params: half });
      assert.equal(await code(id + 1), ErrorCodes.InvalidParams, method);
      assert.equal(await code(id + 2), ErrorCodes.InvalidParams, method);
      assert.equal((await wire.answer(id + 3)).error, undefined, method);
    }
  });

  it('at positions that do not exist, and with invalid params: an answer, and the next request is served', async () => {
    const positions = [
      { line: 99, character: 99 },
      { line: 0, character: 2 ** 31 - 1 },
      { line: -1, character: -1 },
      { line: 0.5, character: NaN },
      { line: '0', character: null },
      {},
      null,
      7,
    ];
    let id = 100;
    for (const there of positions) {
      const range = { start: there, end: there };
      const options = { tabSize: 2, insertSpaces: true };
      for (const [name, params] of [
        ['hover', { position: there }],
        ['completion', { position: there }],
        ['selectionRange', { positions: [there] }],
        ['codeAction', { range, context: { diagnostics: [], only: ['quickfix', 'source.fixAll'] } }],
        ['rangeFormatting', { range, options }],
        ['formatting', { options: there }],
      ] as const) {
        wire.send({ id: ++id, method: `textDocument/${name}`, params: { textDocument, ...params } });
        await wire.answer(id);
      }
    }
    wire.send({ id: 1, method: 'textDocument/hover', params: { textDocument, position } });
    assert.ok((await wire.answer(1)).result);
  });

  describe('that are cancelled', () => {
    it('while they are queued: each is answered once, as cancelled', async () => {
      const ids = Array.from({ length: 20 }, (_, at) => at + 1);
      wire.send(...ids.map(diagnostic), ...ids.filter((id) => id % 2 === 0).map(cancel));
      for (const id of ids) {
        assert.equal(await code(id), id % 2 === 0 ? LSPErrorCodes.RequestCancelled : undefined, `request ${id}`);
      }
      wire.send(diagnostic(100));
      await wire.answer(100);
      assert.equal(wire.received.length, 1 + ids.length + 1);
    });

    it('after they were answered, before they came, or without ever coming: nothing happens', async () => {
      wire.send(diagnostic(1));
      assert.equal(await code(1), undefined);
      wire.send(cancel(1), cancel(2), cancel('never'));
      wire.send(diagnostic(2), diagnostic(3));
      assert.equal(await code(3), undefined);
      await wire.answer(2);
    });

    it('more than once', async () => {
      wire.send(diagnostic(1), cancel(1), cancel(1), diagnostic(2));
      assert.equal(await code(1), LSPErrorCodes.RequestCancelled);
      assert.equal(await code(2), undefined);
    });
  });
});
