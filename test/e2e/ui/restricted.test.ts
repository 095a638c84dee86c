// A workspace that is not trusted: editing works, and nothing is sent.
import assert from 'node:assert/strict';
import { startSandbox } from '../../../sandbox/src/server';
import type { Sandbox } from '../../../sandbox/src/server';
import { openWorkbench } from './workbench';
import type { Workbench } from './workbench';

describe('in Restricted Mode', () => {
  let sandbox: Sandbox;
  let workbench: Workbench;

  before(async function () {
    this.timeout(8 * 60_000);
    sandbox = await startSandbox();
    workbench = await openWorkbench(
      { 'cloudElements.sandbox.url': sandbox.url },
      { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' },
    );
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.picture('failure');
  });

  after(async () => {
    await workbench.close();
    await sandbox.close();
  });

  it('problems are shown', async () => {
    const { openFile, page } = workbench;
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await openFile('broken-quotes.instance.json');
    await page.locator('.squiggly-error').first().waitFor();
  });

  it('Provision says why it does not send, and sends nothing', async () => {
    const { openFile, runCommand, message, picture } = workbench;
    await openFile('helpscout.instance.json');
    await runCommand('Cloud Elements: Provision Instance');
    const notice = await message(/trust/i);
    await notice.locator('.monaco-button', { hasText: 'Manage Workspace Trust' }).waitFor();
    await picture('13-restricted');
    assert.deepEqual(sandbox.counts(), {});
  });
});
