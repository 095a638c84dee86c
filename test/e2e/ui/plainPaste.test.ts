// Pasting where the repair is switched off.
import assert from 'node:assert/strict';
import { useWorkbench } from './useWorkbench';

describe('with cloudElements.paste.repair off', () => {
  const place = useWorkbench(() => ({
    hasSandboxAccount: false,
    user: { 'cloudElements.paste.repair': false },
    files: { 'plain.instance.json': '\n' },
  }));

  it('a paste stays as it was copied', async () => {
    const { page, openFile, paste, save } = place.workbench;
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
