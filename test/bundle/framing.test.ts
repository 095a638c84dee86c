import assert from 'node:assert/strict';
import { startServerProcess, type ServerProcess } from '../kit/serverProcess';
import { createWire, encode, frame, initialize, probe, type Wire } from '../kit/wire';

describe('bytes to the bundled server', () => {
  let server: ServerProcess;
  let wire: Wire;

  beforeEach(async () => {
    server = startServerProcess();
    wire = createWire(server.child.stdout, server.child.stdin);
    wire.send(initialize);
    await wire.answer(0);
  });
  afterEach(() => {
    server.stop();
    assert.equal(server.complaints(), '');
  });

  it('may arrive one by one, and after a body that is not JSON', async () => {
    const bytes = Buffer.concat([encode(probe(1)), frame('{ nope'), encode(probe(2))]);
    for (const byte of bytes) wire.write(Uint8Array.of(byte));
    for (const id of [1, 2]) assert.ok((await wire.answer(id)).error);
  });

  // Where one message ends and the next begins is lost: nothing can be served any more, and nothing may be spun on either.
  for (const [name, bytes] of [
    ['a length that is no number', 'Content-Length: many\r\n\r\n{}'],
    ['a length below zero', 'Content-Length: -5\r\n\r\n{}'],
    ['a length of 1 TB', 'Content-Length: 1000000000000\r\n\r\n{}'],
    ['a length that is too short', 'Content-Length: 4\r\n\r\n{ "jsonrpc": "2.0", "method": "x" }'],
    ['lines that end in LF alone', 'Content-Length: 2\n\n{}'],
    ['1 MB of noise', Uint8Array.from({ length: 1_000_000 }, (_, at) => (at * 31) & 0xff)],
  ] as const) {
    it(`${name}: the server still notices that its input ends`, async () => {
      wire.write(bytes);
      wire.send(probe(1));
      server.child.stdin.end();
      assert.equal(await server.ended, 1);
    });
  }
});
