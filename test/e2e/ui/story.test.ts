// The main job, done as a person does it: by mouse and keyboard in the real workbench, against the sandbox.
import assert from 'node:assert/strict';
import { fixTitles } from '../../../server/src/problems/fixTitles';
import { tokenCopied } from '../../../engine/src/provisioning/outcome/messages';
import { useWorkbench } from './useWorkbench';

describe('from a pasted request to a token', () => {
  const place = useWorkbench(() => ({ sandbox: { latency: 300 } }));

  it('curly quotes are underlined', async () => {
    const { page, openFile, picture } = place.workbench;
    await openFile('broken-quotes.instance.json');
    await page.locator('.squiggly-error').first().waitFor();
    await page.locator('#status\\.editor\\.mode', { hasText: 'Cloud Elements Instance' }).waitFor();
    await picture('1-curly-quotes');
  });

  it('one quick fix replaces them all', async () => {
    const { page, picture, quickFixes, readmePicture, save } = place.workbench;
    await page.locator('.view-line', { hasText: 'mailbox.name' }).click();
    const fix = (await quickFixes()).filter({ hasText: fixTitles.replaceLookAlikes });
    await fix.waitFor();
    await picture('2-quick-fixes');
    await readmePicture('editing', 360);
    await page.keyboard.press('ArrowDown');
    await fix.and(page.locator('.focused')).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.squiggly-error').first().waitFor({ state: 'detached' });
    const text = await save('broken-quotes.instance.json', /^[^“”]*$/);
    assert.doesNotThrow(() => JSON.parse(text) as unknown);
    await picture('3-straight');
  });

  it('missing entries are offered while one types, and taken', async () => {
    const { page, openFile, picture, save } = place.workbench;
    await openFile('start-here/instance.json');
    await page.locator('.squiggly-error').first().waitFor();
    await page.locator('.view-line', { hasText: 'configuration' }).click();
    await page.keyboard.press('End');
    for (let step = 0; step < '},'.length; step++) await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    // Nothing asks for the list: typing alone, at a person's pace, must bring it up.
    await page.keyboard.type('"us', { delay: 60 });
    const list = page.locator('.suggest-widget.visible');
    await list.locator('.monaco-list-row.focused', { hasText: 'username' }).waitFor();
    await picture('4-completion');
    await page.keyboard.press('Tab');
    await list.waitFor({ state: 'hidden' });
    await page.keyboard.type('an-api-key');
    const text = await save('start-here/instance.json', /an-api-key/);
    const { configuration } = JSON.parse(text) as { configuration: unknown };
    assert.deepEqual(configuration, { username: 'an-api-key' });
  });

  it('hover says what an entry is for', async () => {
    const { page, picture } = place.workbench;
    await page
      .locator('.view-line span', { hasText: /^"?username"?$/ })
      .last()
      .hover();
    await page.locator('.monaco-hover', { hasText: 'required' }).first().waitFor();
    await picture('5-hover');
  });

  it('the button above the file provisions it, once, and the token can be copied', async () => {
    const { page, openFile, picture, message, copied } = place.workbench;
    await openFile('helpscout.instance.json');
    await page.locator('.codelens-decoration', { hasText: 'Provision with Sandbox' }).locator('a').click();
    const toast = await message(/was created/);
    await page.locator('.notification-toast', { hasText: 'Provisioning' }).waitFor({ state: 'detached' });
    await picture('6-provisioned');
    await toast.locator('.monaco-button', { hasText: 'Copy Token' }).click();
    await page.locator('.statusbar-item', { hasText: tokenCopied }).waitFor();
    await copied(place.sandbox.instances()[0]?.token ?? '');
    assert.equal(place.sandbox.counts()['POST /instances'], 1);
  });

  it('the token can be found again after a restart', async () => {
    const { page, reload, runCommand, openFile, picture, copied } = place.workbench;
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await reload();
    await openFile('helpscout.instance.json');
    await page.locator('.codelens-decoration', { hasText: 'Provision with Sandbox' }).waitFor();
    await runCommand('Cloud Elements: Copy Element Token');
    await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Help Scout sample' }).waitFor();
    await picture('7-token-again');
    await page.keyboard.press('Enter');
    await page.locator('.statusbar-item', { hasText: tokenCopied }).waitFor();
    await copied(place.sandbox.instances()[0]?.token ?? '');
  });
});
