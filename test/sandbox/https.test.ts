import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { request, type RequestOptions } from 'node:https';
import { text } from 'node:stream/consumers';
import { type Sandbox, startSandbox } from '../../sandbox/src/server';
import { makeCertificate } from '../kit/certificate';
import { accountHeader } from './callSandbox';

/** Sends a request by HTTPS. Rejects where there is no connection, or no answer. */
async function send(url: string, options: RequestOptions, body = ''): Promise<{ status?: number; text: string }> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request(url, options, resolve).once('error', reject).end(body);
  });
  return { status: response.statusCode, text: await text(response) };
}

describe('sandbox: HTTPS', () => {
  const tls = makeCertificate();
  const headers = { Authorization: accountHeader, 'Content-Type': 'application/json' };
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startSandbox({ tls });
  });
  afterEach(() => sandbox.close());

  for (const host of ['127.0.0.1', 'localhost']) {
    it(`answers at ${host} whoever knows its certificate`, async () => {
      assert.equal(new URL(sandbox.baseUrl).protocol, 'https:');
      const url = `${sandbox.baseUrl}/organizations/me`.replace('127.0.0.1', host);
      assert.equal((await send(url, { ca: tls.cert, headers, family: 4 })).status, 200);
    });
  }

  it('has its pages there, too', async () => {
    const asked = JSON.stringify({ apiKey: 'id', apiSecret: 'hush', callbackUrl: 'https://app.sandbox.test/callback' });
    const url = `${sandbox.baseUrl}/elements/zendesk/oauth/url`;
    const answer = await send(url, { ca: tls.cert, headers, method: 'POST' }, asked);
    const { oauthUrl } = JSON.parse(answer.text) as { oauthUrl: string };
    assert.ok(oauthUrl.startsWith(`${sandbox.url}/sandbox/authorize?`));
    assert.match((await send(oauthUrl, { ca: tls.cert })).text, /<title>Zendesk/);
  });

  it('is refused by whoever does not know its certificate, before a request is sent', async () => {
    const url = `${sandbox.baseUrl}/organizations/me`;
    await assert.rejects(send(url, { headers }), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    await assert.rejects(send(url, { headers, ca: makeCertificate().cert }));
    assert.deepEqual(sandbox.counts(), {});
  });

  it('is refused once its certificate has expired', async () => {
    const old = makeCertificate({ hours: -0.5 });
    const expired = await startSandbox({ tls: old });
    try {
      await assert.rejects(send(`${expired.baseUrl}/organizations/me`, { ca: old.cert }), { code: 'CERT_HAS_EXPIRED' });
    } finally {
      await expired.close();
    }
  });

  it('does not speak HTTP there', async () => {
    await assert.rejects(fetch(sandbox.url.replace('https:', 'http:')));
  });

  for (const name of ['reset-before-commit', 'reset-after-commit'] as const) {
    it(`loses the connection on ${name}`, async () => {
      sandbox.faults.next(name);
      await assert.rejects(send(`${sandbox.baseUrl}/organizations/me`, { ca: tls.cert, headers }), {
        code: 'ECONNRESET',
      });
      assert.equal((await send(`${sandbox.baseUrl}/organizations/me`, { ca: tls.cert, headers })).status, 200);
    });
  }
});
