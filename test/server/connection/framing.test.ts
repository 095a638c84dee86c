import assert from 'node:assert/strict';
import { schemas } from '../../kit/catalog';
import { encode, frame, initialize, probe, wireInProcess, type Sent, type Wire } from '../../kit/wire';

const uri = 'file:///pieces.instance.json';
/** Names of two, three and four bytes each: their lengths differ as bytes, as UTF-16 and as characters. */
const text = '{ "é“😀": { "key": "x" } }';
const open: Sent = {
  method: 'textDocument/didOpen',
  params: { textDocument: { uri, languageId: 'json', version: 1, text } },
};
const symbols = (id: number): Sent => ({
  id,
  method: 'textDocument/documentSymbol',
  params: { textDocument: { uri } },
});
const expected = { line: 0, character: text.indexOf(' }') + 2 };

interface Outline {
  readonly name: string;
  readonly range: { readonly end: unknown };
}

describe('messages that arrive in pieces', () => {
  let wire: Wire;
  const assertServed = async (id: number): Promise<void> => {
    const [symbol] = (await wire.answer(id)).result as Outline[];
    assert.equal(symbol?.name, 'é“😀');
    assert.deepEqual(symbol.range.end, expected);
  };

  beforeEach(() => {
    wire = wireInProcess(schemas);
    wire.send(initialize);
  });

  it('cut in two at any byte, of the header, of the body, or within a character', async () => {
    const bytes = encode(open);
    for (let cut = 1; cut < bytes.length; cut++) {
      wire.write(bytes.subarray(0, cut));
      wire.write(bytes.subarray(cut));
      wire.send(symbols(cut));
      await assertServed(cut);
    }
  });

  it('byte for byte', async () => {
    for (const byte of Buffer.concat([encode(open), encode(symbols(1))])) wire.write(Uint8Array.of(byte));
    await assertServed(1);
  });

  it('several in one chunk, with the end of one and the start of the next in another', async () => {
    const bytes = Buffer.concat([open, symbols(1), probe(2), symbols(3)].map(encode));
    for (let at = 0; at < bytes.length; at += 100) wire.write(bytes.subarray(at, at + 100));
    for (const id of [1, 3]) await assertServed(id);
    assert.ok((await wire.answer(2)).error);
    wire.send(open, ...Array.from({ length: 500 }, (_, at) => symbols(at + 10)));
    for (let id = 10; id < 510; id++) await assertServed(id);
  });

  it('with headers in other case, additional ones, in another order', async () => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...open }));
    const type = 'Content-Type: application/vscode-jsonrpc; charset=utf-8';
    for (const [id, headers] of [
      `content-length:${body.length}`,
      `CONTENT-LENGTH:   ${body.length}   `,
      `${type}\r\nContent-Length: ${body.length}`,
      `Content-Length: ${body.length}\r\n${type}\r\nX-Other: a:b`,
    ].entries()) {
      wire.write(Buffer.concat([Buffer.from(`${headers}\r\n\r\n`), body]));
      wire.send(symbols(id + 1));
      await assertServed(id + 1);
    }
  });
});

describe('invalid messages', () => {
  const table: readonly (readonly [name: string, bytes: Uint8Array | string])[] = [
    ['a body that is no JSON', frame('{ nope')],
    ['an empty body', frame('')],
    ['a body that is cut off within a character', frame(Buffer.from('"é"').subarray(0, 2))],
    ['bytes that are no UTF-8', frame(Uint8Array.of(0x22, 0xff, 0xc0, 0x22))],
    ...['7', 'null', 'true', '""', '[]', '{}', '[{ "jsonrpc": "2.0", "id": 1, "method": "probe" }]'].map(
      (body) => [`the body ${body}`, frame(body)] as const,
    ),
    ['a message without a method', frame('{ "jsonrpc": "2.0", "id": 4000 }')],
    ['a method that is no text', frame('{ "jsonrpc": "2.0", "id": 4001, "method": 7 }')],
    ['an answer to nothing', frame('{ "jsonrpc": "2.0", "id": 4002, "result": {} }')],
    ['an error without an id', frame('{ "jsonrpc": "2.0", "id": null, "error": { "code": 1, "message": "x" } }')],
    ['10,000 lists within each other', frame('['.repeat(10_000) + ']'.repeat(10_000))],
    ['a cancellation without params', encode({ method: '$/cancelRequest' })],
    ['a cancellation of an id that is none', encode({ method: '$/cancelRequest', params: { id: { a: 1 } } })],
    ['a header that is none', 'garbage\r\n\r\n'],
    ['a header without a length', 'X-Other: 1\r\n\r\n'],
  ];
  for (const [name, bytes] of table) {
    it(`${name}: the next message is served`, async () => {
      const wire = wireInProcess(schemas);
      wire.send(initialize);
      await wire.answer(0);
      wire.write(bytes);
      // A chunk of its own: what is left of a chunk with a wrong header is read with the next one.
      wire.send(probe(1));
      wire.send(probe(2));
      assert.ok((await wire.answer(1)).error);
      assert.ok((await wire.answer(2)).error);
    });
  }
});
