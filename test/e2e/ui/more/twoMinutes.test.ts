// The limit of a request at its real length; test/engine/provisioning/findCreated.test.ts has all that follows from it, by a clock of its own.
import assert from 'node:assert/strict';
import { useWorkbench } from '../useWorkbench';

describe('a platform that does not answer', () => {
  const place = useWorkbench();

  it('is given up after its real two minutes, what it made is found all the same, and its token kept', async function () {
    this.timeout(8 * 60_000);
    const { openFile, runCommand, picture, page, message } = place.workbench;
    await openFile('helpscout.instance.json');
    place.sandbox.faults.next({ name: 'hang-after-commit', on: 'POST /instances' });
    await runCommand('Cloud Elements: Provision Instance');
    const found = page.locator('.notification-toast', {
      hasText: /did not answer in time.*may have been created.*Instance ".*" of Help Scout/,
    });
    await found.waitFor({ timeout: 6 * 60_000 });
    await picture('13-timed-out');
    await found.locator('.monaco-button', { hasText: 'Keep Its Token' }).click();
    await message('The element token is kept for Sandbox');
    assert.equal(place.sandbox.counts()['POST /instances'], 1);
  });
});
