import assert from 'node:assert/strict';
import { check } from '../../../../server/src/features/check';
import { createLock } from '../../../../engine/src/provisioning/lock';
import { catalog } from '../../../kit/catalog';
import { freePort } from '../../../kit/freePort';
import { newSecret } from '../../../kit/client/fakes';
import { useSandbox } from '../../../kit/client/ownSandbox';
import { aSource, openWindow, type Own } from '../../../kit/client/ownWindow';
import { fakeBrowser } from '../../../kit/client/fakeBrowser';
import type { Script } from '../../../kit/client/fakes';
import { buttons as provisionButtons } from '../../../../engine/src/provisioning/messages';
import { buttons as signInButtons } from '../../../../engine/src/provisioning/signIn/messages';
import { sharedButtons } from '../../../../engine/src/messages/buttons';

describe('provision with a sign-in', () => {
  const place = useSandbox('sign-in');
  const posts = () => place.sandbox.counts()['POST /instances'] ?? 0;

  async function aFile() {
    const callback = `http://127.0.0.1:${await freePort()}/callback`;
    const app = { 'oauth.api.key': 'k', 'oauth.api.secret': newSecret(), 'oauth.callback.url': callback };
    return aSource(JSON.stringify({ element: { key: 'dropbox' }, configuration: app, name: 'mine' }));
  }
  const open = (script: Script, own: Own = {}) =>
    openWindow(place, script, { check: (text) => Promise.resolve(check(text, catalog)), ...own });

  it('starts again after a refusal if the person wants that, and sends one request in total', async () => {
    const [first, second] = [fakeBrowser('deny').browser, fakeBrowser('allow').browser];
    const browsers = [first, second];
    const browser = { ...first, open: (url: string) => (browsers.shift() ?? second).open(url) };
    const window = open(
      { press: [signInButtons.openPage, provisionButtons.signInAgain, signInButtons.openPage] },
      { browser },
    );
    await window.provision(await aFile());
    assert.match(window.ui.shown[1]?.text ?? '', /^Dropbox wasn't connected/);
    assert.match(window.ui.shown[3]?.text ?? '', /was created/);
    assert.equal(posts(), 1);
  });

  it('sends nothing after a refusal, and leaves nothing locked while its message is open', async () => {
    const source = await aFile();
    const window = open({}, { browser: fakeBrowser('deny').browser });
    const told: string[] = [];
    window.ui.show = ({ text, modal }, ...buttons) => {
      if (modal === true) return Promise.resolve(buttons[0]);
      told.push(text);
      return new Promise(() => undefined);
    };
    void window.provision(source);
    for (;;) {
      const release = told.length > 0 ? await createLock(place.folder)(source.name) : undefined;
      if (release !== undefined) {
        await release();
        break;
      }
      await new Promise(setImmediate);
    }
    assert.equal(posts(), 0);
  });

  it('signs in if only the platform knows that it is required, and says first that nothing was created', async () => {
    const unknowing: Own['check'] = () => Promise.resolve({ problems: [], entries: [], secretEntries: [] });
    const window = open(
      { press: [provisionButtons.signIn, signInButtons.openPage] },
      { check: unknowing, browser: fakeBrowser().browser },
    );
    const before = place.sandbox.instances().length;
    await window.provision(await aFile());
    assert.equal(
      window.ui.shown[0]?.text,
      '"dropbox" requires a sign-in on its provider\'s page, so nothing was created yet.',
    );
    assert.match(window.ui.shown[2]?.text ?? '', /was created/);
    // The first request had no code, so it was rejected.
    assert.deepEqual([posts(), place.sandbox.instances().length], [2, before + 1]);
  });

  it('asks for the secrets of the account if they are rejected by the request for the page', async () => {
    const access = { baseUrl: place.sandbox.baseUrl, userSecret: newSecret(), organizationSecret: newSecret() };
    const { account } = open({});
    const requireAccess = () => Promise.resolve({ account, access });
    const window = open({ press: [sharedButtons.enterSecrets] }, { requireAccess });
    await window.provision(await aFile());
    assert.match(window.ui.shown[0]?.text ?? '', /\(401\).*No sign-in page was opened, and nothing was created/);
    assert.deepEqual([window.events, posts()], [['enter secrets of Mine'], 0]);
  });
});
