// A stranger's file, and a platform that says what a stranger wants: nothing of it is more than text in the window.
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { searchStopped } from '../../../engine/src/provisioning/outcome/messages';
import { useWorkbench } from './useWorkbench';

const link = '[Click](command:workbench.action.toggleDevTools)';
const lure = `${link} $(check)${'\n'.repeat(40)}\u202e Provision with Safe at localhost? $(sync~spin)`;
/** With line breaks, it would be refused before any question. */
const key = lure.replaceAll('\n', ' ');
const file = (content: object): string => JSON.stringify(content, undefined, 2);

describe('a stranger', () => {
  const place = useWorkbench(() => ({
    sandbox: { latency: 1_500 },
    files: {
      'stranger.instance.json': file({
        $schema: 'command:workbench.action.toggleDevTools',
        element: { key },
        configuration: { a: '<INSERT_VALUE>', site: 'https://desk.example/page' },
        name: lure,
      }),
      'refused.instance.json': file({
        element: { key: 'helpscout' },
        configuration: { username: 'refuse me', password: 'not-a-real-password', 'mailbox.name': 'Support' },
        name: lure,
      }),
    },
  }));

  /** Holds that a place shows the stranger's words, in which nothing can be clicked and nothing is a picture. */
  async function isInert(shown: Locator, what: string): Promise<string> {
    const text = (await shown.textContent()) ?? '';
    assert.match(text, /\[Click\] \(command:workbench\.action\.toggleDevTools\)/, what);
    assert.doesNotMatch(text, /[\n\u202a-\u202e]/, what);
    assert.equal(await shown.locator('a[href], .monaco-link, [class*="codicon-"]').count(), 0, what);
    return text;
  }

  /** Holds that a dialog begins with one line, which is to be seen whole, and gives what stands below. */
  async function below(dialog: Locator, line: string): Promise<Locator> {
    const first = dialog.locator('.dialog-message');
    assert.equal(await first.textContent(), line);
    const size = place.workbench.page.viewportSize() ?? assert.fail('no window');
    const box = (await first.boundingBox()) ?? assert.fail('nothing to be seen');
    assert.ok(box.y >= 0 && box.x >= 0 && box.y + box.height <= size.height && box.x + box.width <= size.width);
    return dialog.locator('.dialog-message-detail');
  }

  it('can neither forge a question nor put a link or a picture into it, a message or a problem', async () => {
    const { page, openFile, runCommand, dialog, message, picture } = place.workbench;
    const { host } = new URL(place.sandbox.url);
    await openFile('stranger.instance.json');
    const lens = page.locator('.codelens-decoration a', { hasText: 'Provision with Sandbox' });
    await lens.waitFor();
    // VS Code draws a lens anew while it is resolved: its own icon is waited for, and there is no second one.
    await lens.locator('.codicon').waitFor();
    assert.equal(await lens.locator('.codicon').nth(1).count(), 0);
    // What can be clicked in the file is its web address alone.
    await page.locator('.detected-link', { hasText: 'https://desk.example/page' }).first().waitFor();
    assert.equal(await page.locator('.detected-link', { hasText: 'command' }).count(), 0);

    place.sandbox.faults.next({ name: 'says', message: lure, providerMessage: lure, on: 'POST /instances' });
    await runCommand('Cloud Elements: Provision Instance');
    const question = await dialog('This file has');
    const detail = await below(question, `Provision with Sandbox at ${host}?`);
    assert.equal(await detail.locator('a[href], [class*="codicon-"]').count(), 0);
    await picture('90-hostile-question');
    await question.locator('.monaco-button', { hasText: 'Provision Anyway' }).click();

    const refused = (await message('The platform rejected the request (400)')).locator(
      '.notification-list-item-message',
    );
    const text = await isInert(refused, 'message');
    assert.match(text, /"[^"]*"\. No instance was created\. Check the configuration entries\./);
    await picture('91-hostile-message');

    await runCommand('View: Focus Problems');
    const problem = page.locator('.markers-panel .monaco-list-row .marker-message', { hasText: 'The platform says' });
    await isInert(problem.first(), 'problem');
    await runCommand('Notifications: Clear All Notifications');
  });

  it('cannot do so while a request is on its way', async () => {
    const { openFile, runCommand, dialog, message, picture } = place.workbench;
    await openFile('stranger.instance.json');
    place.sandbox.faults.next({ name: 'hang', on: 'POST /instances' });
    await runCommand('Cloud Elements: Provision Instance');
    await (await dialog('This file has')).locator('.monaco-button', { hasText: 'Provision Anyway' }).click();
    for (const what of ['Provisioning', 'Searching for the new instance of']) {
      const progress = await message(`${what} "`);
      await isInert(progress.locator('.notification-list-item-message'), what);
      await picture(`92-hostile-${what.slice(0, 4).toLowerCase()}`);
      await progress.locator('.monaco-button', { hasText: 'Cancel' }).click();
    }
    await message(searchStopped);
    await runCommand('Notifications: Clear All Notifications');
  });

  it('cannot do so in what came of a request, in its deletion, or in a list', async () => {
    const { page, openFile, runCommand, dialog, message, picture } = place.workbench;
    const { host } = new URL(place.sandbox.url);
    await openFile('refused.instance.json');
    await runCommand('Cloud Elements: Provision Instance');
    const refused = await message('but the provider rejected the ping');
    const text = await isInert(refused.locator('.notification-list-item-message'), 'message');
    assert.match(text, /^Instance "[^"]*" of Help Scout \(ID \d+\) was created/);
    await refused.locator('.monaco-button', { hasText: 'Delete Instance' }).click();
    const question = await dialog('Delete the new instance');
    await isInert(await below(question, `Delete the new instance of Sandbox at ${host}?`), 'dialog');
    await picture('93-hostile-deletion');
    await question.locator('.monaco-button', { hasText: 'Cancel' }).click();
    await (
      await message('but the provider rejected the ping')
    )
      .locator('.monaco-button', { hasText: /^Keep Instance$/ })
      .click();

    await runCommand('Cloud Elements: Copy Element Token');
    const row = page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Click' });
    await row.waitFor();
    await isInert(row.locator('.monaco-icon-label').first(), 'row');
    await picture('94-hostile-row');
    await page.keyboard.press('Escape');
  });
});
