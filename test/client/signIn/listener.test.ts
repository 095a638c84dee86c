import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { listen, type Listening } from '../../../client/src/provisioning/signIn/listener';
import { pageFor, type PageKind } from '../../../client/src/provisioning/signIn/page';
import type { Parameters } from '../../../client/src/provisioning/signIn/redirect';
import { freePort } from '../../kit/freePort';
import { newSecret } from '../fakes';

describe('listener of a sign-in', () => {
  let port = 0;
  const open: Listening[] = [];
  beforeEach(async () => {
    port = await freePort();
  });
  afterEach(() => {
    for (const listening of open.splice(0)) listening.close();
  });

  async function start(onRedirect: (parameters: Parameters) => PageKind = () => 'granted'): Promise<Listening> {
    const listening = await listen({ port, path: '/callback' }, onRedirect);
    assert.ok('close' in listening);
    open.push(listening);
    return listening;
  }

  for (const host of ['127.0.0.1', '[::1]', 'localhost']) {
    it(`hears a redirect to ${host}, decoded once`, async () => {
      const heard: Parameters[] = [];
      await start((parameters) => {
        heard.push(parameters);
        return 'granted';
      });
      const response = await fetch(`http://${host}:${port}/callback?code=4%2F0%2B%2520&state=s`);
      assert.equal(response.status, 200);
      assert.match(await response.text(), /You are signed in/);
      assert.deepEqual(heard, [{ code: '4/0+%20', state: 's' }]);
    });
  }

  it('answers no other path and no other method, and hears nothing there', async () => {
    const heard: Parameters[] = [];
    await start((parameters) => {
      heard.push(parameters);
      return 'granted';
    });
    for (const [path, method] of [
      ['/', 'GET'],
      ['/callback/more?code=c', 'GET'],
      ['/favicon.ico', 'GET'],
      ['/callback?code=c', 'POST'],
    ] as const) {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, { method });
      assert.equal(response.status, 404);
    }
    assert.deepEqual(heard, []);
  });

  it('repeats nothing of a request, keeps its page nowhere, and lets nothing load on it', async () => {
    const code = newSecret();
    for (const kind of ['granted', 'denied', 'other-sign-in', 'incomplete', 'used'] as const) {
      const listening = await start(() => kind);
      const response = await fetch(`http://127.0.0.1:${port}/callback?code=${encodeURIComponent(code)}<script>`);
      const text = await response.text();
      assert.equal(response.status, pageFor(kind).status);
      assert.equal(text.includes(code) || text.includes('script'), false);
      assert.equal(response.headers.get('cache-control'), 'no-store');
      assert.equal(response.headers.get('referrer-policy'), 'no-referrer');
      assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'/);
      listening.close();
    }
  });

  it('says that a port is busy, whichever of the two addresses is taken', async () => {
    for (const host of ['127.0.0.1', '::1']) {
      const other = createServer();
      await new Promise<void>((resolve) => other.listen(port, host, resolve));
      assert.deepEqual(await listen({ port, path: '/' }, () => 'granted'), { problem: 'busy' });
      await new Promise((resolve) => other.close(resolve));
    }
    // What was opened on the way to finding out is closed.
    await start();
  });

  it('frees the port at once', async () => {
    (await start()).close();
    await start();
  });
});
