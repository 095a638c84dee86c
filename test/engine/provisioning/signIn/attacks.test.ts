// What a page or a program can send to a listener, byte by byte, and what comes of it.
import assert from 'node:assert/strict';
import { listen, type Listening } from '../../../../engine/src/provisioning/signIn/listener';
import type { Parameters } from '../../../../engine/src/provisioning/signIn/redirect';
import { freePort } from '../../../kit/freePort';
import { hold, navigation, send, type Changes } from '../../../kit/client/rawRequest';

describe('attack on the listener of a sign-in', () => {
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
      'one of a browser that sends no Sec-Fetch headers',
      () => ({ headers: { 'Sec-Fetch-Mode': undefined, 'Sec-Fetch-Dest': undefined, 'Sec-Fetch-Site': undefined } }),
    ],
    ['one of a page of the same site', () => ({ headers: { 'Sec-Fetch-Site': 'same-site' } })],
    ['an address that a person types', () => ({ headers: { 'Sec-Fetch-Site': 'none', 'Sec-Fetch-User': '?1' } })],
    ['one to localhost', () => ({ headers: { Host: `localhost:${port}` } })],
    ['one to localhost in other letters', () => ({ headers: { Host: `LocalHost:${port}` } })],
    ['one to [::1]', () => ({ headers: { Host: `[::1]:${port}` } })],
    ['one that says it has no body', () => ({ headers: { 'Content-Length': '0' } })],
  ];
  for (const [what, request] of taken) {
    it(`is none: ${what}`, async () => {
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
    ['a method that is none', line('/callback?code=c&state=s', 'STEAL')],
    ['another path', line('/?code=c&state=s')],
    ['a path below', line('/callback/more?code=c&state=s')],
    ['a path in other letters', line('/Callback?code=c&state=s')],
    ['a path behind two slashes', line('//callback?code=c&state=s')],
    ['another host in the target', line('@evil.example/callback?code=c&state=s')],
    ['the whole address as the target', () => line(`http://127.0.0.1:${port}/callback?code=c&state=s`)()],
    ['the whole address of another host', line('http://evil.example/callback?code=c&state=s')],
    ['a star as the target', line('*')],
    ['a name that was made to lead here', () => header('Host', `evil.example:${port}`)()],
    ['a name that begins like ours', () => header('Host', `localhost.evil.example:${port}`)()],
    ['another address of this computer', () => header('Host', `127.0.0.2:${port}`)()],
    ['an address of every network', () => header('Host', `0.0.0.0:${port}`)()],
    ['our name with a user before it', () => header('Host', `evil@127.0.0.1:${port}`)()],
    ['another port', header('Host', '127.0.0.1:1')],
    ['no port', header('Host', '127.0.0.1')],
    ['no host', header('Host', undefined)],
    ['an empty host', header('Host', '')],
    ['two hosts', () => header('Host', [`127.0.0.1:${port}`, 'evil.example'])()],
    ['the same host twice', () => header('Host', [`127.0.0.1:${port}`, `127.0.0.1:${port}`])()],
    ['no host, as of old', () => ({ first: 'GET /callback?code=c&state=s HTTP/1.0', headers: { Host: undefined } })],
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
    ['a page that is fetched ahead', header('Sec-Purpose', 'prefetch')],
    ['a page that is made ahead', header('Sec-Purpose', 'prefetch;prerender')],
    ['a body', () => ({ headers: { 'Content-Length': '4' }, body: 'code' })],
    ['a body in pieces', () => ({ headers: { 'Transfer-Encoding': 'chunked' }, body: '4\r\ncode\r\n0\r\n\r\n' })],
    ['two lengths', () => ({ headers: { 'Content-Length': ['0', '4'] }, body: 'code' })],
    [
      'a length and pieces',
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
    ['a version that is none', line('/callback?code=c&state=s', 'GET', 'HTTP/9.9')],
  ];
  for (const [what, request] of refused) {
    it(`comes to nothing: ${what}`, async () => {
      const answer = await send(port, navigation(port, request()));
      assert.match(answer, /^(?:HTTP\/1\.1 (?:4\d\d|5\d\d) |$)/);
      assert.deepEqual(heard, []);
      assert.match(await send(port, navigation(port)), /^HTTP\/1\.1 200 /);
    });
  }

  it('comes to nothing: what is no request', async () => {
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

  it('comes to nothing: a second request behind the first', async () => {
    const answer = await send(port, navigation(port) + navigation(port, line('/callback?code=second&state=s')()));
    assert.equal(answer.split('HTTP/1.1 ').length, 2);
    assert.deepEqual(heard, [{ code: 'c', state: 's' }]);
  });

  it('says nothing by a parameter that is there twice', async () => {
    await send(port, navigation(port, line('/callback?code=a&code=b&state=s&state=s')()));
    assert.deepEqual(heard, [{ state: 's' }]);
  });

  it('cannot keep the browser out by holding connections open: the oldest give way', async () => {
    const held = [];
    for (let count = 0; count < 40; count++) held.push(await hold(port, count % 2 === 0 ? '' : 'GET /callback?co'));
    await Promise.all(held.slice(0, 8).map(({ ended }) => ended));
    assert.match(await send(port, navigation(port)), /^HTTP\/1\.1 200 /);
    for (const { socket } of held) socket.destroy();
  });

  it('cannot take for ever to say a request, a byte at a time', async () => {
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

  it('cannot keep the port, nor a connection, after the end', async () => {
    const held = [];
    for (const bytes of ['', 'GET /callback?code=c', navigation(port).slice(0, -2)]) held.push(await hold(port, bytes));
    await send(port, navigation(port));
    listening.close();
    await Promise.all(held.map(({ ended }) => ended));
    await start('127.0.0.1', port);
    assert.match(await send(port, navigation(port)), /^HTTP\/1\.1 200 /);
  });

  it('cannot keep the page from the browser that gets it as the listener closes', async () => {
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
