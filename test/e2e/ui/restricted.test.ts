// A workspace that is not trusted: editing works, and nothing is sent.
import assert from 'node:assert/strict';
import { buttons, untrusted } from '../../../client/src/features/provision/messages';
import { useWorkbench } from './useWorkbench';

describe('in Restricted Mode', () => {
  const place = useWorkbench(() => ({
    user: { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' },
  }));

  it('problems are shown', async () => {
    const { openFile, page } = place.workbench;
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await openFile('broken-quotes.instance.json');
    await page.locator('.squiggly-error').first().waitFor();
  });

  it('Provision says why it does not send, and sends nothing', async () => {
    const { openFile, runCommand, message, picture } = place.workbench;
    await openFile('helpscout.instance.json');
    await runCommand('Cloud Elements: Provision Instance');
    const notice = await message(untrusted);
    await notice.locator('.monaco-button', { hasText: buttons.manageTrust }).waitFor();
    await picture('13-restricted');
    assert.deepEqual(place.sandbox.counts(), {});
  });
});
