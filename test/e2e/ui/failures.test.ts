// Failures as a person meets them: a file with problems, no account, a lost connection.
import assert from 'node:assert/strict';
import * as messages from '../../../client/src/features/accounts/messages';
import { pickElement } from '../../../client/src/features/editing/messages';
import { endpointOf } from '../../../common/src/platform/regions';
import { tokenCopied } from '../../../engine/src/provisioning/outcome/messages';
import { useWorkbench } from './useWorkbench';
import { buttons as outcomeButtons } from '../../../engine/src/provisioning/outcome/messages';

describe('failures', () => {
  const place = useWorkbench(() => ({ sandbox: { latency: 300 }, hasSandboxAccount: false }));

  it('without an account, Provision asks for one; rejected secrets can be entered again', async () => {
    const { openFile, runCommand, answer, message, picture, page } = place.workbench;
    await openFile('helpscout.instance.json');
    await runCommand('Cloud Elements: Provision Instance');
    const address = messages.describeAddress(endpointOf(place.sandbox.url));
    await answer(messages.otherBaseUrl, messages.otherBaseUrl);
    await answer(messages.askBaseUrl, place.sandbox.url);
    await answer(messages.askLabelAt(address), 'Trial');
    await answer(messages.askUserSecret(address), place.sandbox.secrets.user);
    await answer(messages.askOrganizationSecret(address), 'not-the-right-one');
    const refused = await message("didn't accept the secrets (401)");
    await picture('8-refused-secrets');
    await refused.locator('.monaco-button', { hasText: messages.buttons.enterSecrets }).click();
    await answer(messages.askUserSecret(address), place.sandbox.secrets.user);
    await answer(messages.askOrganizationSecret(address), place.sandbox.secrets.organization);
    await page.locator('.statusbar-item.right', { hasText: 'Trial' }).waitFor();
    // The press that began it all goes on by itself.
    await message('was created');
    assert.equal(place.sandbox.counts()['POST /instances'], 1);
  });

  it('a new file for an element is found by its hub, and stands there to be filled in', async () => {
    const { page, runCommand, picture } = place.workbench;
    await runCommand('Cloud Elements: New Instance File');
    await page.locator('.quick-input-widget').getByPlaceholder(pickElement).waitFor();
    await page.keyboard.type('messaging', { delay: 20 });
    const rows = page.locator('.quick-input-widget .monaco-list-row');
    await rows.first().getByText('messaging', { exact: true }).waitFor();
    await picture('9-new-file');
    await rows.filter({ hasText: 'Twilio SMS' }).first().click();
    await page.locator('.view-line', { hasText: 'messaging.sms.twilio.account' }).waitFor();
    await page.locator('#status\\.editor\\.mode', { hasText: 'Cloud Elements Instance' }).waitFor();
  });

  it('missing entries are asked about, and nothing is sent without a yes', async () => {
    const { openFile, runCommand, dialog, picture, page } = place.workbench;
    await openFile('start-here/instance.json');
    await page.locator('.squiggly-error').first().waitFor();
    const before = place.sandbox.counts()['POST /instances'];
    await runCommand('Cloud Elements: Provision Instance');
    const question = await dialog('This file has a problem');
    await picture('10-missing-entries');
    await question.locator('.monaco-button', { hasText: 'Go to Problem' }).click();
    await page.locator('.statusbar-item', { hasText: 'Ln 3, Col' }).waitFor();
    assert.equal(place.sandbox.counts()['POST /instances'], before);
  });

  it('after a lost connection it says that the instance may be there, finds it and keeps its token', async () => {
    const { openFile, runCommand, message, picture, copied, page } = place.workbench;
    await openFile('twilio.instance.json');
    place.sandbox.resetRequests();
    place.sandbox.faults.next('reset-after-commit');
    await runCommand('Cloud Elements: Provision Instance');
    const lost = await message('may have been created');
    await picture('11-lost-connection');
    await lost.locator('.monaco-button', { hasText: outcomeButtons.searchForInstance }).click();
    const found = await message('Twilio sample');
    await picture('12-found-again');
    await found.locator('.monaco-button', { hasText: outcomeButtons.storeToken }).click();
    await runCommand('Cloud Elements: Copy Element Token');
    await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Twilio sample' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.statusbar-item', { hasText: tokenCopied }).waitFor();
    await copied(place.sandbox.instances().at(-1)?.token ?? '');
    assert.equal(place.sandbox.counts()['POST /instances'], 1);
  });
});
