// Elements that sign in at their provider's page, as a person meets them: the page is the sandbox's, the browser a real one.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { freePort } from '../../kit/freePort';
import { redirectProblems } from '../../../engine/src/provisioning/signIn/messages';
import { useWorkbench } from './useWorkbench';

const request = (key: string, callback: string, more: object = {}) =>
  JSON.stringify(
    {
      element: { key },
      configuration: {
        'oauth.api.key': 'my-app',
        'oauth.api.secret': 'of-my-app',
        'oauth.callback.url': callback,
        ...more,
      },
      name: `My ${key}`,
    },
    undefined,
    2,
  );

const provision = 'Cloud Elements: Provision Instance';

describe('sign-in at the page of a provider', () => {
  let files: Record<string, string> = {};
  const place = useWorkbench(async () => {
    const local = `http://127.0.0.1:${await freePort()}/callback`;
    files = {
      'listener.instance.json': request('dropbox', local),
      'pasted.instance.json': request('slack', 'https://app.example.com/callback', { 'oauth.scope': 'read' }),
      'oauth1.instance.json': request('twitter', local),
      'asked.instance.json': JSON.stringify({ element: { key: 'box' }, configuration: {}, name: 'Asked' }),
    };
    return { files };
  });

  beforeEach(() => {
    place.sandbox.resetRequests();
    place.sandbox.faults.clear();
  });

  afterEach(async () => {
    for (const page of place.workbench.page.context().pages()) if (page !== place.workbench.page) await page.close();
  });

  /** Runs `start`, agrees to open the page of the sandbox, and gives the one that a browser opens because of it. */
  async function openedBy(start: () => Promise<void>): Promise<Page> {
    const agree = async () => {
      await start();
      const question = await place.workbench.dialog(`Open ${new URL(place.sandbox.url).host} to sign in, for Sandbox?`);
      await place.workbench.picture('59-sign-in-question');
      await question.locator('.monaco-button', { hasText: 'Open Page' }).click();
    };
    const [page] = await Promise.all([place.workbench.page.context().waitForEvent('page'), agree()]);
    await page.getByRole('button', { name: 'Allow' }).waitFor();
    return page;
  }

  const sent = () => place.sandbox.requests().filter(({ operation }) => operation === 'POST /instances');
  const box = (text: string) => place.workbench.page.locator('.quick-input-widget').getByText(text);

  it('OAuth 2, and the answer comes back by itself', async () => {
    const { openFile, runCommand, message, picture, readmePicture, folder } = place.workbench;
    await openFile('listener.instance.json');
    const provider = await openedBy(() => runCommand(provision));
    await box("If this box doesn't close").waitFor();
    await picture('60-sign-in-waits');
    await readmePicture('sign-in', 300);
    await provider.screenshot({ path: path.join('out/screenshots', 'ui-61-provider.png') });
    await provider.getByRole('button', { name: 'Allow' }).click();
    await provider.getByText("You're signed in").waitFor();
    await provider.screenshot({ path: path.join('out/screenshots', 'ui-62-signed-in.png') });
    await message('Instance "My dropbox" of Dropbox');
    await picture('63-signed-in-and-created');
    await box("If this box doesn't close").waitFor({ state: 'hidden' });
    const [creation] = sent();
    const { providerData } = JSON.parse(creation?.body ?? '') as { providerData: { code: string } };
    assert.ok(providerData.code.length > 0);
    // The file has nothing of it.
    const saved = fs.readFileSync(path.join(folder, 'listener.instance.json'), 'utf8');
    assert.equal(saved, files['listener.instance.json']);
  });

  it('OAuth 2, and the address where it ends is pasted', async () => {
    const { page, openFile, runCommand, message, picture, paste } = place.workbench;
    await openFile('pasted.instance.json');
    const provider = await openedBy(() => runCommand(provision));
    await box('then paste the address').waitFor();
    await page.keyboard.type('not an address');
    await box(redirectProblems['no-address']).waitFor();
    await picture('64-wrong-address');
    // The address leads nowhere here, as one of a product that is not running does.
    const [redirect] = await Promise.all([
      provider.waitForRequest(/^https:\/\/app\.example\.com\/callback/),
      provider.getByRole('button', { name: 'Allow' }).click(),
    ]);
    await page.bringToFront();
    await page.keyboard.press('Control+A');
    await paste(redirect.url());
    await page.keyboard.press('Enter');
    await message('Instance "My slack" of Slack');
    assert.equal(sent().length, 1);
  });

  it('OAuth 1', async () => {
    const { openFile, runCommand, message } = place.workbench;
    await openFile('oauth1.instance.json');
    const provider = await openedBy(() => runCommand(provision));
    await provider.getByRole('button', { name: 'Allow' }).click();
    await message('Instance "My twitter" of Twitter');
    const { providerData } = JSON.parse(sent()[0]?.body ?? '') as { providerData: object };
    assert.deepEqual(Object.keys(providerData).sort(), ['oauth_token', 'oauth_verifier', 'secret']);
  });

  it('a no at the provider is told calmly, and nothing is sent', async () => {
    const { openFile, runCommand, message, picture } = place.workbench;
    await openFile('listener.instance.json');
    // The same text again: it was provisioned above.
    const provider = await openedBy(async () => {
      await runCommand(provision);
      const question = await place.workbench.dialog('already provisioned');
      await question.locator('.monaco-button', { hasText: 'Provision Again' }).click();
    });
    await provider.getByRole('button', { name: 'Deny' }).click();
    await provider.getByText('Not connected').waitFor();
    const denied = await message("Dropbox wasn't connected");
    await denied.locator('.monaco-button', { hasText: 'Sign In Again' }).waitFor();
    await picture('65-denied');
    assert.deepEqual(sent(), []);
  });

  it('what the file lacks is asked for, secrets hidden; a closed box stops it all', async () => {
    const { page, openFile, runCommand, answer, message, picture } = place.workbench;
    await openFile('asked.instance.json');
    await runCommand(provision);
    await page.locator('.quick-input-widget', { hasText: 'Sign in to Box' }).waitFor();
    await picture('66-asked');
    await answer('OAuth API Key', 'my-app');
    await page.locator('.quick-input-widget input[type=password]').waitFor();
    await answer('OAuth API Secret', 'of-my-app');
    await openedBy(() => answer('OAuth Callback URL', 'https://app.example.com/callback'));
    await page.bringToFront();
    await box('then paste the address').waitFor();
    await page.keyboard.press('Escape');
    await message('The sign-in to Box was stopped');
    assert.deepEqual(sent(), []);
  });
});
