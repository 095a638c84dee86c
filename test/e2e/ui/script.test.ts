// The documentation's cURL command, pasted into a script: named, mended, filled in, and run.
import assert from 'node:assert/strict';
import { supportCopied } from '../../../client/src/features/support/messages';
import { runScript } from '../../curl/shell';
import { debianPackages } from '../../../scripts/host/debianPackages';
import { helpScoutRequest } from '../../sandbox/callSandbox';
import { installLimit, useWorkbench } from './useWorkbench';

/** As it is printed: no line says that it goes on, and its quotes and dash are those of a web page here. */
const printed = `curl –X POST
-H ‘Authorization: User <INSERT_USER_SECRET>, Organization <INSERT_ORGANIZATION_SECRET>’
-H 'Content-Type: application/json'
-d @instance.json
'https://api.cloud-elements.com/elements/api-v2/instances'
`;

describe('a script with the command of the documentation', () => {
  const place = useWorkbench(() => ({
    files: {
      'notes.md': '# Notes\n\nNothing of ours.\n',
      'provision.sh': '\n',
      'instance.json': JSON.stringify(helpScoutRequest()),
    },
  }));

  before(async function () {
    this.timeout(installLimit);
    await debianPackages({ bash: 'bash', curl: 'curl' }, (line) => process.stderr.write(`${line}\n`));
  });

  async function serverState(): Promise<string> {
    await place.workbench.runCommand('Cloud Elements: Copy Diagnostics for Support');
    await place.workbench.message(supportCopied);
    await place.workbench.runCommand('Notifications: Clear All Notifications');
    const text = await place.workbench.copied(/^- Language server: /m);
    return /^- Language server: (.*)$/m.exec(text)?.[1] ?? '';
  }

  it('a file without an address of the platform does not start the language server', async () => {
    await place.workbench.openFile('notes.md');
    assert.equal(await serverState(), 'stopped');
  });

  it('is named at each place that a shell would not take, once it is pasted', async () => {
    const { page, openFile, paste, picture } = place.workbench;
    await openFile('provision.sh');
    await page.locator('.editor-instance .view-line').first().click();
    await paste(printed);
    await page.locator('.squiggly-error').first().waitFor();
    await page.keyboard.press('Control+Shift+M');
    await page.locator('.markers-panel .monaco-list-row', { hasText: 'provision.sh' }).waitFor();
    await picture('80-script-problems');
    assert.equal(await serverState(), 'running');
  });

  it('is mended by Fix All, filled in, and makes an instance when a real shell runs it', async () => {
    const { page, folder, runCommand, picture, save } = place.workbench;
    await page.locator('.editor-instance .view-line').first().click();
    await runCommand('Fix All');
    await page.locator('.view-line', { hasText: '-X POST \\' }).waitFor();
    await picture('81-script-mended');
    const fixed = await save('provision.sh', /-X POST \\\n/);
    const { user, organization } = place.sandbox.secrets;
    const filled = fixed
      .replace('<INSERT_USER_SECRET>', user)
      .replace('<INSERT_ORGANIZATION_SECRET>', organization)
      .replace('https://api.cloud-elements.com', place.sandbox.url);
    const answer = await runScript('bash', filled, folder);
    const [instance] = place.sandbox.instances();
    assert.equal((JSON.parse(answer.toString('utf8')) as { id?: number }).id, instance?.id);
    assert.ok(instance);
  });
});
