import assert from 'node:assert/strict';
import type { Access } from '../../../engine/src/platform/access';
import { nodeFetch } from '../../../engine/src/platform/http';
import { requestOAuthToken, requestSignInUrl } from '../../../engine/src/platform/oauth';
import { newSecret } from '../../kit/client/fakes';
import { startServer, type LocalServer } from '../../kit/client/localServer';

const page = 'https://login.example.com/authorize?client_id=x&state=s';

describe('the calls for a sign-in', () => {
  let server: LocalServer;
  /** Answers in order, each for one request. */
  let answers: { status: number; body: unknown }[];
  beforeEach(async () => {
    answers = [];
    server = await startServer((_, response) => {
      const { status = 500, body } = answers.shift() ?? {};
      response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  afterEach(async () => {
    await server.close();
  });

  const access = (): Access => ({
    baseUrl: `${server.url}/elements/api-v2`,
    userSecret: newSecret(),
    organizationSecret: newSecret(),
  });
  const { signal } = new AbortController();
  const values = { apiKey: newSecret(), apiSecret: newSecret(), callbackUrl: 'http://127.0.0.1:9/cb', state: 's' };

  it('asks for the page with POST, so that no secret is in a URL', async () => {
    answers = [{ status: 200, body: { element: 'a b', oauthUrl: page } }];
    assert.deepEqual(await requestSignInUrl(nodeFetch, access(), 'a b', values, signal), { url: page });
    const [request] = server.requests;
    assert.deepEqual([request?.method, request?.url], ['POST', '/elements/api-v2/elements/a%20b/oauth/url']);
    assert.deepEqual(JSON.parse(request?.body ?? ''), values);
    assert.equal(server.requests.length, 1);
  });

  const none: [status: number, body: unknown][] = [
    [405, { message: 'Method not allowed', requestId: '64f0c0ffee0123456789abcd' }],
    [404, '<html>Not Found</html>'],
    [404, ''],
    [404, []],
    [404, { error: 'Not Found', path: '/elements/slack/oauth/url' }],
  ];
  for (const [status, body] of none) {
    it(`asks with GET if the platform has no such POST (${status}, ${JSON.stringify(body)})`, async () => {
      answers = [
        { status, body },
        { status: 200, body: { oauthUrl: page } },
      ];
      assert.deepEqual(await requestSignInUrl(nodeFetch, access(), 'slack', values, signal), { url: page });
      const [, request] = server.requests;
      const url = new URL(request?.url ?? '', server.url);
      assert.deepEqual([request?.method, Object.fromEntries(url.searchParams)], ['GET', values]);
    });
  }

  for (const body of [{ message: 'No element slack' }, { requestId: '64f0c0ffee0123456789abcd' }]) {
    it(`puts no secret into a URL if the platform itself answers 404 (${Object.keys(body).join()})`, async () => {
      answers = [{ status: 404, body }];
      const outcome = await requestSignInUrl(nodeFetch, access(), 'slack', values, signal);
      assert.ok('failure' in outcome);
      assert.equal(outcome.failure.cause, 'missing');
      assert.deepEqual(
        server.requests.map(({ method }) => method),
        ['POST'],
      );
    });
  }

  it('sends nothing if a key would change the address', async () => {
    for (const ask of [requestSignInUrl, requestOAuthToken]) {
      const outcome = await ask(nodeFetch, access(), '..', values, signal);
      assert.ok('failure' in outcome);
      assert.deepEqual([outcome.failure.cause, outcome.failure.maybeDone], ['unsendable', false]);
    }
    assert.deepEqual(server.requests, []);
  });

  for (const status of [400, 401, 403, 429, 500]) {
    it(`does not ask again after ${status}, and returns the message without the secrets`, async () => {
      const mine = access();
      const message = `Bad key ${values.apiKey} for ${values.callbackUrl}, ${mine.userSecret}`;
      answers = [{ status, body: { message } }];
      const outcome = await requestSignInUrl(nodeFetch, mine, 'slack', values, signal);
      assert.ok('failure' in outcome);
      assert.deepEqual(
        [outcome.failure.status, outcome.failure.message],
        [status, `Bad key ******** for ${values.callbackUrl}, ********`],
      );
      assert.equal(server.requests.length, 1);
    });
  }

  for (const oauthUrl of ['file:///etc/passwd', 'command:workbench.action.quit', 'vscode://a.b', 'nonsense', '', 7]) {
    it(`opens no page at ${JSON.stringify(oauthUrl)}`, async () => {
      answers = [{ status: 200, body: { oauthUrl } }];
      const outcome = await requestSignInUrl(nodeFetch, access(), 'slack', values, signal);
      assert.ok('failure' in outcome);
      assert.equal(outcome.failure.cause, 'odd-success');
    });
  }

  it('returns a failure if nobody answers', async () => {
    const mine = access();
    await server.close();
    for (const ask of [requestSignInUrl, requestOAuthToken]) {
      const outcome = await ask(nodeFetch, mine, 'slack', values, signal);
      assert.ok('failure' in outcome);
      assert.equal(outcome.failure.cause, 'refused');
    }
  });

  it('asks for the OAuth 1 token, and returns it with its secret', async () => {
    const first = { token: newSecret(), secret: newSecret() };
    answers = [{ status: 200, body: first }];
    assert.deepEqual(await requestOAuthToken(nodeFetch, access(), 'etsy', values, signal), first);
    const [request] = server.requests;
    assert.equal(request?.method, 'GET');
    assert.match(request.url, /^\/elements\/api-v2\/elements\/etsy\/oauth\/token\?/);
  });

  it('accepts no OAuth 1 token without its secret, and no secret without its token', async () => {
    for (const body of [{ token: 't' }, { secret: 's' }, {}]) {
      answers = [{ status: 200, body }];
      assert.ok('failure' in (await requestOAuthToken(nodeFetch, access(), 'etsy', values, signal)));
    }
  });
});
