import assert from 'node:assert/strict';
import { normaliseBaseUrl } from '../../../common/src/platform/baseUrl';
import { nodeFetch } from '../../../engine/src/platform/http';
import { createInstance, checkAccess } from '../../../engine/src/platform/instanceApi';
import { requestOAuthToken, requestSignInUrl } from '../../../engine/src/platform/oauth';
import { failureMessage } from '../../../engine/src/messages/failures';
import { startSandbox, type Sandbox } from '../../../sandbox/src/server';
import { makeCertificate } from '../../kit/certificate';
import { helpScoutRequest } from '../../sandbox/callSandbox';
import { aJson } from '../../kit/client/document';
import { newSecret } from '../../kit/client/fakes';
import { startServer } from '../../kit/client/localServer';

const { signal } = new AbortController();

const accessTo = (sandbox: Sandbox) => ({
  baseUrl: sandbox.baseUrl,
  userSecret: sandbox.secrets.user,
  organizationSecret: sandbox.secrets.organization,
});
const creation = () => ({ body: aJson(JSON.stringify(helpScoutRequest())) });

describe('calls over the network', () => {
  const started: { close: () => Promise<void> }[] = [];
  afterEach(async () => {
    await Promise.all(started.splice(0).map((one) => one.close()));
  });
  async function start(options: Parameters<typeof startSandbox>[0]): Promise<Sandbox> {
    const sandbox = await startSandbox(options);
    started.push(sandbox);
    return sandbox;
  }

  for (const [what, hours] of [
    ['from an unknown issuer', 1],
    ['that has expired', -1],
  ] as const) {
    it(`sends nothing to a server with a certificate ${what}, and says what to do about it`, async () => {
      const sandbox = await start({ tls: makeCertificate({ hours }) });
      assert.match(sandbox.baseUrl, /^https:/);
      const outcome = await createInstance(nodeFetch, accessTo(sandbox), creation(), signal);
      assert.ok('failure' in outcome);
      assert.deepEqual([outcome.failure.cause, outcome.failure.maybeDone], ['certificate', false]);
      assert.match(
        failureMessage(outcome.failure, 'Work'),
        /certificate isn't trusted.*Nothing was sent\. .*http\.systemCertificates/,
      );
      assert.deepEqual([sandbox.requests(), sandbox.instances()], [[], []]);
    });
  }

  it('sends the Authorization header to no other origin if the platform redirects there', async () => {
    const stranger = await startServer((_, response) => response.writeHead(200).end('{}'));
    started.push(stranger);
    const sandbox = await start({ redirectTo: stranger.url });
    const access = accessTo(sandbox);
    const values = { apiKey: newSecret(), apiSecret: newSecret(), callbackUrl: 'https://a.example/cb' };
    const created = await createInstance(nodeFetch, access, creation(), signal);
    const checked = await checkAccess(nodeFetch, access, signal);
    const page = await requestSignInUrl(nodeFetch, access, 'slack', values, signal);
    const token = await requestOAuthToken(nodeFetch, access, 'twitter', values, signal);
    for (const outcome of [created, page, token]) {
      assert.ok('failure' in outcome);
      assert.equal(outcome.failure.cause, 'redirect');
      assert.match(failureMessage(outcome.failure, 'Work'), /It wasn't followed/);
    }
    assert.equal(checked?.cause, 'redirect');
    assert.deepEqual(stranger.requests, []);
    assert.equal(sandbox.requests().length, 4);
  });

  for (const address of ['http://api.cloud-elements.com', 'http://10.0.0.7:8088', 'http://localhost.example.com']) {
    it(`accepts no account at ${address}: only this computer may be called without encryption`, () => {
      assert.deepEqual(normaliseBaseUrl(address), { problem: 'not-https' });
    });
  }
});
