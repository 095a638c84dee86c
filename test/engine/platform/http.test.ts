import assert from 'node:assert/strict';
import {
  HttpFailure,
  nodeFetch,
  sentKind,
  unsentKind,
  type FailureKind,
  type HttpRequest,
} from '../../../engine/src/platform/http';
import { newSecret } from '../../kit/client/fakes';
import { startServer, type LocalServer } from '../../kit/client/localServer';

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
    timeoutMs: 60_000,
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

  it('returns the status, the headers in lower case and the text of any answer', async () => {
    const { url } = await start((_, response) => response.writeHead(404, { 'X-Thing': 'One' }).end('gone'));
    const { status, headers, text } = await nodeFetch(request(url));
    assert.deepEqual([status, headers['x-thing'], text], [404, 'One', 'gone']);
  });

  it('follows no redirect, so that no other server gets the Authorization header', async () => {
    const other = await startServer((_, response) => response.end());
    const { url, requests } = await start((_, response) => response.writeHead(307, { Location: other.url }).end());
    const { status } = await nodeFetch(request(url, { headers: { Authorization: newSecret() } }));
    assert.deepEqual([status, requests.length, other.requests.length], [307, 1, 0]);
    await other.close();
  });

  it('leaves no connection open that the server could close during a later request', async () => {
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

  it('sends nothing if the signal was aborted before', async () => {
    const { url, requests } = await start((_, response) => response.end());
    const error = await failure(nodeFetch(request(url, { signal: AbortSignal.abort() })));
    assert.deepEqual([error.kind, error.maybeSent, requests.length], ['cancelled', false, 0]);
  });

  it('times out before the headers and in the middle of a body', async () => {
    for (const answer of [() => undefined, startOfABody]) {
      const { url, close, requests } = await startServer(answer);
      const hasArrived = () => requests.length > 0;
      // However long a connection takes here, some limit is long enough.
      for (let timeoutMs = 50; !hasArrived(); timeoutMs *= 2) {
        const error = await failure(nodeFetch(request(url, { timeoutMs })));
        assert.equal(error.kind, 'timed-out');
        if (hasArrived()) assert.equal(error.maybeSent, true);
      }
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

  it('says that nothing was sent to a port without a server', async () => {
    const { url, close } = await startServer(() => undefined);
    await close();
    const error = await failure(nodeFetch(request(url)));
    assert.deepEqual([error.kind, error.maybeSent, error.code], ['refused', false, 'ECONNREFUSED']);
  });

  it('says that nothing was sent to a host that does not exist', async () => {
    const error = await failure(nodeFetch(request('http://no-such-host.invalid/')));
    assert.deepEqual([error.kind, error.maybeSent], ['not-found', false]);
  });

  it('throws a failure without the secret if a header cannot be written', async () => {
    const secret = `${newSecret()}\n`;
    const error = await failure(nodeFetch(request('http://127.0.0.1:1/', { headers: { Authorization: secret } })));
    assert.deepEqual([error.kind, error.maybeSent], ['unsendable', false]);
    assert.equal(`${error.message}${error.stack ?? ''}`.includes(secret.trim()), false);
  });

  const kinds: [code: string, before: FailureKind, after: FailureKind][] = [
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate', 'lost'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate', 'lost'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate', 'lost'],
    ['CERT_HAS_EXPIRED', 'certificate', 'lost'],
    ['HOSTNAME_MISMATCH', 'certificate', 'lost'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate', 'lost'],
    ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'insecure', 'lost'],
    ['ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC', 'insecure', 'lost'],
    ['ERR_TLS_HANDSHAKE_TIMEOUT', 'insecure', 'lost'],
    ['EPROTO', 'insecure', 'lost'],
    ['EAI_AGAIN', 'not-found', 'lost'],
    ['ECONNREFUSED', 'refused', 'lost'],
    ['EHOSTUNREACH', 'unreachable', 'lost'],
    ['ETIMEDOUT', 'unreachable', 'lost'],
    ['ECONNRESET', 'unreachable', 'lost'],
    ['Z_DATA_ERROR', 'unreachable', 'unreadable'],
    ['ERR__ERROR_FORMAT_PADDING_1', 'unreachable', 'unreadable'],
    ['HPE_INVALID_CONSTANT', 'unreachable', 'unreadable'],
    ['', 'unreachable', 'lost'],
  ];
  for (const [code, before, after] of kinds) {
    it(`reports ${code === '' ? 'no code' : code} as ${before} before there is a connection, and as ${after} afterwards`, () => {
      assert.deepEqual([unsentKind(code), sentKind(code)], [before, after]);
    });
  }
});

const startOfABody: Parameters<typeof startServer>[0] = (_, response) => {
  response.writeHead(200, { 'Content-Length': '100' });
  response.write('{"id":');
};
