import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { classify, HttpFailure, nodeFetch, type FailureKind, type HttpRequest } from '../../client/src/platform/http';
import { newSecret } from './fakes';
import { startServer, type LocalServer } from './localServer';

describe('http', () => {
  let server: LocalServer | undefined;
  const start = async (answer: Parameters<typeof startServer>[0]) => {
    server = await startServer(answer);
    return server;
  };
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  const request = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
    method: 'POST',
    url,
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
    timeoutMs: 5_000,
    ...more,
  });
  const failure = async (sent: Promise<unknown>): Promise<HttpFailure> => {
    const error = await sent.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof HttpFailure, String(error));
    return error;
  };

  it('gives status, headers in lower case and text of any answer', async () => {
    const { url } = await start((_, response) => response.writeHead(404, { 'X-Thing': 'One' }).end('gone'));
    const { status, headers, text } = await nodeFetch(request(url));
    assert.deepEqual([status, headers['x-thing'], text], [404, 'One', 'gone']);
  });

  it('follows no redirect, so that the Authorization header goes nowhere else', async () => {
    const other = await startServer((_, response) => response.end());
    const { url, requests } = await start((_, response) => response.writeHead(307, { Location: other.url }).end());
    const { status } = await nodeFetch(request(url, { headers: { Authorization: newSecret() } }));
    assert.deepEqual([status, requests.length, other.requests.length], [307, 1, 0]);
    await other.close();
  });

  it('leaves no connection open that a later request could find half closed', async () => {
    const { url, requests } = await start((_, response) => response.end());
    await nodeFetch(request(url));
    assert.equal(requests[0]?.rawHeaders.join(' ').toLowerCase().includes('connection close'), true);
  });

  it('is cancelled by its signal while the server hangs', async () => {
    const controller = new AbortController();
    const { url, host, requests } = await start(() => {
      controller.abort();
    });
    const error = await failure(nodeFetch(request(url, { signal: controller.signal })));
    assert.deepEqual([error.kind, error.host, error.maybeSent, requests.length], ['cancelled', host, true, 1]);
  });

  it('sends nothing where the signal was aborted before', async () => {
    const { url, requests } = await start((_, response) => response.end());
    const error = await failure(nodeFetch(request(url, { signal: AbortSignal.abort() })));
    assert.deepEqual([error.kind, error.maybeSent, requests.length], ['cancelled', false, 0]);
  });

  it('gives up after its limit, before the headers and in the middle of a body', async () => {
    for (const answer of [() => undefined, startOfABody]) {
      const { url, close } = await startServer(answer);
      const error = await failure(nodeFetch(request(url, { timeoutMs: 60 })));
      assert.deepEqual([error.kind, error.maybeSent], ['timed-out', true]);
      await close();
    }
  });

  it('says that a request may have arrived when the connection is lost', async () => {
    const resets: Parameters<typeof startServer>[0][] = [
      (incoming) => incoming.socket.resetAndDestroy(),
      (incoming) => incoming.socket.destroy(),
      (incoming, response) => {
        startOfABody(incoming, response);
        setImmediate(() => incoming.socket.destroy());
      },
    ];
    for (const answer of resets) {
      const { url, close, requests } = await startServer(answer);
      const error = await failure(nodeFetch(request(url)));
      assert.deepEqual([error.kind, error.maybeSent, requests.length], ['lost', true, 1]);
      await close();
    }
  });

  it('says that nothing was sent to a port nobody listens on', async () => {
    const { url, close } = await startServer(() => undefined);
    await close();
    const error = await failure(nodeFetch(request(url)));
    assert.deepEqual([error.kind, error.maybeSent, error.code], ['refused', false, 'ECONNREFUSED']);
  });

  it('says that nothing was sent to a host that does not exist', async () => {
    const error = await failure(nodeFetch(request('http://no-such-host.invalid/')));
    assert.deepEqual([error.kind, error.maybeSent], ['not-found', false]);
  });

  it('takes a server without TLS behind https for a failed secure connection', async () => {
    const plain = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
    });
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const address = plain.address();
    assert.ok(typeof address === 'object' && address !== null);
    const error = await failure(nodeFetch(request(`https://127.0.0.1:${address.port}/`)));
    assert.deepEqual([error.kind, error.maybeSent], ['certificate', false]);
    plain.close();
  });

  it('keeps the secret out of the failure when a header cannot be written', async () => {
    const secret = `${newSecret()}\n`;
    const error = await failure(nodeFetch(request('http://127.0.0.1:1/', { headers: { Authorization: secret } })));
    assert.deepEqual([error.kind, error.maybeSent], ['unsendable', false]);
    assert.equal(`${error.message}${error.stack ?? ''}`.includes(secret.trim()), false);
  });

  it('does not take the name of a host for the words of a proxy', async () => {
    const { url, host } = await start((incoming) => incoming.socket.resetAndDestroy());
    const error = await failure(nodeFetch(request(`${url}/proxy/tunneling%20socket`)));
    assert.deepEqual([error.kind, error.host, error.maybeSent], ['lost', host, true]);
  });

  const kinds: [message: string, code: string | undefined, kind: FailureKind, maybeSent: boolean, syscall?: string][] =
    [
      ['self-signed certificate', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate', false],
      ['unable to verify', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate', false],
      ['unable to get issuer', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate', false],
      ['certificate has expired', 'CERT_HAS_EXPIRED', 'certificate', false],
      ['altname', 'ERR_TLS_CERT_ALTNAME_INVALID', 'certificate', false],
      ['Failed to establish a socket connection to proxies: ["PROXY a:1"]', undefined, 'proxy', false],
      ['tunneling socket could not be established, statusCode=407', 'ECONNRESET', 'proxy', false],
      ['getaddrinfo EAI_AGAIN', 'EAI_AGAIN', 'not-found', false],
      ['connect ENETUNREACH', 'ENETUNREACH', 'unreachable', false],
      ['connect ETIMEDOUT', 'ETIMEDOUT', 'unreachable', false, 'connect'],
      ['read ETIMEDOUT', 'ETIMEDOUT', 'lost', true, 'read'],
      ['socket disconnected before secure TLS connection was established', 'ECONNRESET', 'unreachable', false],
      ['socket hang up', 'ECONNRESET', 'lost', true],
      ['write EPIPE', 'EPIPE', 'lost', true, 'write'],
      ['Premature close', 'ERR_STREAM_PREMATURE_CLOSE', 'lost', true],
      ['something new', undefined, 'lost', true],
    ];
  for (const [message, code, kind, maybeSent, syscall] of kinds) {
    it(`takes ${code ?? 'no code'} (${message}) for ${kind}`, () => {
      assert.deepEqual(classify({ message, code, syscall }), { kind, maybeSent });
    });
  }
});

const startOfABody: Parameters<typeof startServer>[0] = (_, response) => {
  response.writeHead(200, { 'Content-Length': '100' });
  response.write('{"id":');
};
