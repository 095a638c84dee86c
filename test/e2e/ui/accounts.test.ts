// Two accounts, as a person adds them, tells them apart, leaves and removes them.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
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
  const enterSecrets = async (): Promise<void> => {
    await place.workbench.answer('User secret', place.sandbox.secrets.user);
    await place.workbench.answer('Organization secret', place.sandbox.secrets.organization);
  };
  const add = async (name: string): Promise<void> => {
    await place.workbench.runCommand('Cloud Elements: Add Account');
    await place.workbench.answer('Another address', 'Another address');
    await place.workbench.answer('Base URL of the API', place.sandbox.url);
    await place.workbench.answer('A name for this account', name);
    await enterSecrets();
    await status(name).waitFor();
  };

  it('a workspace cannot add one: what its settings say of an address is ignored', async () => {
    const { folder, openFile, page } = place.workbench;
    await openFile('helpscout.instance.json');
    await status('Add account').waitFor();
    await lens('Provision').waitFor();
    const settings = { 'cloudElements.sandbox.url': place.sandbox.url, 'cloudElements.codeLens.enable': false };
    fs.mkdirSync(path.join(folder, '.vscode'));
    const file = path.join(folder, '.vscode/settings.json');
    fs.writeFileSync(file, JSON.stringify(settings));
    // The file has been read: its other line holds.
    await page.locator('.codelens-decoration').waitFor({ state: 'detached' });
    await status('Add account').waitFor();
    fs.rmSync(file);
    await lens('Provision').waitFor();
  });

  it('any number can be added; the newest is in use, by its name above the file and in the status bar', async () => {
    await add('Trial');
    await add('Shop');
    await lens('Provision with Shop').waitFor();
  });

  it('one gets a colour, and is marked when it is for production', async () => {
    const { runCommand, picture } = place.workbench;
    await runCommand('Cloud Elements: Edit Account');
    await pick('Shop');
    await row('Rename').waitFor();
    await picture('40-edit-account');
    await pick('Colour');
    await row('Purple').waitFor();
    await picture('41-colours');
    const plain = await color('Shop');
    await pick('Purple');
    await place.workbench.page.locator('.statusbar-item', { hasText: 'Shop is purple now.' }).waitFor();
    await eventually('another colour', async () => ((await color('Shop')) === plain ? undefined : true));

    await runCommand('Cloud Elements: Edit Account');
    await pick('Shop');
    await pick('Production or Test');
    await pick('Production');
    await status('Shop \\(production\\)').waitFor();
    await lens('Provision with Shop \\(production\\)').waitFor();
    await status('Shop \\(production\\)').hover();
    await place.workbench.page.locator('.monaco-hover', { hasText: 'production account at' }).first().waitFor();
    await picture('42-production');
  });

  it('the picker shows them with their colours, and switches', async () => {
    const { picture, page } = place.workbench;
    await page.keyboard.press('Escape');
    await status('Shop \\(production\\)').click();
    await row('production · in use').waitFor();
    await picture('43-switch');
    await pick('Trial');
    await status('Trial').waitFor();
    await lens('Provision with Trial').waitFor();
  });

  it('one that is signed out stays, and asks for its secrets when it is used', async () => {
    const { runCommand, dialog, message, picture, openFile } = place.workbench;
    await runCommand('Cloud Elements: Sign Out');
    await pick('Trial');
    const question = await dialog('Sign out of Trial at 127.0.0.1');
    await picture('44-sign-out');
    await question.locator('.monaco-button', { hasText: 'Sign Out' }).click();
    await message('Signed out of Trial');
    await status('Trial').locator('.codicon-circle-slash').waitFor();
    await picture('45-signed-out');
    await openFile('helpscout.instance.json');
    await runCommand('Cloud Elements: Provision Instance');
    const notice = await message('You are signed out of Trial');
    await picture('46-signed-out-in-use');
    await notice.locator('.monaco-button', { hasText: 'Enter Secrets' }).click();
    await enterSecrets();
    await message('is created');
    await status('Trial').locator('.codicon-cloud').waitFor();
    assert.equal(place.sandbox.counts()['POST /instances'], 1);
  });

  it('Check Account says whether its secrets work', async () => {
    const { runCommand, message } = place.workbench;
    await runCommand('Cloud Elements: Check Account');
    await pick('Shop');
    await message('The secrets of Shop work.');
  });

  it('one that is removed is gone, and no other steps in; its token can still be copied', async () => {
    const { runCommand, dialog, message, picture, page, copied } = place.workbench;
    await runCommand('Cloud Elements: Remove Account');
    await row('Trial').waitFor();
    await picture('47-remove');
    await pick('Trial');
    const question = await dialog('Remove Trial at 127.0.0.1');
    await question.locator('.monaco-button', { hasText: 'Remove Account' }).click();
    const tokens = await dialog('Remove the element token kept for Trial at 127.0.0.1');
    await picture('48-remove-tokens');
    await tokens.locator('.monaco-button', { hasText: 'Keep Tokens' }).click();
    await message('Trial is removed, and no account is in use.');
    await status('Choose account').waitFor();
    await lens('Provision').waitFor();
    await runCommand('Cloud Elements: Copy Element Token');
    await row('Trial (no account any more)').waitFor();
    await picture('49-token-of-removed');
    await page.keyboard.press('Enter');
    await page.locator('.statusbar-item', { hasText: 'Element token copied' }).waitFor();
    await copied(place.sandbox.instances()[0]?.token ?? '');
  });
});
