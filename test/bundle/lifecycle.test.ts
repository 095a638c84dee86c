import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { ErrorCodes } from 'vscode-languageserver';
import { startServerProcess, type ServerProcess } from '../kit/serverProcess';
import { createWire, initialize, type Sent, type Wire } from '../kit/wire';

const shutdown: Sent = { id: 'shutdown', method: 'shutdown' };
const exit: Sent = { method: 'exit' };
const textDocument = { uri: 'file:///a.instance.json' };
const symbols = (id: number): Sent => ({ id, method: 'textDocument/documentSymbol', params: { textDocument } });
const open: Sent = {
  method: 'textDocument/didOpen',
  params: { textDocument: { ...textDocument, languageId: 'json', version: 1, text: '{ "name": "x" }' } },
};

describe('the life of the bundled server', () => {
  let server: ServerProcess;
  let wire: Wire;
  const code = async (id: number | string): Promise<number | undefined> => (await wire.answer(id)).error?.code;

  beforeEach(() => {
    server = startServerProcess();
    wire = createWire(server.child.stdout, server.child.stdin);
  });
  afterEach(() => {
    server.stop();
    assert.equal(server.complaints(), '');
  });

  describe('ends', () => {
    const table: readonly (readonly [name: string, messages: readonly Sent[], code: number])[] = [
      ['with 0 at exit after shutdown', [initialize, shutdown, exit], 0],
      ['with 1 at exit without shutdown', [initialize, exit], 1],
      ['with 1 at exit before everything else', [exit], 1],
      ['with 1 at exit after a shutdown that came before initialize', [shutdown, exit], 1],
      ['with 0 at exit after requests that came after shutdown', [initialize, shutdown, symbols(1), exit], 0],
    ];
    for (const [name, messages, expected] of table) {
      it(name, async () => {
        wire.send(...messages);
        assert.equal(await server.ended, expected);
      });
    }

    it('by itself when its input ends: with 1, or with 0 after shutdown', async () => {
      wire.send(initialize);
      await wire.answer(0);
      server.child.stdin.end();
      assert.equal(await server.ended, 1);
      server = startServerProcess();
      wire = createWire(server.child.stdout, server.child.stdin);
      wire.send(initialize, shutdown);
      await wire.answer('shutdown');
      server.child.stdin.end();
      assert.equal(await server.ended, 0);
    });

    it('by itself when the process of its client has ended', async () => {
      const { pid } = spawnSync(process.execPath, ['--version']);
      wire.send({ ...initialize, params: { processId: pid, rootUri: null, capabilities: {} } });
      assert.equal((await wire.answer(0)).error, undefined);
      assert.equal(await server.ended, 1);
    });

    it('not while the process of its client runs, nor without the id of one', async () => {
      for (const processId of [process.pid, null]) {
        const other = startServerProcess();
        const otherWire = createWire(other.child.stdout, other.child.stdin);
        otherWire.send({ ...initialize, params: { processId, rootUri: null, capabilities: {} } }, shutdown);
        await otherWire.answer('shutdown');
        assert.equal(other.child.exitCode, null);
        other.stop();
      }
    });
  });

  describe('before initialize', () => {
    it('rejects every other request, known or not', async () => {
      wire.send(symbols(1), { id: 2, method: 'unheard/of' }, { id: 3, method: 'shutdown' });
      for (const id of [1, 2, 3]) assert.equal(await code(id), ErrorCodes.ServerNotInitialized);
    });

    it('drops notifications, and can still be initialized', async () => {
      wire.send(open, initialize, symbols(1));
      assert.equal(await code(0), undefined);
      assert.deepEqual((await wire.answer(1)).result, []);
    });
  });

  it('rejects a second initialize', async () => {
    wire.send(initialize, { ...initialize, id: 1 }, open, symbols(2));
    assert.equal(await code(1), ErrorCodes.InvalidRequest);
    assert.equal(((await wire.answer(2)).result as unknown[]).length, 1);
  });

  it('rejects every request after shutdown, including a second shutdown', async () => {
    wire.send(initialize, open, shutdown, symbols(1), { ...shutdown, id: 2 }, { ...initialize, id: 3 });
    assert.equal((await wire.answer('shutdown')).result, null);
    for (const id of [1, 2, 3]) assert.equal(await code(id), ErrorCodes.InvalidRequest);
  });

  it('counts characters in UTF-16, whatever its client offers', async () => {
    const general = { positionEncodings: ['utf-8', 'utf-32'] };
    wire.send({ ...initialize, params: { processId: null, rootUri: null, capabilities: { general } } });
    const { capabilities } = (await wire.answer(0)).result as { capabilities: { positionEncoding?: string } };
    assert.ok([undefined, 'utf-16'].includes(capabilities.positionEncoding));
    wire.send({
      ...open,
      params: { textDocument: { ...textDocument, languageId: 'json', version: 1, text: '{ "😀é": 1 }' } },
    });
    wire.send(symbols(1));
    const [symbol] = (await wire.answer(1)).result as { range: { end: unknown } }[];
    assert.deepEqual(symbol?.range.end, { line: 0, character: 10 });
  });
});
