import assert from 'node:assert/strict';
import http from 'node:http';
import net from 'node:net';
import tls from 'node:tls';
import { nodeFetch, type FailureKind, type HttpRequest } from '../../../engine/src/platform/http';
import { makeCertificate } from '../../kit/certificate';
import { freePort } from '../../kit/freePort';
import { failureOf, post, useCleanUp } from '../../kit/client/failedCall';
import { putAgentIn, throughTunnel, type Connect } from '../../kit/client/fakeProxy';
import { listening, startFlipper, startWitness, type Behaviour } from '../../kit/client/witness';

const answer = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}';
const respond = (socket: net.Socket) => void socket.end(answer);
const hang = () => undefined;
/** Two ways to end a call that hangs. */
const ends: [kind: FailureKind, more: () => Partial<HttpRequest>][] = [
  ['timed-out', () => ({ timeoutMs: 50 })],
  ['cancelled', () => ({ signal: AbortSignal.timeout(50) })],
];

describe('a request without a connection', () => {
  const { own, open, undoLater } = useCleanUp();
  const nothing = () => '';
  const expired = makeCertificate({ hours: -1 });
  const stranger = makeCertificate();

  /** Makes a call to a server that must not get a byte of it, ever. */
  async function unsentTo(behaviour: Behaviour, more: Partial<HttpRequest> = {}, over = 'https') {
    const server = await startWitness({ onRequest: respond, ...behaviour });
    const error = await failureOf(post(`${over}://127.0.0.1:${server.port}/`, more), server.received);
    await server.close();
    assert.deepEqual([error.maybeSent, server.received()], [false, '']);
    return error;
  }

  it('is unsent if no server listens', async () => {
    for (const over of ['http', 'https']) {
      const error = await failureOf(post(`${over}://127.0.0.1:${await freePort()}/`), nothing);
      assert.deepEqual([error.kind, error.maybeSent, error.code], ['refused', false, 'ECONNREFUSED']);
    }
  });

  it('is unsent if the host does not exist', async () => {
    for (const host of ['http://no-such-host.invalid', 'https://proxy.no-such-host.invalid']) {
      const error = await failureOf(post(host), nothing);
      assert.deepEqual([error.kind, error.maybeSent], ['not-found', false]);
    }
  });

  for (const [what, options, code] of [
    ['from an unknown issuer', stranger, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['that has expired', expired, 'CERT_HAS_EXPIRED'],
  ] as const) {
    it(`is unsent if the server has a certificate ${what}, however long the request is`, async () => {
      for (const maxVersion of ['TLSv1.2', 'TLSv1.3'] as const) {
        for (const length of [0, 10, 20_000, 1_000_000]) {
          const error = await unsentTo({ tls: { ...options, maxVersion } }, { body: 'x'.repeat(length) });
          assert.deepEqual([error.kind, error.code], ['certificate', code]);
        }
      }
    });
  }

  const noTls: [does: string, onConnection: (socket: net.Socket) => void, kind: FailureKind][] = [
    ['answers in HTTP', respond, 'insecure'],
    ['ends the connection', (socket) => void socket.end(), 'unreachable'],
    ['resets the connection', (socket) => socket.resetAndDestroy(), 'unreachable'],
  ];
  for (const [does, onConnection, kind] of noTls) {
    it(`is unsent if a server that should speak TLS ${does}`, async () => {
      const server = net.createServer(onConnection);
      const { port } = await open(listening(server));
      const error = await failureOf(post(`https://127.0.0.1:${port}/`), nothing);
      assert.deepEqual([error.kind, error.maybeSent], [kind, false]);
    });
  }

  it('is unsent if a bit of the handshake is flipped, or if no TLS version fits', async () => {
    const server = await open(startWitness({ tls: own }));
    const flipper = await open(startFlipper(server.port, 0));
    const flipped = await failureOf(post(`https://127.0.0.1:${flipper.port}/`), server.received);
    assert.deepEqual([flipped.kind, flipped.maybeSent, server.received()], ['insecure', false, '']);
    const old = await unsentTo({ tls: { ...own, maxVersion: 'TLSv1.1', minVersion: 'TLSv1.1' } });
    assert.equal(old.kind, 'insecure');
  });

  it('is unsent if it times out or is canceled during the handshake', async () => {
    const { port } = await open(listening(net.createServer(hang)));
    for (const [kind, more] of ends) {
      const error = await failureOf(post(`https://127.0.0.1:${port}/`, more()), nothing);
      assert.deepEqual([error.kind, error.maybeSent], [kind, false]);
    }
  });

  it('may have been sent if it times out or is canceled once there is a connection', async () => {
    for (const [over, options] of [
      ['http', undefined],
      ['https', own],
    ] as const) {
      const controller = new AbortController();
      const onRequest = () => {
        controller.abort();
      };
      const server = await open(startWitness({ tls: options, onRequest }));
      const url = `${over}://127.0.0.1:${server.port}/`;
      const cancelled = await failureOf(post(url, { signal: controller.signal }), server.received);
      assert.deepEqual([cancelled.kind, cancelled.maybeSent], ['cancelled', true]);
      const silent = await open(startWitness({ tls: options }));
      // However long a connection takes here, some limit is long enough.
      for (let timeoutMs = 50; silent.received() === ''; timeoutMs *= 2) {
        const late = await failureOf(post(`${over}://127.0.0.1:${silent.port}/`, { timeoutMs }), silent.received);
        assert.equal(late.kind, 'timed-out');
      }
    }
  });

  describe('through a proxy', () => {
    /** A proxy that answers CONNECT with the status `answers`, with a tunnel for 200, or calls `answers` with the socket. */
    async function startProxy(answers: number | ((socket: net.Socket) => void), target = 0) {
      const proxy = http.createServer();
      proxy.on('connect', (_, socket: net.Socket) => {
        if (typeof answers === 'function') {
          answers(socket);
        } else if (answers === 200) {
          const onward = net.connect(target, '127.0.0.1', () => socket.write('HTTP/1.1 200 Fine\r\n\r\n'));
          onward.on('error', hang);
          onward.pipe(socket).pipe(onward);
        } else {
          socket.end(`HTTP/1.1 ${answers} No\r\nContent-Length: 0\r\n\r\n`);
        }
      });
      return open(listening(proxy));
    }
    const use = (connect: Connect) => {
      undoLater(putAgentIn(connect));
    };

    it('arrives', async () => {
      const server = await open(startWitness({ tls: own, onRequest: respond }));
      const proxy = await startProxy(200, server.port);
      use(throughTunnel(proxy.port, own.cert));
      const { status } = await nodeFetch(post('https://127.0.0.1:443/'));
      assert.deepEqual([status, server.received().startsWith('POST / HTTP/1.1')], [200, true]);
    });

    for (const status of [407, 403, 502, 302]) {
      it(`is unsent if the proxy answers ${status} to CONNECT`, async () => {
        const proxy = await startProxy(status);
        use(throughTunnel(proxy.port, own.cert));
        const error = await failureOf(post('https://127.0.0.1:443/'), nothing);
        assert.deepEqual([error.kind, error.maybeSent, error.code], ['proxy', false, String(status)]);
      });
    }

    for (const [does, answers] of [
      ['ends the connection', (socket: net.Socket) => void socket.end()],
      ['resets the connection', (socket: net.Socket) => socket.resetAndDestroy()],
    ] as const) {
      it(`is unsent if the proxy ${does} instead of answering`, async () => {
        const proxy = await startProxy(answers);
        use(throughTunnel(proxy.port, own.cert));
        const error = await failureOf(post('https://127.0.0.1:443/'), nothing);
        assert.deepEqual([error.kind, error.maybeSent], ['proxy', false]);
      });
    }

    it('is unsent if no server listens at the address of the proxy', async () => {
      use(throughTunnel(await freePort(), own.cert));
      const error = await failureOf(post('https://127.0.0.1:443/'), nothing);
      assert.deepEqual([error.kind, error.maybeSent, error.code], ['proxy', false, 'ECONNREFUSED']);
    });

    it('is unsent if it times out or is canceled while the proxy connects', async () => {
      const proxy = await startProxy(hang);
      use(throughTunnel(proxy.port, own.cert));
      for (const [kind, more] of ends) {
        const error = await failureOf(post('https://127.0.0.1:443/', more()), nothing);
        assert.deepEqual([error.kind, error.maybeSent], [kind, false]);
      }
    });

    it('is unsent if the certificate of the server after the tunnel is not accepted', async () => {
      const server = await startWitness({ tls: stranger, onRequest: respond });
      const proxy = await startProxy(200, server.port);
      use(throughTunnel(proxy.port, own.cert));
      const error = await failureOf(post('https://127.0.0.1:443/'), server.received);
      await server.close();
      assert.deepEqual([error.kind, error.maybeSent, server.received()], ['certificate', false, '']);
    });

    it('may have been sent if the tunnel is cut once it is open', async () => {
      const server = await open(startWitness({ tls: own, onRequest: (socket) => socket.destroy() }));
      const proxy = await startProxy(200, server.port);
      use(throughTunnel(proxy.port, own.cert));
      const error = await failureOf(post('https://127.0.0.1:443/'), server.received);
      assert.deepEqual([error.kind, error.maybeSent], ['lost', true]);
    });

    it('may have been sent if the agent returns a connection that is already open', async () => {
      for (const over of ['http', 'https'] as const) {
        const server = await open(
          startWitness({ tls: over === 'https' ? own : undefined, onRequest: (s) => s.destroy() }),
        );
        use(async () => {
          const isTls = over === 'https';
          const options = { port: server.port, host: '127.0.0.1', ca: own.cert };
          const socket = isTls ? tls.connect(options) : net.connect(options);
          await new Promise((resolve) => socket.once(isTls ? 'secureConnect' : 'connect', resolve));
          return socket;
        });
        const error = await failureOf(post(`${over}://127.0.0.1:443/`), server.received);
        assert.deepEqual([error.kind, error.maybeSent], ['lost', true]);
      }
    });
  });

  describe('while it is watched', () => {
    it('is distinguished from another call at the same time', async () => {
      const server = await open(startWitness({ onRequest: (socket) => setImmediate(() => socket.destroy()) }));
      const [sent, unsent] = await Promise.all([
        failureOf(post(`http://127.0.0.1:${server.port}/`), server.received),
        failureOf(post(`http://127.0.0.1:${await freePort()}/`), nothing),
      ]);
      assert.deepEqual([sent.maybeSent, unsent.maybeSent], [true, false]);
    });

    it('may have been sent if it cannot be watched', async () => {
      const { request } = http;
      Object.defineProperty(http, 'request', { value: request, writable: false });
      undoLater(() => Object.defineProperty(http, 'request', { value: request, writable: true }));
      const error = await failureOf(post(`http://127.0.0.1:${await freePort()}/`), nothing);
      assert.deepEqual([error.kind, error.maybeSent], ['lost', true]);
    });

    it('leaves the module of Node unchanged', async () => {
      const { request } = http;
      const call = failureOf(post(`http://127.0.0.1:${await freePort()}/`), nothing);
      assert.equal(http.request, request);
      await call;
    });
  });
});
