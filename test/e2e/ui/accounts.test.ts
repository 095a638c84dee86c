// Two accounts, as a person adds, distinguishes and removes them.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import * as messages from '../../../client/src/features/accounts/messages';
import { lensTitle, tokenDetail } from '../../../client/src/features/provision/messages';
import { endpointOf } from '../../../common/src/platform/regions';
import type { Account } from '../../../engine/src/accounts/accounts';
import { tokenCopied } from '../../../engine/src/provisioning/outcome/messages';
import { eventually } from '../../kit/eventually';
import { useWorkbench } from './useWorkbench';

describe('accounts', () => {
  const place = useWorkbench(() => ({ hasSandboxAccount: false }));

  const status = (text: string): Locator =>
    place.workbench.page.locator('.statusbar-item.right', { hasText: new RegExp(`^\\s*${text}\\s*$`) });
  const lens = (text: string): Locator =>
    place.workbench.page.locator('.codelens-decoration a', { hasText: new RegExp(`${text}$`) });
  const row = (text: string): Locator =>
    place.workbench.page.locator('.quick-input-widget .monaco-list-row', { hasText: text });
  const color = (text: string): Promise<string> =>
    status(text)
      .locator('a')
      .first()
      .evaluate((element) => getComputedStyle(element).color);
  const pick = async (text: string): Promise<void> => {
    await row(text).first().click();
  };
  const { buttons, edits, removals } = messages;
  const address = (): string => messages.describeAddress(endpointOf(place.sandbox.url));
  const host = (): string => new URL(place.sandbox.url).host;
  const shop = (): Account => ({
    id: '',
    label: 'Shop',
    baseUrl: place.sandbox.url,
    kind: 'production',
    confirms: true,
  });
  const enterSecrets = async (): Promise<void> => {
    await place.workbench.answer(messages.askUserSecret(address()), place.sandbox.secrets.user);
    await place.workbench.answer(messages.askOrganizationSecret(address()), place.sandbox.secrets.organization);
  };
  const add = async (name: string): Promise<void> => {
    await place.workbench.runCommand('Cloud Elements: Add Account');
    await place.workbench.answer(messages.otherBaseUrl, messages.otherBaseUrl);
    await place.workbench.answer(messages.askBaseUrl, place.sandbox.url);
    await place.workbench.answer(messages.askLabelAt(address()), name);
    await enterSecrets();
    await status(name).waitFor();
  };

  it('a workspace cannot add one: the base URL in its settings is ignored', async () => {
    const { folder, openFile, page } = place.workbench;
    await openFile('helpscout.instance.json');
    await status(messages.statusNone).waitFor();
    await lens(lensTitle(undefined)).waitFor();
    const settings = { 'cloudElements.sandbox.url': place.sandbox.url, 'cloudElements.codeLens.enable': false };
    fs.mkdirSync(path.join(folder, '.vscode'));
    const file = path.join(folder, '.vscode/settings.json');
    fs.writeFileSync(file, JSON.stringify(settings));
    // VS Code has read the file: its other setting has an effect.
    await page.locator('.codelens-decoration').waitFor({ state: 'detached' });
    await status(messages.statusNone).waitFor();
    fs.rmSync(file);
    await lens(lensTitle(undefined)).waitFor();
  });

  it('any number can be added; the newest is in use, by its name above the file and in the status bar', async () => {
    await add('Trial');
    await add('Shop');
    await lens('Provision with Shop').waitFor();
  });

  it('one gets a color, and a mark as a production account', async () => {
    const { runCommand, picture } = place.workbench;
    await runCommand('Cloud Elements: Edit Account');
    await pick('Shop');
    await row(edits.names.label).waitFor();
    await picture('40-edit-account');
    await pick(edits.names.color);
    await row(edits.colors.purple).waitFor();
    await picture('41-colors');
    const plain = await color('Shop');
    await pick(edits.colors.purple);
    await place.workbench.page.locator('.statusbar-item', { hasText: edits.colored('Shop', 'purple') }).waitFor();
    await eventually('another color', async () => ((await color('Shop')) === plain ? undefined : true));

    await runCommand('Cloud Elements: Edit Account');
    await pick('Shop');
    await pick(edits.names.kind);
    await pick(edits.kinds.production.label);
    await status('Shop \\(production\\)').waitFor();
    await lens('Provision with Shop \\(production\\)').waitFor();
    await status('Shop \\(production\\)').hover();
    await place.workbench.page
      .locator('.monaco-hover', { hasText: messages.statusTip(shop(), true) })
      .first()
      .waitFor();
    await picture('42-production');
  });

  it('the list shows them with their colors, and switches', async () => {
    const { picture, page } = place.workbench;
    await page.keyboard.press('Escape');
    await status('Shop \\(production\\)').click();
    const line = messages.accountLine(shop(), { isActive: true, hasSecrets: true });
    await row(line).waitFor();
    await picture('43-switch');
    await pick('Trial');
    await status('Trial').waitFor();
    await lens('Provision with Trial').waitFor();
  });

  it('one without secrets stays, and asks for its secrets when it is used', async () => {
    const { runCommand, dialog, message, picture, openFile } = place.workbench;
    await runCommand('Cloud Elements: Remove Secrets');
    await pick('Trial');
    const question = await dialog(removals.removeSecrets.confirm('Trial', host()));
    await picture('44-remove-secrets');
    await question.locator('.monaco-button', { hasText: buttons.removeSecrets }).click();
    await message(removals.removeSecrets.done('Trial'));
    await status('Trial').locator('.codicon-circle-slash').waitFor();
    await picture('45-no-secrets');
    await openFile('helpscout.instance.json');
    await runCommand('Cloud Elements: Provision Instance');
    const notice = await message(messages.noSecrets('Trial'));
    await picture('46-no-secrets-in-use');
    await notice.locator('.monaco-button', { hasText: buttons.enterSecrets }).click();
    await enterSecrets();
    await message('was created');
    await status('Trial').locator('.codicon-cloud').waitFor();
    assert.equal(place.sandbox.counts()['POST /instances'], 1);
  });

  it('Check Account says whether its secrets work', async () => {
    const { runCommand, message } = place.workbench;
    await runCommand('Cloud Elements: Check Account');
    await pick('Shop');
    await message(messages.secretsWork('Shop'));
  });

  it('one that is removed disappears, and no other is used; its token can still be copied', async () => {
    const { runCommand, dialog, message, picture, page, copied } = place.workbench;
    await runCommand('Cloud Elements: Remove Account');
    await row('Trial').waitFor();
    await picture('47-remove');
    await pick('Trial');
    const question = await dialog(removals.removeAccount.confirm('Trial', host()));
    await question.locator('.monaco-button', { hasText: buttons.removeAccount }).click();
    const tokens = await dialog(messages.confirmTokens('Trial', host(), 1));
    await picture('48-remove-tokens');
    await tokens.locator('.monaco-button', { hasText: buttons.keepTokens }).click();
    await message(removals.removeAccount.done('Trial', true));
    await status(messages.statusSelect).waitFor();
    await lens(lensTitle(undefined)).waitFor();
    await runCommand('Cloud Elements: Copy Element Token');
    const token = { accountId: '', accountLabel: 'Trial', instanceId: '', name: '', elementKey: '', created: '' };
    const [account = ''] = tokenDetail(token, false).split(' · ');
    await row(account).waitFor();
    await picture('49-token-of-removed');
    await page.keyboard.press('Enter');
    await page.locator('.statusbar-item', { hasText: tokenCopied }).waitFor();
    await copied(place.sandbox.instances()[0]?.token ?? '');
  });
});
