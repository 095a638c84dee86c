import assert from 'node:assert/strict';
import type { Access } from '../../../engine/src/platform/access';
import { HttpFailure, type Http, type HttpRequest } from '../../../engine/src/platform/http';
import { pingInstance } from '../../../engine/src/platform/ping';
import { newSecret } from '../../kit/client/fakes';

const none = new AbortController().signal;
const access: Access = {
  baseUrl: 'https://api.example.com/elements/api-v2',
  userSecret: newSecret(),
  organizationSecret: newSecret(),
};
const token = newSecret();

type Answer = readonly [status: number, body: unknown] | HttpFailure;

async function ping(ofPing: Answer, ofObjects?: Answer, secrets: readonly string[] = []) {
  const requests: HttpRequest[] = [];
  const answers = [ofPing, ofObjects];
  const http: Http = (request) => {
    requests.push(request);
    const answer = answers.shift();
    assert.ok(answer, 'no call too many');
    if (answer instanceof HttpFailure) return Promise.reject(answer);
    const [status, body] = answer;
    return Promise.resolve({ status, headers: {}, text: typeof body === 'string' ? body : JSON.stringify(body) });
  };
  const outcome = await pingInstance(http, access, { token, secrets }, none);
  return { outcome, requests };
}

const pong = { dateTime: '2026-01-05T09:31:00Z', endpoint: 'exampledesk' };
const refusal = { requestId: '64f0c0ffee0123456789abcd', message: 'Request failed', providerMessage: '401 - no' };
const notSupported = { message: 'This API is not currently supported for this element' };

describe('ping', () => {
  it('asks once, with all three parts of the header', async () => {
    const { outcome, requests } = await ping([200, pong]);
    assert.equal(outcome, 'works');
    const [request] = requests;
    assert.deepEqual([requests.length, request?.method, request?.url], [1, 'GET', `${access.baseUrl}/ping`]);
    const { userSecret, organizationSecret } = access;
    assert.equal(
      request?.headers['Authorization'],
      `User ${userSecret}, Organization ${organizationSecret}, Element ${token}`,
    );
  });

  const table: [name: string, ofPing: Answer, ofObjects: Answer | undefined, outcome: string][] = [
    ["the provider's refusal", [400, refusal], undefined, 'refused'],
    ["a failure with the provider's message", [502, refusal], undefined, 'refused'],
    ["a refusal without the provider's message", [400, { message: 'Bad Request' }], undefined, 'unknown'],
    [
      'secrets that the platform rejects',
      [401, { message: 'Invalid Organization or User secret' }],
      undefined,
      'unknown',
    ],
    ['an instance that the platform does not find', [404, { message: 'No instance found' }], undefined, 'unknown'],
    ['a failure of the platform', [500, { message: 'Internal server error' }], undefined, 'unknown'],
    ['a gateway', [502, '<html></html>'], undefined, 'unknown'],
    ['a page with status 200', [200, '<html></html>'], undefined, 'unknown'],
    ['a lost connection', new HttpFailure('lost', 'h', true), undefined, 'unknown'],
    ['a cancelled call', new HttpFailure('cancelled', 'h', true), undefined, 'unknown'],
    ['no ping, and a refusal of the objects', [404, notSupported], [401, refusal], 'refused'],
    // The platform itself answers this call, even for a disabled instance.
    ['no ping, and a list of objects', [405, notSupported], [200, []], 'unknown'],
    ['neither ping nor objects', [400, notSupported], [400, notSupported], 'unknown'],
  ];
  for (const [name, ofPing, ofObjects, expected] of table) {
    it(`reads ${name} as ${expected}`, async () => {
      const { outcome, requests } = await ping(ofPing, ofObjects);
      assert.equal(typeof outcome === 'string' ? outcome : 'refused', expected);
      const paths = requests.map(({ url }) => url.slice(access.baseUrl.length));
      assert.deepEqual(paths, ofObjects === undefined ? ['/ping'] : ['/ping', '/objects']);
    });
  }

  it('masks the secrets that the provider repeats', async () => {
    const secret = newSecret();
    const body = { ...refusal, providerMessage: `401 - no ${secret} and ${token}` };
    const { outcome } = await ping([400, body], undefined, [secret, token]);
    assert.ok(typeof outcome === 'object');
    assert.equal(outcome.refused.providerMessage, '401 - no ******** and ********');
  });

  it('rethrows an error that is not a network error', async () => {
    const http: Http = () => Promise.reject(new RangeError('x'));
    await assert.rejects(pingInstance(http, access, { token, secrets: [] }, none), RangeError);
  });
});
