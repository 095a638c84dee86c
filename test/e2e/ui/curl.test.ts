// A file that becomes a cURL command, which a real shell runs.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import * as accountMessages from '../../../client/src/features/accounts/messages';
import * as messages from '../../../client/src/features/curl/messages';
import { endpointOf } from '../../../common/src/platform/regions';
import { runScript } from '../../curl/shell';
import { debianPackages } from '../../../scripts/host/debianPackages';
import { installLimit, useWorkbench } from './useWorkbench';

describe('a cURL command', () => {
  const place = useWorkbench();
  before(async function () {
    this.timeout(installLimit);
    await debianPackages({ bash: 'bash', curl: 'curl' }, (line) => process.stderr.write(`${line}\n`));
  });

  const row = (text: string): Locator =>
    place.workbench.page.locator('.quick-input-widget .monaco-list-row', { hasText: text });
  const variables = () => {
    const { user, organization } = place.sandbox.secrets;
    return { CE_USER_SECRET: user, CE_ORGANIZATION_SECRET: organization };
  };

  it('is made of a file, and brings it to the platform as Provision does', async () => {
    const { folder, page, openFile, runCommand, message, copied, picture } = place.workbench;
    await openFile('helpscout.instance.json');
    await runCommand('Cloud Elements: Copy as cURL');
    await row(messages.shells.posix.label).waitFor();
    await picture('71-curl-shell');
    await page.keyboard.press('Enter');
    await row(messages.copyFormText(false).inline(false).label).first().waitFor();
    await picture('72-curl-form');
    await page.keyboard.press('Enter');
    const notice = await message(`${messages.copied} ${messages.folder('helpscout.instance.json')}`);
    await picture('73-curl-copied');
    await notice.locator('.monaco-button', { hasText: 'OK' }).click();
    const command = await copied(/--data-binary '@helpscout\.instance\.json'/);
    await runScript('bash', `${command}\n`, folder, variables());
    const [sent, ...others] = place.sandbox.requests().filter(({ operation }) => operation === 'POST /instances');
    assert.equal(sent?.body, fs.readFileSync(path.join(folder, 'helpscout.instance.json'), 'utf8'));
    assert.deepEqual([others, place.sandbox.instances().length], [[], 1]);
  });

  it('has the secrets in it only after a yes to a question that says whose they are', async () => {
    const { runCommand, dialog, message, clipboard, copied, picture } = place.workbench;
    const copy = async () => {
      await runCommand('Cloud Elements: Copy as cURL');
      await row(messages.shells.posix.label).click();
      await row(messages.copyFormText(true).inline(false).label).click();
      return dialog(messages.confirmSecrets('Sandbox', new URL(place.sandbox.url).host));
    };
    const before = await clipboard();
    const question = await copy();
    await picture('74-curl-include-secrets');
    await question.locator('.monaco-button', { hasText: 'Cancel' }).click();
    await question.waitFor({ state: 'detached' });
    assert.equal(await clipboard(), before);

    const again = await copy();
    await again.locator('.monaco-button', { hasText: messages.buttons.includeSecrets }).click();
    await message(messages.secretsOfFile);
    await picture('75-curl-secrets');
    await copied(new RegExp(place.sandbox.secrets.user));
  });

  it('on the clipboard becomes a formatted instance file, and its secrets are stored in an account that is not switched to', async () => {
    const { folder, page, runCommand, answer, dialog, message, picture } = place.workbench;
    const { user, organization } = place.sandbox.secrets;
    // Not the account Sandbox, which has these secrets: the same place by another name.
    const url = `${place.sandbox.url.replace('127.0.0.1', 'localhost')}/elements/api-v2/instances`;
    const command = [
      'curl -X POST',
      `-H 'Authorization: User ${user}, Organization ${organization}'`,
      "-H 'Content-Type: application/json'",
      `-d '{“element”:{"key":"helpscout"},"name":"From cURL"}'`,
      `'${url}'`,
    ].join('\n');
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), command);
    await runCommand('Cloud Elements: Create from cURL');
    const question = await dialog(accountMessages.confirmStore(new URL(url).host));
    await picture('76-curl-store');
    await question.locator('.monaco-button', { hasText: accountMessages.buttons.storeSecrets }).click();
    await answer(accountMessages.askLabelAt(accountMessages.describeAddress(endpointOf(url))), 'From cURL');
    await message(accountMessages.accountStored('From cURL', true, 'Sandbox'));
    await page.locator('.view-line', { hasText: '"name": "From cURL"' }).waitFor();
    await page.locator('.view-line', { hasText: '"key": "helpscout"' }).waitFor();
    await picture('77-curl-created');

    // The command that sends a file opens that file.
    const sending = command.replace(/-d '.*'/, '-d @twilio.instance.json');
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), sending);
    await runCommand('Cloud Elements: Create from cURL');
    await page.locator('.tab.active', { hasText: 'twilio.instance.json' }).waitFor();
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), sending.replace('twilio', 'nowhere'));
    await runCommand('Cloud Elements: Create from cURL');
    const missing = path.join(folder, 'nowhere.instance.json');
    await message(messages.fileNotFound('nowhere.instance.json', [missing]));
    await picture('78-curl-no-file');
  });
});
