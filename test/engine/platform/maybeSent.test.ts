import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { gzipSync } from 'node:zlib';
import { answerLimit, nodeFetch, type FailureKind } from '../../../engine/src/platform/http';
import { failureOf, outcomeOf, post, useCleanUp } from '../../kit/client/failedCall';
import { startFlipper, startWitness, type Behaviour } from '../../kit/client/witness';

const bytes = (head: string, body: string | Buffer = '', length = body.length) =>
  Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${head}Content-Length: ${length}\r\n\r\n`), Buffer.from(body)]);
const gzip = 'Content-Encoding: gzip\r\n';
/** Gzip may have many parts: this is a kilobyte for each megabyte that it grows to. */
const bombOf = (megabytes: number) => {
  const part = gzipSync(Buffer.alloc(2 ** 20));
  return Buffer.concat(Array.from({ length: megabytes }, () => part));
};
const damaged = gzipSync('{"id":"an instance","token":"of it"}').fill(0xff, 12, 24);

/** Resets the connection, except with TLS, where Node cannot. */
const cut = (socket: Socket) => {
  if (socket instanceof TLSSocket) socket.destroy();
  else socket.resetAndDestroy();
};
const cutAfter = (answer: Buffer | string) => (socket: Socket) => {
  socket.write(answer, () => setImmediate(cut, socket));
};
const say = (answer: Buffer | string) => (socket: Socket) => void socket.end(answer);

describe('a request that may have been sent', () => {
  const { own, open } = useCleanUp();

  const servers: [does: string, behaviour: Behaviour, kind: FailureKind][] = [
    ['ends the connection once it is made', { onConnection: (socket) => void socket.end() }, 'lost'],
    ['cuts the connection once it has the request', { onRequest: cut }, 'lost'],
    ['ends the connection once it has the request', { onRequest: (socket) => void socket.end() }, 'lost'],
    ['is cut off in the head of its answer', { onRequest: cutAfter('HTTP/1.1 200 OK\r\nConte') }, 'lost'],
    ['is cut off in the body of its answer', { onRequest: cutAfter(bytes('', '{"id', 100)) }, 'lost'],
    ['ends in the body of its answer', { onRequest: say(bytes('', '{"id', 100)) }, 'lost'],
    ['is cut off in its gzip', { onRequest: cutAfter(bytes(gzip, gzipSync('{}'), 99)) }, 'lost'],
    ['answers with something other than HTTP', { onRequest: say('220 ready\r\n') }, 'unreadable'],
    ['answers with a broken header', { onRequest: say(bytes('A\0: b\r\n')) }, 'unreadable'],
    ['answers with endless headers', { onRequest: say(bytes(`A: ${'b'.repeat(70_000)}\r\n`)) }, 'unreadable'],
    ['answers with something other than gzip', { onRequest: say(bytes(gzip, 'garbage')) }, 'unreadable'],
    ['answers with damaged gzip', { onRequest: say(bytes(gzip, damaged)) }, 'unreadable'],
    [
      'answers with something other than Brotli',
      { onRequest: say(bytes('Content-Encoding: br\r\n', '\xff\xff')) },
      'unreadable',
    ],
  ];
  const protocols = [
    ['http', undefined],
    ['https', { ...own, maxVersion: 'TLSv1.2' }],
    ['https', { ...own, minVersion: 'TLSv1.3' }],
  ] as const;
  for (const [does, behaviour, kind] of servers) {
    it(`is never called unsent if the server ${does}`, async () => {
      for (const [over, tls] of protocols) {
        const server = await open(startWitness({ ...behaviour, tls }));
        // Nothing in the address may be mistaken for an error message.
        const url = `${over}://127.0.0.1:${server.port}/proxy/connect%20ECONNREFUSED,%20reason:%20certificate`;
        const error = await failureOf(post(url), server.received);
        assert.deepEqual([over, error.kind, error.maybeSent], [over, kind, true]);
      }
    });
  }

  it('is never called unsent if the server has it, whether or not its reset comes before the connection is seen', async () => {
    for (let nth = 0; nth < 20; nth++) {
      const server = await open(startWitness({ onConnection: cut }));
      await failureOf(post(`http://127.0.0.1:${server.port}/`), server.received);
    }
  });

  it('is never called unsent if one bit of the answer is flipped on its way', async () => {
    for (const [, tls] of protocols.slice(1)) {
      const server = await open(startWitness({ tls, onRequest: say(bytes('', '{}')) }));
      const kinds = new Set<string>();
      for (let nth = 0; nth < 12; nth++) {
        const flipper = await open(startFlipper(server.port, nth));
        const before = server.received().length;
        const received = () => server.received().slice(before);
        const error = await outcomeOf(post(`https://127.0.0.1:${flipper.port}/`), received);
        if (error !== undefined) kinds.add(`${error.kind} ${String(error.maybeSent)}`);
      }
      // In the handshake nothing has gone out yet; after it, everything may have.
      assert.deepEqual(kinds, new Set(['insecure false', 'lost true']));
    }
  });
});

describe('an answer', () => {
  const { open } = useCleanUp();

  it('may have 16 MB, but not one byte more', async () => {
    const server = await open(startWitness({ onRequest: say(bytes('', Buffer.alloc(answerLimit, 'a'))) }));
    const { text } = await nodeFetch(post(`http://127.0.0.1:${server.port}/`));
    assert.equal(text.length, answerLimit);
  });

  for (const [what, answer] of [
    ['on the wire', bytes('', Buffer.alloc(answerLimit + 1))],
    ['after decompression', bytes(gzip, bombOf(17))],
  ] as const) {
    it(`of more than 16 MB ${what} is not read, and the request may have been sent`, async () => {
      const server = await open(startWitness({ onRequest: say(answer) }));
      const error = await failureOf(post(`http://127.0.0.1:${server.port}/`), server.received);
      assert.deepEqual([error.kind, error.maybeSent], ['oversized', true]);
    });
  }

  it('of a megabyte that would decompress to a gigabyte is stopped early, and its connection is closed', async () => {
    let closed: Promise<void> | undefined;
    const onConnection = (socket: Socket) => {
      closed = new Promise((resolve) => socket.once('close', resolve));
    };
    const bomb = bytes(gzip, bombOf(1_100));
    const server = await open(startWitness({ onConnection, onRequest: (socket) => void socket.write(bomb) }));
    const before = process.resourceUsage().maxRSS;
    const error = await failureOf(post(`http://127.0.0.1:${server.port}/`), server.received);
    assert.equal(error.kind, 'oversized');
    await closed;
    const grownBy = (process.resourceUsage().maxRSS - before) / 1024;
    assert.ok(grownBy < 300, `The process has grown by ${grownBy} MB.`);
  });
});
