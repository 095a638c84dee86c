// Which answers a sign-in accepts: those with a value that nobody else knows, and those that a person pastes.
import assert from 'node:assert/strict';
import { Cancelled } from '../../../../engine/src/ui';
import { check } from '../../../../server/src/features/check';
import { catalog } from '../../../kit/catalog';
import { freePort } from '../../../kit/freePort';
import { navigate } from '../../../kit/navigate';
import { newSecret } from '../../../kit/client/fakes';
import { useSandbox } from '../../../kit/client/ownSandbox';
import { aSource, openWindow } from '../../../kit/client/ownWindow';
import { fakeBrowser } from '../../../kit/client/fakeBrowser';
import { editor, oauth1, open, pasting, stateOf, text } from '../../../kit/client/signInWindow';
import { buttons as signInButtons } from '../../../../engine/src/provisioning/signIn/messages';

const press = () => [signInButtons.openPageAndPaste];

describe('answer to a sign-in', () => {
  let local = '';
  beforeEach(async () => {
    local = `http://127.0.0.1:${await freePort()}/callback`;
  });

  const set = (name: string, value: string) => (page: URL) => {
    page.searchParams.set(name, value);
    return page;
  };
  /** How a platform may change the page's address so that its state is not ours. */
  const pages: [what: string, change: (page: URL) => URL, own: string | undefined][] = [
    ['has the key of the element as its state', set('state', 'slack'), 'slack'],
    ['has an empty state', set('state', ''), ''],
    ['has our state in uppercase', (page) => set('state', stateOf(page).toUpperCase())(page), undefined],
    ['has our state with a suffix', (page) => set('state', `${stateOf(page)}.slack`)(page), undefined],
    [
      'has another state in addition to ours',
      (page) => {
        page.searchParams.append('state', 'slack');
        return page;
      },
      'slack',
    ],
    [
      'has no state',
      (page) => {
        page.searchParams.delete('state');
        return page;
      },
      undefined,
    ],
    [
      'has our state where no provider reads it',
      (page) => {
        page.hash = `state=${stateOf(page)}`;
        page.searchParams.delete('state');
        return page;
      },
      undefined,
    ],
  ];
  for (const [what, change, own] of pages) {
    it(`is accepted only from a person if the page ${what}`, async () => {
      for (const callback of [local, `${editor}/callback`]) {
        const heard: unknown[] = [];
        const window = open(
          { press: press() },
          { wait: () => Promise.resolve() },
          async (page, { toEditor }) => {
            const state = own ?? page.searchParams.get('state') ?? '';
            heard.push(await navigate(`${local}?code=evil&state=${state}`).catch(() => 'nobody'));
            heard.push(toEditor({ code: 'evil', state }), window.isListening());
          },
          change,
        );
        assert.match((await window.failure(text(callback))).text, /didn't end/);
        assert.deepEqual(heard, ['nobody', undefined, false]);
        assert.match(window.ui.shown[0]?.detail ?? '', /VS Code can't recognize the answer/);
        assert.match(window.ui.asked[0] ?? '', /^VS Code can't recognize the answer of this page/);
        assert.deepEqual(window.steps, ['sign-in: no state of ours']);
      }
      const state = (page: URL) => own ?? page.searchParams.get('state');
      const back = (page: URL) => `${local}?code=c${state(page) === null ? '' : `&state=${state(page) ?? ''}`}`;
      assert.match((await pasting(back, {}, { press: press(), change }).signIn(text(local))).body, /"code": ?"c"/);
    });
  }

  it("is compared with the page's state even if a person pastes it", async () => {
    const paste = (query: string) =>
      pasting(() => `${local}?${query}`, {}, { press: press(), change: set('state', 'slack') });
    for (const query of ['code=c', 'code=c&state=zendesk', 'code=c&state=slack&state=zendesk', 'error=no&state=x'])
      await assert.rejects(paste(query).signIn(text(local)), /belongs to another sign-in/, query);
    assert.match((await paste('error=access_denied').failure(text(local))).text, /wasn't connected/);
  });

  it('is ignored without our state, even if it is a refusal, and its page says so', async () => {
    const statuses: number[] = [];
    const queries = [
      'error=access_denied',
      'error=no&state=x',
      'not_approved=true',
      'denied=x',
      'code=evil&state=slack',
    ];
    const window = open({}, {}, async (page) => {
      for (const query of queries) statuses.push((await navigate(`${local}?${query}`)).status);
      await navigate(`${local}?code=c&state=${stateOf(page)}`);
    });
    assert.match((await window.signIn(text(local))).body, /"code": ?"c"/);
    assert.deepEqual(
      statuses,
      queries.map(() => 400),
    );
  });

  it('is recognized by its token with OAuth 1, whatever state the page has, even if it is a refusal', async () => {
    const noes = ['denied=request-token', 'oauth_problem=user_refused&oauth_token=request-token'];
    for (const no of noes) {
      const statuses: number[] = [];
      const window = open(
        {},
        {},
        async () => {
          for (const query of ['error=access_denied', 'denied=other', 'oauth_problem=no&oauth_token=other', no])
            statuses.push((await navigate(`${local}?${query}`)).status);
        },
        set('state', 'twitter'),
      );
      const { text: words } = await window.failure(text(local), oauth1);
      assert.deepEqual(statuses, [400, 400, 400, 200]);
      assert.match(words, /wasn't connected/);
      assert.equal(words.includes('request-token'), false);
    }
  });

  describe('from the sandbox', () => {
    const place = useSandbox('recognise');
    for (const pageState of ['missing', 'element'] as const) {
      it(`can be pasted and creates an instance if the platform does not keep our state: ${pageState}`, async () => {
        place.sandbox.settings.pageState = pageState;
        const { browser, address } = fakeBrowser();
        const got = { ...browser, open: (url: string) => browser.open(url).catch(() => true) };
        const judge = (checked: string) => Promise.resolve(check(checked, catalog));
        const window = openWindow(place, { press: press() }, { browser: got, check: judge });
        window.ui.ask = ({ validate }) => {
          if (address() === '') throw new Cancelled();
          assert.equal(validate?.(address()), undefined);
          return Promise.resolve(address());
        };
        const app = { 'oauth.api.key': 'k', 'oauth.api.secret': newSecret(), 'oauth.callback.url': local };
        const file = { element: { key: 'dropbox' }, configuration: app, name: 'mine' };
        await window.provision(aSource(JSON.stringify(file)));
        place.sandbox.settings.pageState = 'kept';
        assert.match(window.ui.shown[1]?.text ?? '', /was created/);
      });
    }
  });
});
