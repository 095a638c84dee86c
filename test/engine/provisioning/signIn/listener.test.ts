import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { listen, type Listening } from '../../../../engine/src/provisioning/signIn/listener';
import { pageFor, type PageKind } from '../../../../engine/src/provisioning/signIn/redirectPage';
import type { Parameters } from '../../../../engine/src/provisioning/signIn/redirect';
import { navigation, send } from '../../../kit/client/rawRequest';
import { freePort } from '../../../kit/freePort';
import { navigate } from '../../../kit/navigate';
import { newSecret } from '../../../kit/client/fakes';

describe('listener of a sign-in', () => {
  let port = 0;
  const open: Listening[] = [];
  beforeEach(async () => {
    port = await freePort();
  });
  afterEach(() => {
    for (const listening of open.splice(0)) listening.close();
  });

  async function start(
    onRedirect: (parameters: Parameters) => PageKind = () => 'granted',
    host = 'localhost',
  ): Promise<Listening> {
    const listening = await listen({ host, port, path: '/callback' }, onRedirect);
    assert.ok('close' in listening);
    open.push(listening);
    return listening;
  }

  for (const host of ['127.0.0.1', '[::1]', 'localhost']) {
    it(`receives a redirect to ${host}, decoded once`, async () => {
      const heard: Parameters[] = [];
      await start((parameters) => {
        heard.push(parameters);
        return 'granted';
      });
      const response = await navigate(`http://${host}:${port}/callback?code=4%2F0%2B%2520&state=s`);
      assert.equal(response.status, 200);
      assert.match(response.text, /You're signed in/);
      assert.deepEqual(heard, [{ code: '4/0+%20', state: 's' }]);
    });
  }

  it('returns a page that repeats nothing of the request, is not cached and loads nothing', async () => {
    const code = newSecret();
    for (const kind of ['granted', 'denied', 'other-sign-in', 'incomplete', 'used'] as const) {
      const listening = await start(() => kind);
      const response = await navigate(`http://127.0.0.1:${port}/callback?code=${encodeURIComponent(code)}<script>`);
      const text = response.text;
      assert.equal(response.status, pageFor(kind).status);
      assert.equal(text.includes(code) || text.includes('script'), false);
      assert.equal(response.headers['cache-control'], 'no-store');
      assert.equal(response.headers['referrer-policy'], 'no-referrer');
      assert.match(String(response.headers['content-security-policy']), /default-src 'none'/);
      listening.close();
    }
  });

  const hosts: [host: string, answers: string[], refuses: string[]][] = [
    ['localhost', ['127.0.0.1', '::1'], ['127.0.0.9']],
    ['127.0.0.1', ['127.0.0.1'], ['::1', '127.0.0.9']],
    ['[::1]', ['::1'], ['127.0.0.1']],
    ['127.0.0.9', ['127.0.0.9'], ['127.0.0.1', '::1']],
  ];
  for (const [host, answers, refuses] of hosts) {
    it(`listens only at the address of the callback: ${host}`, async () => {
      await start(() => 'granted', host);
      const request = navigation(port, { headers: { Host: `${host}:${port}` } });
      for (const address of answers) assert.match(await send(port, request, address), /^HTTP\/1\.1 200 /);
      for (const address of refuses) assert.equal(await send(port, request, address), '');
    });
  }

  const impossible: [what: string, callback: { host: string; port: number }, problem: string][] = [
    ['an address that this computer does not have', { host: '[2001:db8::1]', port: 8089 }, 'unavailable'],
    ['a port that no browser connects to', { host: '127.0.0.1', port: 0 }, 'failed'],
  ];
  for (const [what, callback, problem] of impossible) {
    it(`returns why it cannot listen at ${what}`, async () => {
      assert.deepEqual(await listen({ ...callback, path: '/' }, () => 'granted'), { problem });
    });
  }

  it('returns that a port is busy if it is in use at either address of localhost', async () => {
    for (const host of ['127.0.0.1', '::1']) {
      const other = createServer();
      await new Promise<void>((resolve) => other.listen(port, host, resolve));
      assert.deepEqual(await listen({ host: 'localhost', port, path: '/' }, () => 'granted'), { problem: 'busy' });
      await new Promise((resolve) => other.close(resolve));
    }
    // The listener at the other address is closed again.
    await start();
  });

  it('frees the port immediately', async () => {
    (await start()).close();
    await start();
  });
});
