import assert from 'node:assert/strict';
import type { Http } from '../../../../engine/src/platform/http';
import { Cancelled } from '../../../../engine/src/ui';
import { freePort } from '../../../kit/freePort';
import { navigate } from '../../../kit/navigate';
import { newSecret } from '../../../kit/client/fakes';

import { oauth1, editor, elsewhere, open, pasting, text, withCode, stateOf } from '../../../kit/client/signInWindow';
import { buttons as signInButtons } from '../../../../engine/src/provisioning/signIn/messages';
import { sharedButtons } from '../../../../engine/src/messages/buttons';

describe('sign-in at a provider', () => {
  let local = '';
  beforeEach(async () => {
    local = `http://127.0.0.1:${await freePort()}/callback`;
  });

  it('accepts all parameters of a redirect from the listener, and frees the port', async () => {
    const body = text(local);
    const pages: number[] = [];
    const window = open({}, {}, async (page) => {
      const back = `${local}?code=4%2F0%2Bx&state=${stateOf(page)}&realmId=7`;
      pages.push((await navigate(back)).status);
    });
    const signed = await window.signIn(body);
    const state = stateOf(window.opened[0] ?? new URL(local));
    assert.deepEqual(JSON.parse(signed.body), JSON.parse(withCode(body, { code: '4/0+x', state, realmId: '7' })));
    assert.deepEqual([pages, window.ui.shown.length], [[200], 1]);
    await assert.rejects(navigate(local));
    assert.equal(window.isListening(), false);
  });

  it('accepts a redirect from the editor if the callback leads there', async () => {
    const window = open({}, {}, (page, { toEditor }) => toEditor({ code: 'c', state: stateOf(page) }));
    const signed = await window.signIn(text(`${editor}/callback`));
    assert.match(signed.body, /"code": ?"c"/);
  });

  it('accepts a pasted address with any callback', async () => {
    for (const callback of [elsewhere, local, editor]) {
      const window = pasting((page) => `${callback}?code=c&state=${stateOf(page)}`);
      assert.match((await window.signIn(text(callback))).body, /"code": ?"c"/);
    }
  });

  it('changes only providerData of the request, and shows no value of the sign-in', async () => {
    const [code, secret] = [newSecret(), newSecret()];
    const body = text(local, { 'oauth.api.secret': secret }).replaceAll(',', ' ,\n\t');
    const back = (page: URL) => navigate(`${local}?code=${encodeURIComponent(code)}&state=${stateOf(page)}`);
    const window = open({}, {}, back);
    const signed = await window.signIn(body);
    assert.ok(signed.body.startsWith(body.slice(0, -1)));
    assert.ok(signed.secrets.includes(code) && signed.secrets.includes(secret));
    const shown =
      window.ui.everythingShown() + window.steps.join('\n') + window.requests.map(({ url }) => url).join('\n');
    for (const hidden of [code, secret, encodeURIComponent(code)]) assert.equal(shown.includes(hidden), false);
    assert.deepEqual(window.steps, ['sign-in: listening', 'sign-in: listener received granted']);
  });

  it('continues to wait after a redirect of another sign-in, and its page says so', async () => {
    const statuses: number[] = [];
    const window = open({}, {}, async (page) => {
      for (const query of [
        'code=evil&state=x',
        'code=evil',
        `state=${stateOf(page)}`,
        `code=c&state=${stateOf(page)}`,
      ]) {
        statuses.push((await navigate(`${local}?${query}`)).status);
      }
    });
    const signed = await window.signIn(text(local));
    assert.deepEqual(statuses, [400, 400, 400, 200]);
    assert.equal(signed.body.includes('evil'), false);
  });

  it('leaves a redirect of another sign-in to the editor to other windows', async () => {
    const answers: unknown[] = [];
    const window = open({}, {}, (page, { toEditor }) => {
      answers.push(toEditor({ code: 'c', state: 'x' }), toEditor({ code: 'c', state: stateOf(page) }));
    });
    await window.signIn(text(editor));
    assert.deepEqual(answers, [false, true]);
  });

  it('shows a refusal as information, with the text of the provider', async () => {
    const query = (page: URL) => `error=access_denied&error_description=Not+today&state=${stateOf(page)}`;
    const ways: [string, ReturnType<typeof open>][] = [
      [local, open({}, {}, (opened) => navigate(`${local}?${query(opened)}`))],
      [elsewhere, pasting((page) => `${elsewhere}?${query(page)}`)],
    ];
    for (const [callback, window] of ways) {
      const words = 'Slack wasn\'t connected: its page answered "access_denied: Not today". Nothing was sent.';
      assert.deepEqual(await window.failure(text(callback)), { tone: 'info', text: words, remedy: 'sign-in' });
    }
  });

  it('ends after ten minutes, or when its box is closed, and says what to do', async () => {
    const limits: number[] = [];
    const late = open(
      {},
      {
        wait: (milliseconds) => {
          limits.push(milliseconds);
          return Promise.resolve();
        },
      },
    );
    const tooLate = await late.failure(text(local));
    assert.deepEqual(limits, [600_000]);
    assert.equal(tooLate.text, "The sign-in to Slack didn't end within 10 minutes. Nothing was sent.");

    const closing = open();
    closing.ui.ask = () => Promise.reject(new Cancelled());
    const stopped = await closing.failure(text(local));
    assert.equal(stopped.text, 'The sign-in to Slack was stopped. Nothing was sent.');
    for (const { tone, remedy } of [tooLate, stopped]) assert.deepEqual([tone, remedy], ['info', 'sign-in']);
    await assert.rejects(navigate(local));
  });

  const refused: [what: string, paste: (page: URL) => string, problem: RegExp][] = [
    ['no address', () => 'code=c', /Paste the complete address/],
    ['the address of another sign-in', () => `${elsewhere}?code=c&state=x`, /belongs to another sign-in/],
    ['an address without a code', (page) => `${elsewhere}?state=${stateOf(page)}`, /contains no code/],
  ];
  for (const [what, paste, problem] of refused) {
    it(`refuses ${what} in the box, and says what to paste`, async () => {
      const window = pasting(paste);
      await assert.rejects(window.signIn(text(elsewhere)), problem);
    });
  }

  it('accepts no code twice', async () => {
    const usedAnswers = new Set<string>();
    const sign = () =>
      pasting((page) => `${elsewhere}?code=c&state=${stateOf(page)}`, { usedAnswers }).signIn(text(elsewhere));
    assert.ok(await sign());
    await assert.rejects(sign(), /was already used, and works only once/);
  });

  const prompts: [what: string, callback: () => string, prompt: RegExp][] = [
    ['a callback to this computer', () => local, /^Sign in at login\.example\.com\. If this box doesn't close/],
    ['a callback to the editor', () => editor, /^Sign in at login\.example\.com, and let the browser open VS Code/],
    ['a callback elsewhere', () => elsewhere, /^Sign in at login\.example\.com, then paste the address/],
  ];
  for (const [what, callback, prompt] of prompts) {
    it(`says what to do with ${what}`, async () => {
      const window = open({}, { wait: () => Promise.resolve() });
      await window.failure(text(callback()));
      assert.match(window.ui.asked[0] ?? '', prompt);
    });
  }

  it('offers to copy the address of the page if no browser opens', async () => {
    let page = new URL(elsewhere);
    const window = open({
      press: [signInButtons.openPage, sharedButtons.copyAddress],
      type: [() => `${elsewhere}?code=c&state=${stateOf(page)}`],
    });
    window.context.browser.open = (url) => {
      page = new URL(url);
      return Promise.resolve(false);
    };
    assert.ok(await window.signIn(text(elsewhere)));
    assert.deepEqual(window.ui.copied, [page.href]);
  });

  it('asks for what the file lacks, with hidden input for secrets, and adds it to the request', async () => {
    const secret = newSecret();
    const body = JSON.stringify({ element: { key: 'slack' }, configuration: { 'oauth.api.key': 'key' } });
    const window = open({ type: [secret, ` ${local} `] }, {}, (page) =>
      navigate(`${local}?code=c&state=${stateOf(page)}`),
    );
    const signed = await window.signIn(body);
    assert.deepEqual(window.ui.asked.slice(0, 2), ['Client secret. On its page. (hidden)', 'Callback']);
    const { configuration } = JSON.parse(signed.body) as { configuration: object };
    assert.deepEqual(configuration, {
      'oauth.api.key': 'key',
      'oauth.api.secret': secret,
      'oauth.callback.url': local,
    });
    const sent = JSON.parse(window.requests[0]?.body ?? '') as Record<string, string>;
    assert.deepEqual([sent['apiSecret'], sent['callbackUrl'], sent['scope']], [secret, local, undefined]);
    assert.ok(signed.secrets.includes(secret));
  });

  it('sends the optional values that the file has', async () => {
    const window = open({}, { wait: () => Promise.resolve() });
    await window.failure(text(local, { 'oauth.scope': 'read write' }));
    assert.equal((JSON.parse(window.requests[0]?.body ?? '') as { scope?: string }).scope, 'read write');
  });

  it('refuses an invalid callback address before anything is sent', async () => {
    const window = open();
    await assert.rejects(window.signIn(text('app.example.com/callback')), /isn't an address.*Nothing was sent/);
    assert.deepEqual(window.requests, []);
  });

  it('requests a token first with OAuth 1, and adds its secret to the parameters of the redirect', async () => {
    const window = open({}, {}, async () => {
      assert.equal((await navigate(`${local}?oauth_token=other&oauth_verifier=v`)).status, 400);
      assert.equal((await navigate(`${local}?oauth_token=request-token&oauth_verifier=v`)).status, 200);
    });
    const signed = await window.signIn(text(local), oauth1);
    const { providerData } = JSON.parse(signed.body) as { providerData: object };
    assert.deepEqual(providerData, { oauth_token: 'request-token', oauth_verifier: 'v', secret: 'token-secret' });
    const [first, second] = window.requests;
    const { searchParams } = new URL(first?.url ?? '');
    assert.deepEqual([...searchParams.keys()], ['apiKey', 'apiSecret', 'callbackUrl']);
    assert.equal((JSON.parse(second?.body ?? '') as { requestToken?: string }).requestToken, 'request-token');
  });

  it("shows the platform's message if there is no page, and offers to enter the secrets if they are wrong", async () => {
    const http: Http = () =>
      Promise.resolve({ status: 401, headers: {}, text: JSON.stringify({ message: 'Not you' }) });
    const window = open({}, { http });
    const { tone, text: words, remedy } = await window.failure(text(local));
    assert.match(words, /Not you.*No sign-in page was opened, and nothing was created/);
    assert.deepEqual([tone, remedy, window.opened], ['error', 'secrets', []]);
  });
});
