import assert from 'node:assert/strict';
import { type Sandbox, startSandbox } from '../../sandbox/src/server';
import { call } from './callSandbox';

/** What the vendor's own clients send, but for the element. Values are made up. */
const parameters = { apiKey: 'id', apiSecret: 'hush', callbackUrl: 'https://app.sandbox.test/callback?x=1' };

const toQuery = (members: Readonly<Record<string, string>>) => new URLSearchParams(members).toString();
const messageOf = ({ json }: { json: unknown }) => (json as { message: string }).message;
const pageOf = ({ json }: { json: unknown }) => new URL((json as { oauthUrl: string }).oauthUrl);

describe('sandbox: asking for the address of a provider’s page', () => {
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await startSandbox();
  });
  afterEach(() => {
    sandbox.settings.oauthUrlByPost = true;
    sandbox.resetRequests();
  });
  after(() => sandbox.close());

  const get = (path: string, members: Readonly<Record<string, string>>) =>
    call(sandbox, `GET ${path}?${toQuery(members)}`);
  const ask = (method: string, path: string, members: Readonly<Record<string, string>>) =>
    method === 'GET' ? get(path, members) : call(sandbox, `POST ${path}`, members);

  for (const method of ['GET', 'POST']) {
    it(`${method} gives it, with the state it was given, and without the API secret`, async () => {
      const members = {
        ...parameters,
        scope: 'read write',
        state: 'a&b',
        siteAddress: 'acme',
        'zendesk.subdomain': 'acme',
      };
      const answer = await ask(method, '/elements/zendesk/oauth/url', members);
      assert.equal(answer.status, 200);
      assert.equal((answer.json as { element: string }).element, 'zendesk');
      const page = pageOf(answer);
      assert.deepEqual([page.origin, page.pathname], [sandbox.url, '/sandbox/authorize']);
      assert.deepEqual(Object.fromEntries(page.searchParams), {
        response_type: 'code',
        client_id: parameters.apiKey,
        redirect_uri: parameters.callbackUrl,
        scope: 'read write',
        state: 'a&b',
        element: 'zendesk',
      });
      const [request] = sandbox.requests();
      assert.equal(request?.operation, `${method} /elements/{keyOrId}/oauth/url`);
      const sent: unknown =
        method === 'GET'
          ? Object.fromEntries(new URL(request.url, sandbox.url).searchParams)
          : JSON.parse(request.body);
      assert.deepEqual(sent, members);
    });

    it(`${method} takes the element key for a missing state, and an element's id for its key`, async () => {
      for (const keyOrId of ['zendesk', '41']) {
        const answer = await ask(method, `/elements/${keyOrId}/oauth/url`, parameters);
        assert.equal(pageOf(answer).searchParams.get('state'), 'zendesk');
      }
    });

    it(`${method} names the parameter that is missing, or is no address`, async () => {
      for (const name of Object.keys(parameters)) {
        for (const members of [
          { ...parameters, [name]: '' },
          Object.fromEntries(Object.entries(parameters).filter(([key]) => key !== name)),
        ]) {
          const answer = await ask(method, '/elements/zendesk/oauth/url', members);
          assert.deepEqual([answer.status, messageOf(answer)], [400, `Missing required parameter: ${name}`]);
        }
      }
      for (const callbackUrl of ['callback', '/callback', 'app.sandbox.test', 'javascript:alert(1)']) {
        const answer = await ask(method, '/elements/zendesk/oauth/url', { ...parameters, callbackUrl });
        assert.deepEqual([answer.status, messageOf(answer)], [400, 'callbackUrl must be a URL']);
      }
    });
  }

  it('takes the address of an editor for a callback', async () => {
    const callbackUrl = 'vscode://publisher.extension/callback';
    const answer = await call(sandbox, 'POST /elements/zendesk/oauth/url', { ...parameters, callbackUrl });
    assert.equal(pageOf(answer).searchParams.get('redirect_uri'), callbackUrl);
  });

  const ways: readonly [key: string, type: string | undefined, seen: string | RegExp][] = [
    ['hubspot', 'oauth2', 'client_id'],
    ['hubspot', undefined, 'client_id'],
    ['hubspot', 'apiKey', /hubspot does not sign in by OAuth \(apiKey\)/],
    ['quickbooks', 'oauth2', 'client_id'],
    ['quickbooks', 'oauth1', /Missing required parameter: requestToken/],
    ['quickbooks', undefined, /Missing required parameter: requestToken/],
    ['twitter', undefined, /Missing required parameter: requestToken/],
    ['zendesk', 'oauth2', 'client_id'],
    ['helpscout', undefined, /helpscout does not sign in by OAuth \(basic\)/],
    ['marketo', undefined, /marketo does not sign in by OAuth/],
  ];
  for (const [key, type, seen] of ways) {
    it(`${key} by ${type ?? 'no named way'}: ${String(seen)}`, async () => {
      const members = { ...parameters, scope: 'some', ...(type && { 'authentication.type': type }) };
      const answer = await call(sandbox, `POST /elements/${key}/oauth/url`, members);
      if (typeof seen === 'string') assert.ok(pageOf(answer).searchParams.has(seen));
      else {
        assert.equal(answer.status, 400);
        assert.match(messageOf(answer), seen);
      }
    });
  }

  const refused: readonly [operation: string, body: unknown, status: number][] = [
    ['POST /elements/nowhere/oauth/url', parameters, 404],
    ['GET /elements/nowhere/oauth/token', undefined, 404],
    ['POST /elements/zendesk/oauth/url', [], 400],
    ['POST /elements/zendesk/oauth/url', '{', 400],
    [`GET /elements/zendesk/oauth/token?${toQuery(parameters)}`, undefined, 400],
    ['POST /elements/twitter/oauth/token', parameters, 405],
  ];
  for (const [operation, body, status] of refused) {
    it(`answers ${status} to ${operation.split('?').join(' with ')} ${JSON.stringify(body ?? '')}`, async () => {
      assert.equal((await call(sandbox, operation, body)).status, status);
    });
  }

  it('is for the account only', async () => {
    for (const name of ['url', 'token']) {
      const { status } = await call(sandbox, `GET /elements/twitter/oauth/${name}`, undefined, { Authorization: null });
      assert.equal(status, 401);
    }
  });

  it('has GET alone on an older platform', async () => {
    sandbox.settings.oauthUrlByPost = false;
    const { status, headers } = await call(sandbox, 'POST /elements/zendesk/oauth/url', parameters);
    assert.deepEqual([status, headers.get('allow')], [405, 'GET']);
    assert.equal((await get('/elements/zendesk/oauth/url', parameters)).status, 200);
  });

  describe('by OAuth 1', () => {
    const tokenFor = async (members: Readonly<Record<string, string>> = parameters) => {
      const { json } = await get('/elements/twitter/oauth/token', members);
      return json as { token: string; secret: string };
    };

    it('a request token comes first, with a secret of its own', async () => {
      const { token, secret } = await tokenFor();
      assert.ok(token && secret && token !== secret);
      for (const method of ['GET', 'POST']) {
        const answer = await ask(method, '/elements/twitter/oauth/url', { ...parameters, requestToken: token });
        const query = Object.fromEntries(pageOf(answer).searchParams);
        assert.deepEqual(query, { oauth_token: token, state: 'twitter', element: 'twitter' });
      }
    });

    it('a request token is good for what it was asked for, and nothing else', async () => {
      const { token, secret } = await tokenFor();
      for (const [key, changes] of [
        ['twitter', { requestToken: 'made-up' }],
        ['twitter', { requestToken: secret }],
        ['twitter', { requestToken: token, apiKey: 'other' }],
        ['twitter', { requestToken: token, callbackUrl: 'https://other.sandbox.test' }],
        ['desk', { requestToken: token }],
      ] as const) {
        const answer = await call(sandbox, `POST /elements/${key}/oauth/url`, { ...parameters, ...changes });
        assert.equal(answer.status, 400);
        assert.match(messageOf(answer), /^requestToken was not given for this/);
      }
    });
  });
});
