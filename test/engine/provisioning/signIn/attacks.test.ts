// What a page or a program can send to the listener, byte by byte, and what the listener accepts of it.
import assert from 'node:assert/strict';
import { listen, type Listening } from '../../../../engine/src/provisioning/signIn/listener';
import type { Parameters } from '../../../../engine/src/provisioning/signIn/redirect';
import { freePort } from '../../../kit/freePort';
import { hold, navigation, send, type Changes } from '../../../kit/client/rawRequest';

describe('a request to the listener of a sign-in', () => {
  let port = 0;
  let heard: Parameters[] = [];
  let listening: Listening;

  async function start(host: string, onPort?: number): Promise<void> {
    port = onPort ?? (await freePort());
    heard = [];
    const opened = await listen({ host, port, path: '/callback' }, (parameters) => {
      heard.push(parameters);
      return 'granted';
    });
    assert.ok('close' in opened);
    listening = opened;
  }
  beforeEach(() => start('127.0.0.1'));
  afterEach(() => {
    listening.close();
  });

  const taken: [what: string, request: () => Changes][] = [
    ['a redirect of a provider', () => ({})],
    [
      'a redirect in a browser that sends no Sec-Fetch headers',
      () => ({ headers: { 'Sec-Fetch-Mode': undefined, 'Sec-Fetch-Dest': undefined, 'Sec-Fetch-Site': undefined } }),
    ],
    ['a redirect of a page of the same site', () => ({ headers: { 'Sec-Fetch-Site': 'same-site' } })],
    ['an address that a person types', () => ({ headers: { 'Sec-Fetch-Site': 'none', 'Sec-Fetch-User': '?1' } })],
    ['a redirect to localhost', () => ({ headers: { Host: `localhost:${port}` } })],
    ['a redirect to localhost in another case', () => ({ headers: { Host: `LocalHost:${port}` } })],
    ['a redirect to [::1]', () => ({ headers: { Host: `[::1]:${port}` } })],
    ['a redirect with a Content-Length of 0', () => ({ headers: { 'Content-Length': '0' } })],
  ];
  for (const [what, request] of taken) {
    it(`is accepted: ${what}`, async () => {
      assert.match(await send(port, navigation(port, request())), /^HTTP\/1\.1 200 /);
      assert.deepEqual(heard, [{ code: 'c', state: 's' }]);
    });
  }

  const line =
    (target: string, method = 'GET', version = 'HTTP/1.1') =>
    () => ({ first: `${method} ${target} ${version}` });
  const header = (name: string, value: string | string[] | undefined) => () => ({ headers: { [name]: value } });
  const refused: [what: string, request: () => Changes][] = [
    ...['POST', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'TRACE', 'PROPFIND'].map((method): [string, () => Changes] => [
      method,
      line('/callback?code=c&state=s', method),
    ]),
    ['CONNECT', line('127.0.0.1:80', 'CONNECT')],
    ['an invalid method', line('/callback?code=c&state=s', 'STEAL')],
    ['another path', line('/?code=c&state=s')],
    ['a path below', line('/callback/more?code=c&state=s')],
    ['a path in another case', line('/Callback?code=c&state=s')],
    ['a path after two slashes', line('//callback?code=c&state=s')],
    ['another host in the target', line('@evil.example/callback?code=c&state=s')],
    ['the complete address as the target', () => line(`http://127.0.0.1:${port}/callback?code=c&state=s`)()],
    ['the complete address of another host', line('http://evil.example/callback?code=c&state=s')],
    ['a star as the target', line('*')],
    ['a domain that resolves to this computer', () => header('Host', `evil.example:${port}`)()],
    ['a name that begins like ours', () => header('Host', `localhost.evil.example:${port}`)()],
    ['another address of this computer', () => header('Host', `127.0.0.2:${port}`)()],
    ['an address of every network', () => header('Host', `0.0.0.0:${port}`)()],
    ['our name with user info', () => header('Host', `evil@127.0.0.1:${port}`)()],
    ['another port', header('Host', '127.0.0.1:1')],
    ['no port', header('Host', '127.0.0.1')],
    ['no host', header('Host', undefined)],
    ['an empty host', header('Host', '')],
    ['two hosts', () => header('Host', [`127.0.0.1:${port}`, 'evil.example'])()],
    ['the same host twice', () => header('Host', [`127.0.0.1:${port}`, `127.0.0.1:${port}`])()],
    ['no host in HTTP/1.0', () => ({ first: 'GET /callback?code=c&state=s HTTP/1.0', headers: { Host: undefined } })],
    ...['cors', 'no-cors', 'same-origin', 'websocket', '', 'Navigate'].map((mode): [string, () => Changes] => [
      `the mode "${mode}"`,
      header('Sec-Fetch-Mode', mode),
    ]),
    ['two modes', header('Sec-Fetch-Mode', ['navigate', 'cors'])],
    ...['empty', 'image', 'iframe', 'frame', 'embed', 'object', 'script', ''].map(
      (destination): [string, () => Changes] => [
        `the destination "${destination}"`,
        header('Sec-Fetch-Dest', destination),
      ],
    ),
    ['two destinations', header('Sec-Fetch-Dest', ['document', 'image'])],
    ['a prefetch', header('Sec-Purpose', 'prefetch')],
    ['a prerender', header('Sec-Purpose', 'prefetch;prerender')],
    ['a body', () => ({ headers: { 'Content-Length': '4' }, body: 'code' })],
    ['a chunked body', () => ({ headers: { 'Transfer-Encoding': 'chunked' }, body: '4\r\ncode\r\n0\r\n\r\n' })],
    ['two lengths', () => ({ headers: { 'Content-Length': ['0', '4'] }, body: 'code' })],
    [
      'a length and chunks',
      () => ({ headers: { 'Content-Length': '4', 'Transfer-Encoding': 'chunked' }, body: '0\r\n\r\n' }),
    ],
    ['a line of 64 KB', line(`/callback?code=c&state=${'s'.repeat(65_536)}`)],
    ['a header of 64 KB', header('X-Long', 'x'.repeat(65_536))],
    [
      'headers of 64 KB',
      header(
        'X-Many',
        Array.from({ length: 4_096 }, () => 'abcdefgh'),
      ),
    ],
    ['a control character', line('/callback?code=c\u0000&state=s')],
    ['an invalid version', line('/callback?code=c&state=s', 'GET', 'HTTP/9.9')],
  ];
  for (const [what, request] of refused) {
    it(`is refused: ${what}`, async () => {
      const answer = await send(port, navigation(port, request()));
      assert.match(answer, /^(?:HTTP\/1\.1 (?:4\d\d|5\d\d) |$)/);
      assert.deepEqual(heard, []);
      assert.match(await send(port, navigation(port)), /^HTTP\/1\.1 200 /);
    });
  }

  it('is refused: bytes that are no request', async () => {
    for (const bytes of [
      '\r\n\r\n',
      '\u0016\u0003\u0001\u0002\u0000\u0001',
      'x'.repeat(65_536),
      'GET',
      '\u0000'.repeat(99),
    ]) {
      const { socket, ended } = await hold(port, bytes);
      socket.end();
      await ended;
    }
    assert.deepEqual(heard, []);
    assert.match(await send(port, navigation(port)), /^HTTP\/1\.1 200 /);
  });

  it('is refused: a second request after the first', async () => {
    const answer = await send(port, navigation(port) + navigation(port, line('/callback?code=second&state=s')()));
    assert.equal(answer.split('HTTP/1.1 ').length, 2);
    assert.deepEqual(heard, [{ code: 'c', state: 's' }]);
  });

  it('has no parameter that occurs with two values', async () => {
    await send(port, navigation(port, line('/callback?code=a&code=b&state=s&state=s')()));
    assert.deepEqual(heard, [{ state: 's' }]);
  });

  it('is not blocked by open connections: the oldest are closed', async () => {
    const held = [];
    for (let count = 0; count < 40; count++) held.push(await hold(port, count % 2 === 0 ? '' : 'GET /callback?co'));
    await Promise.all(held.slice(0, 8).map(({ ended }) => ended));
    assert.match(await send(port, navigation(port)), /^HTTP\/1\.1 200 /);
    for (const { socket } of held) socket.destroy();
  });

  it('cannot take forever, a byte at a time', async () => {
    port = await freePort();
    const impatient = { connections: 32, timeoutMs: 100, checkMs: 10, headerBytes: 16_384 };
    const opened = await listen({ host: '127.0.0.1', port, path: '/callback' }, () => 'granted', impatient);
    assert.ok('close' in opened);
    const { socket, ended } = await hold(port, 'GET /callback?code=');
    const dripping = setInterval(() => socket.write('c'), 5);
    await ended;
    clearInterval(dripping);
    opened.close();
  });

  it('cannot occupy the port or a connection after the end', async () => {
    const held = [];
    for (const bytes of ['', 'GET /callback?code=c', navigation(port).slice(0, -2)]) held.push(await hold(port, bytes));
    await send(port, navigation(port));
    listening.close();
    await Promise.all(held.map(({ ended }) => ended));
    await start('127.0.0.1', port);
    assert.match(await send(port, navigation(port)), /^HTTP\/1\.1 200 /);
  });

  it('still gets its page if the listener closes meanwhile', async () => {
    listening.close();
    port = await freePort();
    const opened = await listen({ host: '127.0.0.1', port, path: '/callback' }, () => {
      listening.close();
      return 'granted';
    });
    assert.ok('close' in opened);
    listening = opened;
    const answer = await send(port, navigation(port));
    assert.match(answer, /You're signed in[^]*<\/html>/);
  });
});
