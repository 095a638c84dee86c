import assert from 'node:assert/strict';
import { type Sandbox, startSandbox } from '../../sandbox/src/server';
import { defaultSettings } from '../../sandbox/src/sandboxSettings';
import { accountHeader, call, control, helpScoutRequest } from './callSandbox';

describe('sandbox: control', () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startSandbox();
  });
  afterEach(() => sandbox.close());

  it('counts requests by method and path template, in the process and over HTTP', async () => {
    assert.deepEqual(sandbox.counts(), {});
    for (const operation of [
      'GET /instances/1',
      'GET /instances/2',
      'PUT /instances/2',
      'GET /elements/keys',
      'GET /x',
    ]) {
      await call(sandbox, operation);
    }
    const counts = {
      'GET /instances/{id}': 2,
      'PUT /instances/{id}': 1,
      'GET /elements/keys': 1,
      'GET other': 1,
    };
    assert.deepEqual(sandbox.counts(), counts);
    assert.deepEqual((await control(sandbox, 'GET requests')).json, counts);
  });

  it('starts counting again', async () => {
    await call(sandbox, 'GET /instances');
    await control(sandbox, 'DELETE requests');
    assert.deepEqual(sandbox.counts(), {});
    await call(sandbox, 'GET /instances');
    sandbox.resetRequests();
    assert.deepEqual([sandbox.counts(), sandbox.requests()], [{}, []]);
  });

  it('keeps what was sent, to the last byte, inside the process', async () => {
    const body = JSON.stringify(helpScoutRequest({ name: 'Zürich “desk”' }), null, 2);
    await call(sandbox, 'POST /instances?a=b', body);
    const [request] = sandbox.requests();
    assert.deepEqual(
      [request?.method, request?.url, request?.operation, request?.body, request?.headers.authorization],
      ['POST', '/elements/api-v2/instances?a=b', 'POST /instances', body, accountHeader],
    );
  });

  it('sets, shows and clears faults over HTTP', async () => {
    const always = { always: 'delay', milliseconds: 1, on: 'GET /elements' };
    await control(sandbox, 'POST faults', always);
    await control(sandbox, 'POST faults', { next: 'rate-limited', retryAfter: 7 });
    const { json } = await control(sandbox, 'POST faults', { next: 'says', message: 'No', providerMessage: '' });
    assert.deepEqual(json, {
      next: [
        { name: 'rate-limited', retryAfter: 7 },
        { name: 'says', message: 'No', providerMessage: '' },
      ],
      always: [{ name: 'delay', milliseconds: 1, on: 'GET /elements' }],
    });
    assert.equal((await call(sandbox, 'GET /organizations/me')).headers.get('retry-after'), '7');
    await control(sandbox, 'DELETE faults');
    assert.deepEqual((await control(sandbox, 'GET faults')).json, { next: [], always: [] });
  });

  it('changes settings over HTTP', async () => {
    await control(sandbox, 'POST settings', { checksCredentials: ['helpscout'] });
    const { json } = await control(sandbox, 'POST settings', { latency: 1 });
    assert.deepEqual(json, { ...defaultSettings, latency: 1, checksCredentials: ['helpscout'] });
    assert.deepEqual(sandbox.settings, json);
    assert.deepEqual((await control(sandbox, 'GET settings')).json, json);
    const { status } = await call(sandbox, 'POST /instances', helpScoutRequest({}, { username: 'refused' }));
    assert.equal(status, 400);
  });

  const wrong: readonly [operation: string, body: unknown, status: number, message: RegExp][] = [
    ['POST faults', { next: 'earthquake' }, 400, /to one of rate-limited, .*delay/],
    ['POST faults', {}, 400, /"next" or "always"/],
    ['POST faults', { next: 'hang', always: 'hang' }, 400, /either "next" or "always"/],
    ['POST faults', { next: 'hang', on: 1 }, 400, /^on is/],
    ['POST faults', { next: 'delay', milliseconds: -1 }, 400, /^milliseconds is/],
    ['POST faults', { next: 'rate-limited', retryAfter: 'soon' }, 400, /^retryAfter is/],
    ['POST faults', { next: 'says', message: 7 }, 400, /^message and providerMessage are/],
    ['POST faults', ['hang'], 400, /^Send a JSON object/],
    ['POST settings', { latency: 'long' }, 400, /^latency is .*"realistic"/],
    ['POST settings', { inUse: 'zendesk' }, 400, /^inUse is true, false, or a list/],
    ['POST settings', { latency: 1, withoutPing: [1] }, 400, /^withoutPing is/],
    ['POST settings', { checksCredentials: 1 }, 400, /^checksCredentials is/],
    ['POST settings', { oauthUrlByPost: 'no' }, 400, /^oauthUrlByPost is true or false/],
    ['POST settings', { pageState: 'lost' }, 400, /^pageState is one of kept, missing, element/],
    ['POST settings', { callbackState: 'lost' }, 400, /^callbackState is one of kept, missing, wrong/],
    ['POST settings', { redirectTo: 'nowhere' }, 400, /^redirectTo is a URL, or null/],
    ['POST settings', { colour: 'red' }, 400, /no setting "colour": .*latency, checksCredentials/],
    ['GET nowhere', undefined, 404, /\/sandbox\/faults/],
  ];
  for (const [operation, body, status, message] of wrong) {
    it(`says how to ask: ${operation} ${body === undefined ? '' : JSON.stringify(body)}`, async () => {
      const answer = await control(sandbox, operation, body);
      assert.equal(answer.status, status);
      assert.match((answer.json as { message: string }).message, message);
      assert.deepEqual(sandbox.faults.pending(), { next: [], always: [] });
      assert.deepEqual(sandbox.settings, defaultSettings);
    });
  }

  it('is not open to a web page: only JSON is taken, which a page may not send elsewhere unasked', async () => {
    const response = await fetch(`${sandbox.url}/sandbox/faults`, { method: 'POST', body: '{"next":"hang"}' });
    assert.equal(response.status, 415);
    assert.deepEqual(sandbox.faults.pending().next, []);
  });

  it('listens on the loopback address only, and not on a port that is taken', async () => {
    const { hostname, port } = new URL(sandbox.url);
    assert.equal(hostname, '127.0.0.1');
    await assert.rejects(startSandbox({ port: Number(port) }), {
      message: /is in use\. Stop the program .* another port/,
    });
  });
});
