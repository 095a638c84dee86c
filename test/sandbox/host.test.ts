import assert from 'node:assert/strict';
import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { isOwnHost } from '../../sandbox/src/host';
import { startSandbox, type Sandbox } from '../../sandbox/src/server';
import { accountHeader } from './callSandbox';

describe('sandbox: whom a request is for', () => {
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await startSandbox();
  });
  after(() => sandbox.close());

  const paths = ['/elements/api-v2/organizations/me', '/sandbox/settings', '/sandbox/authorize', '/'];
  const ask = async (path: string, host: string, method = 'GET') => {
    const headers = { Host: host, Authorization: accountHeader, 'Content-Type': 'application/json' };
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      request(sandbox.url + path, { method, headers }, resolve)
        .once('error', reject)
        .end();
    });
    return { status: response.statusCode, body: await text(response) };
  };
  const port = () => new URL(sandbox.url).port;

  for (const name of ['127.0.0.1', 'localhost', 'LOCALHOST', '[::1]', '127.0.0.9']) {
    it(`answers who calls it ${name}, with its port`, async () => {
      assert.equal((await ask(paths[0] ?? '', `${name}:${port()}`)).status, 200);
    });
  }

  const foreign = (own: string) => [
    `evil.example:${own}`,
    `127.0.0.1.evil.example:${own}`,
    `localhost.evil.example:${own}`,
    `evil.example@127.0.0.1:${own}`,
    `10.0.0.1:${own}`,
    '127.0.0.1',
    'localhost:1',
    `localhost.:${own}`,
  ];
  it('refuses every other Host for the API, its pages and its settings alike, and does nothing', async () => {
    sandbox.resetRequests();
    for (const host of foreign(port())) {
      for (const path of paths) {
        for (const method of ['GET', 'POST']) {
          const { status, body } = await ask(path, host, method);
          assert.equal(status, 421, `${method} ${path} for ${host}`);
          assert.match(body, /This sandbox answers at http:\/\/127\.0\.0\.1:\d+ only/);
        }
      }
    }
    assert.deepEqual([sandbox.counts(), sandbox.requests()], [{}, []]);
  });

  it('refuses a request without one', async () => {
    const answer = await text(connect(Number(port()), '127.0.0.1').end('GET /sandbox/settings HTTP/1.0\r\n\r\n'));
    assert.match(answer, /^HTTP\/1\.1 421 /);
  });

  it('knows its name without a port where that is the usual one', () => {
    assert.deepEqual(
      ['localhost', 'localhost:80', 'localhost:443'].map((host) => isOwnHost(host, 'http://127.0.0.1')),
      [true, true, false],
    );
    assert.deepEqual(
      ['localhost', 'localhost:443', 'localhost:80'].map((host) => isOwnHost(host, 'https://127.0.0.1')),
      [true, true, false],
    );
  });
});
