import assert from 'node:assert/strict';
import { type Sandbox, startSandbox } from '../../sandbox/src/server';
import { type Answer, call } from './callSandbox';

interface Request {
  readonly element: { readonly key: string };
  readonly configuration: Readonly<Record<string, string>>;
}

const oauth = {
  'oauth.callback.url': 'https://app.sandbox.test/callback',
  'oauth.api.key': 'id',
  'oauth.api.secret': 'hush',
};
const requestTo = (key: string, more: Readonly<Record<string, string>> = {}): Request => ({
  element: { key },
  configuration: { ...oauth, ...more },
});
const zendesk = requestTo('zendesk', { 'zendesk.subdomain': 'acme' });
const box = requestTo('box');
const twitter = requestTo('twitter');
const withoutCallback: Request = {
  element: { key: 'weebly' },
  configuration: { 'oauth.api.key': 'id', 'oauth.api.secret': 'hush', 'site.id': '1' },
};

describe('sandbox: an instance of an element with OAuth', () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startSandbox();
  });
  afterEach(() => sandbox.close());

  const consentTo = ({ element, configuration }: Request) =>
    sandbox.consent({ elementKey: element.key, configuration });
  const create = (request: Request, providerData: unknown) =>
    call(sandbox, 'POST /instances', { ...request, providerData });
  function isInvalidGrant({ status, json }: Answer): void {
    const { message, providerMessage } = json as { message: string; providerMessage: string };
    assert.deepEqual([status, message, providerMessage], [400, 'Request failed', '400 - invalid_grant']);
  }

  const signedIn: readonly [title: string, request: Request, given: string][] = [
    ['OAuth 2', zendesk, 'code state'],
    ['OAuth 1', twitter, 'oauth_token oauth_verifier secret'],
    ['OAuth 2 without a callback entry', withoutCallback, 'code state'],
    [
      'OAuth 2 with more',
      requestTo('quickbooks', { 'authentication.type': 'oauth2', scope: 's' }),
      'code realmId state',
    ],
    ['OAuth 1 with more', requestTo('quickbooks'), 'dataSource oauth_token oauth_verifier realmId secret state'],
  ];
  for (const [title, request, given] of signedIn) {
    it(`is made with what Allow gives, once: ${title}`, async () => {
      const providerData = consentTo(request);
      assert.equal(Object.keys(providerData).sort().join(' '), given);
      assert.equal((await create(request, providerData)).status, 200);
      isInvalidGrant(await create(request, providerData));
      assert.equal(sandbox.instances().length, 1);
      assert.equal((await create(request, consentTo(request))).status, 200);
    });

    it(`is not made without any member of what Allow gives: ${title}`, async () => {
      const providerData = consentTo(request);
      const named = Object.keys(providerData).filter((member) => member !== 'state' || given.includes('secret'));
      const text = 'You must provide an OAuth code in order to create an instance of this element';
      for (const missing of named) {
        const answer = await create(request, { ...providerData, [missing]: undefined });
        assert.deepEqual([answer.status, (answer.json as { message: string }).message], [400, text]);
        isInvalidGrant(await create(request, { ...providerData, [missing]: 'made-up' }));
      }
      assert.equal((await create(request, providerData)).status, 200);
    });
  }

  const others: readonly [title: string, given: Request, used: Request][] = [
    ['another element', zendesk, box],
    ['another API key', zendesk, requestTo('zendesk', { 'zendesk.subdomain': 'acme', 'oauth.api.key': 'other' })],
    [
      'another callback',
      zendesk,
      requestTo('zendesk', { 'zendesk.subdomain': 'acme', 'oauth.callback.url': `${oauth['oauth.callback.url']}/` }),
    ],
    ['another element of OAuth 1', twitter, requestTo('desk', { 'desk.subdomain': 'acme' })],
  ];
  for (const [title, given, used] of others) {
    it(`is not made with what was given for ${title}, which stays good for its own`, async () => {
      const providerData = consentTo(given);
      isInvalidGrant(await create(used, providerData));
      assert.equal((await create(given, providerData)).status, 200);
    });
  }

  it('is not made with token, verifier and secret of different pages', async () => {
    const [first, second] = [consentTo(twitter), consentTo(twitter)];
    for (const member of ['oauth_token', 'oauth_verifier', 'secret']) {
      isInvalidGrant(await create(twitter, { ...first, [member]: second[member] }));
    }
    assert.equal((await create(twitter, first)).status, 200);
  });

  it('is not made with a code that was decoded twice, or never', async () => {
    const { code = '' } = consentTo(box);
    isInvalidGrant(await create(box, { code: decodeURIComponent(code) }));
    isInvalidGrant(await create(box, { code: encodeURIComponent(code) }));
    assert.equal((await create(box, { code })).status, 200);
  });

  it('does not need the page where tokens are at hand', async () => {
    const request = { ...box, configuration: { ...oauth, 'oauth.user.refresh_token': 'kept' } };
    const { status } = await call(sandbox, 'POST /instances', { ...request, externalAuthentication: 'initial' });
    assert.equal(status, 200);
  });

  it('there is nothing to consent to at an element without OAuth, or one that is unknown', () => {
    for (const [elementKey, message] of [
      ['helpscout', /does not sign in by OAuth/],
      ['nowhere', /^No element found/],
    ] as const) {
      assert.throws(() => sandbox.consent({ elementKey, configuration: {} }), { message });
    }
  });
});
