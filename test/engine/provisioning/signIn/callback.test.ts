import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  isThisComputer,
  parsePage,
  describeHost,
  readCallback,
} from '../../../../engine/src/provisioning/signIn/callback';

const editor = 'vscode://publisher.name';
const loopback = (host: string, port: number, path: string) => ({ kind: 'loopback', host, port, path });

describe('callback address', () => {
  const cases: [text: string, read: object | undefined][] = [
    ['http://127.0.0.1:8089/callback', loopback('127.0.0.1', 8089, '/callback')],
    ['http://127.0.0.9:8089/callback', loopback('127.0.0.9', 8089, '/callback')],
    ['http://localhost:8089', loopback('localhost', 8089, '/')],
    ['http://LOCALHOST:8089', loopback('localhost', 8089, '/')],
    ['http://[::1]:8089/a/b?tenant=1', loopback('[::1]', 8089, '/a/b')],
    ['http://[0:0:0:0:0:0:0:1]:8089', loopback('[::1]', 8089, '/')],
    [' http://localhost/callback ', loopback('localhost', 80, '/callback')],
    // Parsed as browsers do.
    ['http://2130706433:8089/', loopback('127.0.0.1', 8089, '/')],
    ['http://0x7f.1:8089/', loopback('127.0.0.1', 8089, '/')],
    ['http://0177.0.0.01:8089/', loopback('127.0.0.1', 8089, '/')],
    ['http://127.1:8089/../x', loopback('127.0.0.1', 8089, '/x')],
    ['http://１２７.0.0.1:8089/', loopback('127.0.0.1', 8089, '/')],
    // Not only this computer, or not in every browser.
    ['http://0.0.0.0:8089/', { kind: 'elsewhere' }],
    ['http://0:8089/', { kind: 'elsewhere' }],
    ['http://[::]:8089/', { kind: 'elsewhere' }],
    ['http://[::ffff:127.0.0.1]:8089/', { kind: 'elsewhere' }],
    ['http://localhost.:8089/', { kind: 'elsewhere' }],
    ['http://app.localhost:8089/', { kind: 'elsewhere' }],
    ['http://127.0.0.1.example.com/', { kind: 'elsewhere' }],
    ['https://localhost:8089/callback', { kind: 'elsewhere' }],
    ['https://app.example.com/callback', { kind: 'elsewhere' }],
    ['http://localhost.example.com/callback', { kind: 'elsewhere' }],
    ['vscode://publisher.name/callback', { kind: 'editor' }],
    ['vscode://Publisher.Name', { kind: 'editor' }],
    ['vscode://publisher.other/callback', { kind: 'elsewhere' }],
    ['vscode-insiders://publisher.name/callback', { kind: 'elsewhere' }],
    ['', undefined],
    ['app.example.com/callback', undefined],
    ['http://127.0.0.1:8089@evil.example/callback', undefined],
    ['http://user:password@127.0.0.1:8089/callback', undefined],
    ['vscode://publisher.name@publisher.other/', undefined],
    ['javascript:alert(1)', undefined],
    ['javascript://127.0.0.1/%0aalert(1)', undefined],
    ['data:text/html,x', undefined],
    ['file:///etc/passwd', undefined],
    ['file://host/share', undefined],
    ['command:workbench.action.quit', undefined],
    ['mailto:a@example.com', undefined],
  ];
  for (const [text, read] of cases) {
    it(`${JSON.stringify(text)} is ${read === undefined ? 'none' : JSON.stringify(read)}`, () => {
      assert.deepEqual(readCallback(text, editor), read);
    });
  }

  const hosts: [address: string, host: string][] = [
    ['https://login.example.com/authorize?x', 'login.example.com'],
    ['https://login.example.com:8443/', 'login.example.com:8443'],
    ['http://login.example.com/', 'http://login.example.com'],
    ['http://127.0.0.1:8088/', '127.0.0.1:8088'],
    ['https://аpple.com/', 'xn--pple-43d.com'],
    ['vscode://publisher.other/callback', 'vscode://publisher.other'],
    [`https://login.example.com.${'a'.repeat(300)}.evil.example/`, `…${`${'a'.repeat(300)}.evil.example`.slice(-100)}`],
  ];
  for (const [address, host] of hosts) {
    it(`is shown as its host: ${address.slice(0, 60)}`, () => {
      assert.equal(describeHost(new URL(address)), host);
    });
  }

  it('is shown as the end of its host, in ASCII letters and short, for any host', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (address) => {
        const url = new URL(address);
        const host = describeHost(url);
        assert.ok(host.length < 110 && /^[\x21-\x7e…]+$/.test(host));
        assert.ok(host.endsWith(url.host.slice(-100)));
      }),
    );
  });

  it('of a page is http or https, without user info', () => {
    for (const address of [
      'https://login.example.com@evil.example/authorize',
      'https://:password@evil.example/',
      'file:///etc/passwd',
      'command:workbench.action.quit',
      'vscode://publisher.name/',
      'login.example.com',
    ])
      assert.equal(parsePage(address), undefined, address);
    // Parsed as browsers do, so that the host that is shown is the one that opens.
    assert.equal(parsePage('https://evil.example\\@login.example.com/')?.host, 'evil.example');
    assert.equal(parsePage('https://evil.exam\tple/')?.href, 'https://evil.example/');
  });

  it('is of this computer only if a browser can go nowhere else with it', () => {
    for (const address of ['http://127.0.0.1/', 'https://localhost:8089/', 'http://[::1]/', 'http://127.8.9.10/'])
      assert.ok(isThisComputer(new URL(address)), address);
    for (const address of ['http://0.0.0.0/', 'http://[::]/', 'http://[::ffff:127.0.0.1]/', 'vscode://localhost/'])
      assert.ok(!isThisComputer(new URL(address)), address);
  });
});
