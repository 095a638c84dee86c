import assert from 'node:assert/strict';
import { type Sandbox, startSandbox } from '../../sandbox/src/server';
import { call } from './callSandbox';

const callbackUrl = 'http://127.0.0.1:8089/callback';
const parameters = { apiKey: 'id', apiSecret: 'hush-hush', callbackUrl, state: 'st&te' };

describe('sandbox: the page of a provider', () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startSandbox();
  });
  afterEach(() => sandbox.close());

  async function open(key: string, changes: Readonly<Record<string, string>> = {}): Promise<string> {
    const members = { ...parameters, ...changes };
    const { json } = await call(sandbox, `POST /elements/${key}/oauth/url`, members);
    return (json as { oauthUrl: string }).oauthUrl;
  }
  async function openOAuth1(key: string, changes: Readonly<Record<string, string>> = {}) {
    const query = new URLSearchParams({ ...parameters, ...changes }).toString();
    const { json } = await call(sandbox, `GET /elements/${key}/oauth/token?${query}`);
    const { token, secret } = json as { token: string; secret: string };
    return { token, secret, page: await open(key, { ...changes, requestToken: token }) };
  }

  /** What the form of the page does. */
  const submit = (page: string, answer: string) =>
    fetch(page, { method: 'POST', body: new URLSearchParams({ answer }), redirect: 'manual' });
  async function press(page: string, button: 'allow' | 'deny'): Promise<URL> {
    const response = await submit(page, button);
    assert.equal(response.status, 302);
    return new URL(response.headers.get('location') ?? '');
  }
  const membersOf = (url: URL) => Object.fromEntries(url.searchParams);

  it('shows element, callback and scope, two buttons, and what it is; all of it escaped, without a script', async () => {
    const scope = '<b>read</b> & "write"';
    const response = await fetch(await open('zendesk', { scope, callbackUrl: `${callbackUrl}?a='"<b>&c` }));
    const html = await response.text();
    assert.equal(response.headers.get('content-type'), 'text/html; charset=utf-8');
    assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    for (const text of [
      '<strong>Zendesk</strong>',
      'This page of the sandbox',
      '&#60;b&#62;read&#60;/b&#62; &#38; &#34;write&#34;',
    ]) {
      assert.ok(html.includes(text), text);
    }
    assert.ok(html.includes('http://127.0.0.1:8089/callback?a=&#39;&#34;&#60;b&#62;&#38;c'));
    for (const button of ['allow', 'deny']) assert.ok(html.includes(`<button name="answer" value="${button}">`));
    assert.ok(!/<script|<b>|hush-hush/i.test(html));
  });

  it('gives nothing for being looked at', async () => {
    const page = await open('zendesk');
    for (const method of ['GET', 'HEAD', 'POST']) assert.equal((await fetch(page, { method })).status, 200);
    assert.equal((await submit(page, 'maybe')).status, 200);
  });

  it('redirects with a new code and the state after each Allow', async () => {
    const page = await open('zendesk');
    const [first, second] = [await press(page, 'allow'), await press(page, 'allow')];
    for (const { origin, pathname, searchParams } of [first, second]) {
      assert.equal(origin + pathname, callbackUrl);
      assert.deepEqual([...searchParams.keys()], ['code', 'state']);
      assert.equal(searchParams.get('state'), parameters.state);
      // A code that is decoded once too often, or never, is another one.
      assert.match(searchParams.get('code') ?? '', /^4\/0\+[0-9a-f]{24}%25=$/);
    }
    assert.notEqual(first.searchParams.get('code'), second.searchParams.get('code'));
  });

  it('redirects with an error, its description and the state after Deny', async () => {
    for (const page of [await open('zendesk'), (await openOAuth1('twitter')).page]) {
      const { error, error_description: description, ...rest } = membersOf(await press(page, 'deny'));
      assert.equal(error, 'access_denied');
      assert.ok(description);
      assert.deepEqual(rest, { state: parameters.state });
    }
  });

  it('redirects with token and verifier in OAuth 1', async () => {
    const { token, page } = await openOAuth1('twitter');
    const { oauth_token: same, oauth_verifier: verifier, ...rest } = membersOf(await press(page, 'allow'));
    assert.equal(same, token);
    assert.ok(verifier);
    assert.deepEqual(rest, {});
  });

  const more: readonly [key: string, oauth1: boolean, changes: Readonly<Record<string, string>>, members: string][] = [
    ['quickbooks', false, { 'authentication.type': 'oauth2', scope: 's' }, 'code realmId state'],
    ['revel', false, {}, 'code state token'],
    ['quickbooks', true, {}, 'dataSource oauth_token oauth_verifier realmId state'],
    ['xero', true, {}, 'oauth_token oauth_verifier org'],
  ];
  for (const [key, isOAuth1, changes, members] of more) {
    it(`carries what ${key} needs besides, ${isOAuth1 ? 'OAuth 1' : 'OAuth 2'}: ${members}`, async () => {
      const page = isOAuth1 ? (await openOAuth1(key, changes)).page : await open(key, changes);
      const given = membersOf(await press(page, 'allow'));
      assert.equal(Object.keys(given).sort().join(' '), members);
      assert.ok(Object.values(given).every((value) => value !== ''));
    });
  }

  const callbacks: readonly [callback: string, beginning: string][] = [
    [callbackUrl, `${callbackUrl}?code=`],
    [`${callbackUrl}?to=a%20b&x`, `${callbackUrl}?to=a%20b&x&code=`],
    [`${callbackUrl}?`, `${callbackUrl}?code=`],
    ['https://app.sandbox.test', 'https://app.sandbox.test/?code='],
    ['vscode://publisher.extension/callback?windowId=1', 'vscode://publisher.extension/callback?windowId=1&code='],
  ];
  for (const [callback, beginning] of callbacks) {
    it(`adds to the query that the callback has: ${callback}`, async () => {
      const { href } = await press(await open('zendesk', { callbackUrl: callback }), 'allow');
      assert.ok(href.startsWith(beginning), href);
    });
  }

  it('loses the state, or changes it, as its settings say', async () => {
    const states = async (page: string) => [
      (await press(page, 'allow')).searchParams.get('state'),
      (await press(page, 'deny')).searchParams.get('state'),
    ];
    sandbox.settings.callbackState = 'missing';
    assert.deepEqual(await states(await open('zendesk')), [null, null]);
    sandbox.settings.callbackState = 'wrong';
    for (const state of await states(await open('zendesk'))) assert.ok(state && state !== parameters.state);
  });

  const pageStates = [
    ['kept', parameters.state],
    ['missing', null],
    ['element', 'zendesk'],
  ] as const;
  for (const [pageState, state] of pageStates) {
    it(`has the state in its address as the platform put it there: ${pageState}`, async () => {
      sandbox.settings.pageState = pageState;
      const page = await open('zendesk');
      assert.equal(new URL(page).searchParams.get('state'), state);
      assert.equal((await press(page, 'allow')).searchParams.get('state'), state);
    });
  }

  it('is found by its address however that is written, and by no other', async () => {
    const page = await open('zendesk', { scope: 'read write' });
    const written = page.replace('read+write', 'read%20write').replace('%3A%2F%2F', '://');
    assert.notEqual(written, page);
    assert.equal((await fetch(written)).status, 200);
    for (const other of [page.replace('client_id=id', 'client_id=x'), `${sandbox.url}/sandbox/authorize`]) {
      for (const response of [await fetch(other), await submit(other, 'allow')]) {
        assert.equal(response.status, 404);
        assert.match(await response.text(), /Start the sign-in again/);
      }
    }
  });

  it('says so when its request token is spent', async () => {
    const configuration = { 'oauth.callback.url': callbackUrl, 'oauth.api.key': 'id', 'oauth.api.secret': 'hush' };
    const { page, secret } = await openOAuth1('twitter');
    const providerData = { ...membersOf(await press(page, 'allow')), secret };
    const { status } = await call(sandbox, 'POST /elements/twitter/instances', { configuration, providerData });
    assert.equal(status, 200);
    const response = await submit(page, 'allow');
    assert.equal(response.status, 404);
    assert.match(await response.text(), /only once/);
  });
});
