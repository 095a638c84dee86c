import assert from 'node:assert/strict';
import path from 'node:path';
import { startSandbox, type Sandbox } from '../../../sandbox/src/server';
import { makeCertificate } from '../../kit/certificate';
import { freePort } from '../../kit/freePort';
import { eventually, openFile } from './document';
import { closeMessages, provision, readAll, set } from './press';
import { startProxy, type OnTheWay, type ProxyOptions } from './proxy';

const post = 'POST /instances';
/** What is done to the answer to a creation, but to nothing before: the instance is there then. */
const toTheAnswer =
  (change: OnTheWay) =>
  (sandbox: Sandbox): ProxyOptions => ({
    onTheWay: (data, tunnel) => {
      if (sandbox.instances().length > 0) change(data, tunnel);
      else tunnel.write(data);
    },
  });
const refusing = (status: number) => () => ({ connect: status });

describe('provisioning through the proxy that http.proxy names', () => {
  const allowed = process.env.NODE_TLS_REJECT_UNAUTHORIZED;
  const opened: { close: () => Promise<void> }[] = [];

  beforeEach(() => {
    // The certificate is made for this test, and nothing else listens on this computer's own net.
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  });
  afterEach(async () => {
    if (allowed === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    else process.env.NODE_TLS_REJECT_UNAUTHORIZED = allowed;
    await closeMessages();
    await set('http.proxy', undefined);
    await set('cloudElements.sandbox.url', undefined);
    await Promise.all(opened.splice(0).map((one) => one.close()));
  });

  async function start(tls: boolean): Promise<Sandbox> {
    const sandbox = await startSandbox(tls ? { tls: makeCertificate() } : {});
    opened.push(sandbox);
    // VS Code asks no proxy for 127.0.0.1; it does for the rest of the loopback net.
    await set('cloudElements.sandbox.url', sandbox.url.replace('127.0.0.1', '127.0.0.2'));
    return sandbox;
  }

  async function useProxy(target: Sandbox, options?: ProxyOptions) {
    const proxy = await startProxy(new URL(target.url), options);
    opened.push(proxy);
    await set('http.proxy', proxy.url);
    return proxy;
  }

  /** Presses Provision, and gives what the log says of the creation. */
  async function press(): Promise<string> {
    const logged = () => {
      const logs = readAll(path.join(process.env.SUITE_USER_DATA ?? '', 'logs'));
      return logs.flatMap(({ text }) => [...text.matchAll(/POST \/elements\/api-v2\/instances (.*) \d+ ms/g)]);
    };
    const before = logged().length;
    const configuration = { username: 'me', password: 'mine', 'mailbox.name': 'Support' };
    // A text that was sent before would be asked about.
    const name = `Proxied, after ${before}`;
    const text = JSON.stringify({ element: { key: 'helpscout' }, configuration, name });
    await openFile(`proxy/${before}.instance.json`, text);
    provision();
    return eventually('the log to tell of the call', () => logged()[before]?.[1]);
  }

  it('creates an instance by http', async () => {
    const target = await start(false);
    const proxy = await useProxy(target);
    assert.match(await press(), /^200/);
    const { port } = new URL(target.url);
    assert.deepEqual(proxy.requests[0], `POST http://127.0.0.2:${port}/elements/api-v2/instances`);
    assert.equal(target.instances().length, 1);
  });

  it('creates an instance by https', async () => {
    const target = await start(true);
    const proxy = await useProxy(target);
    assert.match(await press(), /^200/);
    assert.deepEqual(proxy.requests[0], `CONNECT 127.0.0.2:${new URL(target.url).port}`);
    assert.equal(target.instances().length, 1);
  });

  it('is unsent where nobody listens at its address', async () => {
    const target = await start(true);
    await set('http.proxy', `http://127.0.0.1:${await freePort()}`);
    assert.equal(await press(), 'proxy (ECONNREFUSED), nothing sent');
    assert.deepEqual(target.requests(), []);
  });

  const rows: [what: string, options: (sandbox: Sandbox) => ProxyOptions, logged: RegExp, posts: number][] = [
    ['is unsent where it answers 407 to CONNECT', refusing(407), /^proxy \(407\), nothing sent$/, 0],
    ['is unsent where it answers 403 to CONNECT', refusing(403), /^proxy \(403\), nothing sent$/, 0],
    ['is unsent where it answers 502 to CONNECT', refusing(502), /^proxy \(502\), nothing sent$/, 0],
    [
      'is unsent where the tunnel is cut in the handshake',
      () => ({ onTheWay: (_, tunnel) => tunnel.destroy() }),
      /^unreachable.*, nothing sent$/,
      0,
    ],
    [
      'may have been sent where the tunnel is cut at the first bytes of the answer',
      toTheAnswer((_, tunnel) => tunnel.destroy()),
      /^lost.*, maybe sent$/,
      1,
    ],
    [
      'may have been sent where a bit of the answer is flipped',
      toTheAnswer((data, tunnel) => {
        // Behind the head of a TLS record, which is five bytes: in the first one, of those that come together.
        data.writeUInt8(data.readUInt8(8) ^ 1, 8);
        tunnel.write(data);
      }),
      /^lost.*, maybe sent$/,
      1,
    ],
  ];
  for (const [what, options, logged, posts] of rows) {
    it(what, async () => {
      const target = await start(true);
      await useProxy(target, options(target));
      assert.match(await press(), logged);
      assert.equal(target.counts()[post] ?? 0, posts);
    });
  }
});
