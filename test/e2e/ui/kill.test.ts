// An extension host that is killed while it provisions: the request is on disk, so that the next press looks before it sends.
import assert from 'node:assert/strict';
import { useWorkbench } from './useWorkbench';
import { buttons as outcomeButtons } from '../../../engine/src/provisioning/outcome/messages';

describe('an extension host that is killed', () => {
  // Slow enough for its messages to come one by one: VS Code shows no more than three of them within a second.
  const place = useWorkbench(() => ({ sandbox: { latency: 700 } }));
  const posts = () => place.sandbox.counts()['POST /instances'] ?? 0;

  /** Presses Provision, and kills the host once the platform has the request. */
  async function killWhileSending(): Promise<void> {
    const { runCommand, page } = place.workbench;
    const before = posts();
    await runCommand('Cloud Elements: Provision Instance');
    while (posts() === before) await page.waitForTimeout(50);
    await place.workbench.killExtensionHost();
    // What the old one showed is gone, and the new one has the extension.
    await page.locator('.notification-toast', { hasText: 'Provisioning' }).waitFor({ state: 'detached' });
    await page.locator('.statusbar-item.right', { hasText: 'Sandbox' }).waitFor();
  }

  it('finds what the platform has made by the next press, which sends nothing', async () => {
    const { openFile, runCommand, message, picture } = place.workbench;
    await openFile('twilio.instance.json');
    place.sandbox.faults.next({ name: 'hang-after-commit', on: 'POST /instances' });
    await killWhileSending();
    await runCommand('Cloud Elements: Provision Instance');
    const found = await message('without a response');
    await picture('90-after-a-kill');
    await found.locator('.monaco-button', { hasText: outcomeButtons.storeToken }).click();
    await message('The element token is stored');
    assert.equal(posts(), 1);
    await runCommand('Cloud Elements: Provision Instance');
    const question = await place.workbench.dialog('already provisioned');
    await question.locator('.monaco-button', { hasText: 'Cancel' }).click();
    assert.equal(posts(), 1);
  });

  it('says so where the platform has made nothing, and sends again where that is wanted', async () => {
    const { openFile, runCommand, message } = place.workbench;
    await openFile('helpscout.instance.json');
    const before = place.sandbox.instances().length;
    place.sandbox.faults.next({ name: 'hang', on: 'POST /instances' });
    await killWhileSending();
    const sent = posts();
    await runCommand('Cloud Elements: Provision Instance');
    // It looks for a minute, since creation may still be going on.
    const looking = await message('Searching for the new instance');
    await looking.locator('.monaco-button', { hasText: 'Cancel' }).click();
    const stopped = await message('without a response');
    assert.equal(posts(), sent);
    await stopped.locator('.monaco-button', { hasText: 'Provision Again' }).click();
    await message('was created');
    assert.deepEqual([posts(), place.sandbox.instances().length], [sent + 1, before + 1]);
  });
});
