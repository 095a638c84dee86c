// What comes after the request: a provider that refuses, a refusal that shows in the file, a look after Cancel, a word to support.
import assert from 'node:assert/strict';
import { noTokens, platformName } from '../../../client/src/features/provision/messages';
import { support, supportCopied } from '../../../client/src/features/support/messages';
import { eventually } from '../../kit/eventually';
import { useWorkbench } from './useWorkbench';
import {
  buttons as outcomeButtons,
  mayExist,
  searching,
  tokenStored,
} from '../../../engine/src/provisioning/outcome/messages';

const file = (username: string, password: string, name: string): string =>
  JSON.stringify(
    { element: { key: 'helpscout' }, configuration: { username, password, 'mailbox.name': 'Support' }, name },
    undefined,
    2,
  );

describe('after the request', () => {
  const place = useWorkbench(() => ({
    files: {
      'refused.instance.json': file('refuse me', 'not-a-real-password', 'Refused'),
      'empty.instance.json': file('', 'not-a-real-password', 'Empty'),
      'slow.instance.json': file('me', 'not-a-real-password', 'Slow'),
    },
  }));

  const rowOf = (name: string) =>
    place.workbench.page.locator('.quick-input-widget .monaco-list-row').getByText(name, { exact: true });

  it('a new instance that its provider refuses can be deleted at once', async () => {
    const { page, openFile, runCommand, message, dialog, picture } = place.workbench;
    await openFile('refused.instance.json');
    // As the README says it, so that the steps between the calls are in the log from here on.
    await eventually('the log in the list of those that have a level', async () => {
      await runCommand('Developer: Set Log Level');
      // A busy window may drop the command; it is run again then, as it is while the extension is about to start.
      const isOpen = rowOf('Extension Host (Remote)').waitFor({ timeout: 10_000 });
      const isListed = await isOpen.then(
        () => rowOf('Cloud Elements').isVisible(),
        () => false,
      );
      if (isListed) return true;
      await page.keyboard.press('Escape');
      return undefined;
    });
    await rowOf('Cloud Elements').click();
    await rowOf('Extension Host (Remote)').waitFor({ state: 'detached' });
    await rowOf('Debug').click();
    await runCommand('Cloud Elements: Provision Instance');
    const refused = await message('but the provider rejected the ping');
    await page.locator('.squiggly-error').first().waitFor();
    await picture('50-refused-ping');
    await refused.locator('.monaco-button', { hasText: 'Show Response' }).click();
    await page.locator('.view-line', { hasText: 'providerMessage' }).waitFor();
    // The question is still there.
    const again = await message('but the provider rejected the ping');
    await picture('51-refused-response');
    await again.locator('.monaco-button', { hasText: 'Delete Instance' }).click();
    const question = await dialog(`Delete the new instance of Sandbox at ${new URL(place.sandbox.url).host}?`);
    await picture('52-delete');
    await question.locator('.monaco-button', { hasText: 'Delete Instance' }).click();
    await message('was deleted, and its element token was removed');
    await picture('52-deleted');
    assert.deepEqual(place.sandbox.instances(), []);
    assert.deepEqual(place.sandbox.counts(), { 'POST /instances': 1, 'GET /ping': 1, 'DELETE /instances/{id}': 1 });
    await runCommand('Cloud Elements: Copy Element Token');
    await message(noTokens);
    await runCommand('View: Close All Editors');
    await runCommand('Notifications: Clear All Notifications');
  });

  it('a refusal stands at the entry that it names, until the next edit', async () => {
    const { page, openFile, runCommand, dialog, message, picture } = place.workbench;
    await openFile('empty.instance.json');
    await runCommand('Cloud Elements: Provision Instance');
    const first = await Promise.race([
      dialog('This file has').then((question) => ({ question })),
      message('(400)').then((told) => ({ told })),
    ]);
    if ('question' in first) await first.question.locator('.monaco-button', { hasText: 'Provision Anyway' }).click();
    await message('Missing required configuration: username');
    await runCommand('View: Focus Problems');
    const problem = page.locator('.markers-panel .monaco-list-row', {
      hasText: 'Missing required configuration: username',
    });
    await problem.getByText(platformName).waitFor();
    await picture('53-marked-line');
    await problem.dblclick();
    await page.locator('.statusbar-item', { hasText: 'Ln 6, Col' }).waitFor();
    await page.locator('.view-line', { hasText: 'mailbox.name' }).click();
    await page.keyboard.press('End');
    await page.keyboard.type(' ');
    await problem.waitFor({ state: 'detached' });
    await picture('54-mark-gone');
    await runCommand('Notifications: Clear All Notifications');
  });

  it('after Cancel it looks by itself, and finds what was made all the same', async () => {
    const { page, openFile, runCommand, message, picture } = place.workbench;
    await openFile('slow.instance.json');
    place.sandbox.resetRequests();
    place.sandbox.faults.next({ name: 'delay', milliseconds: 4_000, on: 'POST /instances' });
    await runCommand('Cloud Elements: Provision Instance');
    const progress = await message('Provisioning Help Scout');
    await progress.locator('.monaco-button', { hasText: 'Cancel' }).click();
    await message(searching('Help Scout', 'Sandbox'));
    await picture('55-looking');
    const found = await message(`${mayExist} Instance "Slow"`);
    await picture('56-found-after-cancel');
    await found.locator('.monaco-button', { hasText: outcomeButtons.storeToken }).click();
    await message(tokenStored('Sandbox'));
    assert.equal(place.sandbox.counts()['POST /instances'], 1);
    await runCommand('Notifications: Clear All Notifications');
    await page.locator('.notification-toast').first().waitFor({ state: 'detached' });
  });

  it('the diagnostics for support can be copied, without a name or a secret', async () => {
    const { page, runCommand, message, picture, copied } = place.workbench;
    await runCommand('Cloud Elements: Copy Diagnostics for Support');
    await message(supportCopied);
    const text = await copied(new RegExp(`^# ${support.title}\n`));
    assert.match(text, /^- Language server: running$/m);
    assert.match(text, /^- Account in use: test at 127\.0\.0\.1:\d+, secrets stored$/m);
    assert.match(text, /^- Settings changed: cloudElements\.sandbox\.url = \(set\)$/m);
    assert.match(text, /^- Last failure: cancelled$/m);
    assert.match(text, /\[info\] POST \/elements\/api-v2\/instances 200 \d+ ms request [0-9a-f]{24}$/m);
    assert.match(text, /\[error\] POST \/elements\/api-v2\/instances 400 /);
    assert.match(text, /\[debug\] ping: refused$/m);
    for (const hidden of [
      'not-a-real-password',
      'Slow',
      'Refused',
      place.sandbox.secrets.user,
      place.sandbox.secrets.organization,
    ]) {
      assert.equal(text.includes(hidden), false, hidden);
    }
    assert.equal(
      place.sandbox.instances().some(({ token }) => text.includes(token)),
      false,
    );
    await runCommand('Output: Show Output Channels');
    await rowOf('Cloud Elements').click();
    await page
      .locator('.output-view-container .view-line, .panel .view-line', { hasText: 'ping: refused' })
      .first()
      .waitFor();
    await picture('57-log');
  });
});
