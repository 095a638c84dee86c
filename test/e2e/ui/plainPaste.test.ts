// Pasting where the repair is switched off.
import assert from 'node:assert/strict';
import { openWorkbench } from './workbench';
import type { Workbench } from './workbench';

describe('with cloudElements.paste.repair off', () => {
  let workbench: Workbench;

  before(async function () {
    this.timeout(8 * 60_000);
    workbench = await openWorkbench({}, { 'cloudElements.paste.repair': false }, { 'plain.instance.json': '\n' });
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.picture('failure');
  });

  after(async () => {
    await workbench.close();
  });

  it('a paste stays as it was copied', async () => {
    const { page, openFile, paste, save } = workbench;
    // Once its quotes are underlined, client and server are there.
    await openFile('broken-quotes.instance.json');
    await page.locator('.squiggly-error').first().waitFor();
    await openFile('plain.instance.json');
    await page.keyboard.press('Control+Home');
    await paste('{ “name”: “Help desk” }');
    await page.locator('.view-line', { hasText: 'Help desk' }).waitFor();
    assert.equal(await save('plain.instance.json'), '{ “name”: “Help desk” }\n');
  });
});
