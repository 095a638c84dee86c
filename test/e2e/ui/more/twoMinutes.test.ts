// The limit of a request at its real length; test/engine/provisioning/findCreated.test.ts has all that follows from it, by a clock of its own.
import assert from 'node:assert/strict';
import { useWorkbench } from '../useWorkbench';
import { buttons as outcomeButtons } from '../../../../engine/src/provisioning/outcome/messages';

describe('a platform that does not answer', () => {
  const place = useWorkbench();

  it('is given up after its real two minutes, what it made is found all the same, and its token kept', async function () {
    this.timeout(8 * 60_000);
    const { openFile, runCommand, picture, page, message } = place.workbench;
    await openFile('helpscout.instance.json');
    place.sandbox.faults.next({ name: 'hang-after-commit', on: 'POST /instances' });
    await runCommand('Cloud Elements: Provision Instance');
    const found = page.locator('.notification-toast', {
      hasText: /didn't respond in time.*may have been created.*Instance ".*" of Help Scout/,
    });
    await found.waitFor({ timeout: 6 * 60_000 });
    await picture('13-timed-out');
    await found.locator('.monaco-button', { hasText: outcomeButtons.storeToken }).click();
    await message('The element token is stored for Sandbox');
    assert.equal(place.sandbox.counts()['POST /instances'], 1);
  });
});
