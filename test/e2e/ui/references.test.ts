// A file that names its secrets in place of holding them, provisioned.
import assert from 'node:assert/strict';
import { fixTitles } from '../../../server/src/problems/fixTitles';
import { previewTitle, responseTitle } from '../../../client/src/features/provision/messages';
import { previewVariables } from '../../../engine/src/provisioning/messages';
import { useWorkbench } from './useWorkbench';

const file = {
  element: { key: 'helpscout' },
  configuration: {
    username: '${secret:HELPSCOUT_USERNAME}',
    password: '${env:HELPSCOUT_PASSWORD}',
    'mailbox.name': 'Support',
    'event.notification.callback.url': 'https://hooks.example.org/desk?key=${secret:HELPSCOUT_USERNAME}',
  },
  name: 'Help desk',
};
const text = JSON.stringify(file, undefined, 2);
/** JSON has to escape it. */
const value = 'k"e\\y of mine';
const secretOnly = text.replace('${env:HELPSCOUT_PASSWORD}', 'x');
const withReference = secretOnly
  .replaceAll('${secret:HELPSCOUT_USERNAME}', 'me')
  .replace('"x"', '"${secret:HELPSCOUT_PASSWORD}"');
/** What a reader would have to scroll past to see where the secret goes. */
const filling = Object.fromEntries(Array.from({ length: 30 }, (_, count) => [`padding.${count}`, 'x']));
const padded = JSON.stringify({
  ...file,
  configuration: {
    ...filling,
    ...file.configuration,
    password: 'x',
    'event.notification.callback.url': 'https://evil.example./',
  },
});
const written = withReference.replace('"${secret:HELPSCOUT_PASSWORD}"', JSON.stringify(value));

describe('a file with references', () => {
  const place = useWorkbench(() => ({
    files: {
      'variable.instance.json': text,
      'secret.instance.json': secretOnly,
      'written.instance.json': written,
      'padded.instance.json': padded,
    },
  }));

  it('is not sent where a variable is not set, and the message says what to do', async () => {
    const { openFile, runCommand, dialog, picture } = place.workbench;
    await openFile('variable.instance.json');
    await runCommand('Cloud Elements: Provision Instance');
    const told = await dialog('Set HELPSCOUT_PASSWORD in the environment');
    await picture('24-variable-missing');
    await told.locator('.monaco-button').first().click();
    assert.deepEqual(place.sandbox.counts(), {});
  });

  it('is asked for its secret, tells what it refers to with all beside it, and is sent after a yes only', async () => {
    const { page, openFile, runCommand, answer, dialog, message, picture } = place.workbench;
    await openFile('secret.instance.json');
    await runCommand('Cloud Elements: Provision Instance');
    await page.locator('.quick-input-widget').getByText('Enter the value of ${secret:HELPSCOUT_USERNAME}').waitFor();
    await picture('25-secret');
    await answer('Enter the value of ${secret:HELPSCOUT_USERNAME}', value);
    const question = await dialog('"username": "${secret:HELPSCOUT_USERNAME}"');
    await question.getByText(/^Send this request with Sandbox at 127\.0\.0\.1:\d+\?$/).waitFor();
    for (const line of [
      '"password": "********"',
      '"mailbox.name": "Support"',
      'https://hooks.example.org/desk?key=${secret:HELPSCOUT_USERNAME}',
    ]) {
      assert.ok((await question.innerText()).includes(line), line);
    }
    await picture('26-references');
    await question.locator('.monaco-button', { hasText: 'Cancel' }).click();
    await question.waitFor({ state: 'detached' });
    assert.deepEqual(place.sandbox.counts(), {});

    // The secret is kept by now.
    await runCommand('Cloud Elements: Provision Instance');
    const again = await dialog('hooks.example.org');
    await again.locator('.monaco-button', { hasText: 'Send' }).click();
    await message('was created');
    const [sent] = place.sandbox.requests().filter(({ operation }) => operation === 'POST /instances');
    const expected = { ...file.configuration, username: value, password: 'x' };
    const callback = `https://hooks.example.org/desk?key=${value}`;
    assert.deepEqual((JSON.parse(sent?.body ?? '') as typeof file).configuration, {
      ...expected,
      'event.notification.callback.url': callback,
    });
  });

  it('has its secret masked in the last response', async () => {
    const { page, runCommand, copyAll, picture } = place.workbench;
    await runCommand('Cloud Elements: Show Last Response');
    await page.locator('.tab.active', { hasText: responseTitle }).waitFor();
    await page.locator('.view-line', { hasText: '"token": "********"' }).waitFor();
    await picture('27-last-response');
    const shown = await copyAll(/"mailbox\.name": "Support"/);
    assert.ok(!shown.includes('of mine'), shown);
  });

  it('is sent without the question once it was agreed to, until any value in it is another', async () => {
    const { page, openFile, runCommand, dialog, message, paste, picture } = place.workbench;
    await runCommand('View: Close All Editors');
    await openFile('secret.instance.json');
    await runCommand('Cloud Elements: Provision Instance');
    const again = await dialog('already provisioned');
    await again.locator('.monaco-button', { hasText: 'Provision Again' }).click();
    await message('(ID 1002) was created');
    assert.equal(place.sandbox.counts()['POST /instances'], 2);

    await page.locator('.editor-instance .view-line').first().click();
    await page.keyboard.press('Control+A');
    await paste(secretOnly.replace('hooks.example.org', 'evil.example.'));
    await page.locator('.view-line', { hasText: 'evil.example.' }).waitFor();
    await runCommand('Cloud Elements: Provision Instance');
    const question = await dialog('https://evil.example./desk');
    await picture('28-value-changed');
    await question.locator('.monaco-button', { hasText: 'Cancel' }).click();
    await question.waitFor({ state: 'detached' });
    assert.equal(place.sandbox.counts()['POST /instances'], 2);
  });

  it('is shown as a whole where it is too long for a question, and sent from there', async () => {
    const { page, openFile, runCommand, dialog, message, picture } = place.workbench;
    await openFile('padded.instance.json');
    await runCommand('Cloud Elements: Provision Instance');
    const question = await dialog('Send this request with Sandbox');
    assert.deepEqual((await question.locator('.monaco-button').allInnerTexts()).sort(), ['Cancel', 'Show Request']);
    await picture('28-too-long');
    await question.locator('.monaco-button', { hasText: 'Show Request' }).click();
    const tab = page.locator('.tab.active', { hasText: previewTitle('padded.instance.json') });
    await tab.waitFor();
    const send = page.locator('.codelens-decoration a', { hasText: 'Send with Sandbox at 127.0.0.1' });
    await send.first().waitFor();
    const beside = await message('Send this request with Sandbox');
    await picture('28-whole-request');
    await beside.hover();
    await beside.locator('.codicon-notifications-clear').click();
    await page.keyboard.press('Control+End');
    await page.locator('.view-line', { hasText: '"https://evil.example./"' }).waitFor();
    await picture('28-whole-request-end');
    assert.equal(place.sandbox.counts()['POST /instances'], 2);
    await send.last().click();
    await message('(ID 1003) was created');
    await tab.waitFor({ state: 'detached' });
    const sent = place.sandbox.requests().findLast(({ operation }) => operation === 'POST /instances');
    assert.equal(sent?.body, padded.replaceAll('${secret:HELPSCOUT_USERNAME}', JSON.stringify(value).slice(1, -1)));
  });

  it('is not sent where the page of the whole request is closed', async () => {
    const { page, openFile, runCommand, dialog, message, paste, picture } = place.workbench;
    await openFile('padded.instance.json');
    await page.locator('.editor-instance .view-line').first().click();
    await page.keyboard.press('Control+A');
    await paste(padded.replace('evil.example.', 'other.example'));
    await page.locator('.view-line', { hasText: 'other.example' }).waitFor();
    await runCommand('Cloud Elements: Provision Instance');
    await (await dialog('Send this request')).locator('.monaco-button', { hasText: 'Show Request' }).click();
    const beside = await message('Send this request with Sandbox');
    await page.locator('.codelens-decoration a', { hasText: 'Send with Sandbox' }).first().waitFor();
    const tab = page.locator('.tab', { hasText: previewTitle('padded.instance.json') });
    await picture('28-whole-request-again');
    await tab.locator('.tab-actions .action-label').click();
    await tab.waitFor({ state: 'detached' });
    await beside.locator('.monaco-button', { hasText: 'Send' }).click();
    await message('nothing was sent. Run Provision Instance again');
    assert.equal(place.sandbox.counts()['POST /instances'], 3);
  });

  it('is previewed as it would be sent, with its secrets masked', async () => {
    const { page, openFile, runCommand, copyAll, picture } = place.workbench;
    await openFile('variable.instance.json');
    await runCommand('Cloud Elements: Preview Request');
    await page.locator('.tab.active', { hasText: previewTitle('variable.instance.json') }).waitFor();
    await page.locator('.view-line', { hasText: 'POST ' }).waitFor();
    await picture('29-preview');
    const preview = await copyAll(/^POST /m);
    const address = `POST ${place.sandbox.url}/elements/api-v2/instances\nAuthorization: User ********, Organization ********\n`;
    assert.ok(preview.includes(address), preview);
    assert.ok(preview.replaceAll('\n# ', ' ').includes(previewVariables(['HELPSCOUT_PASSWORD'])), preview);
    const body = text.replaceAll('${secret:HELPSCOUT_USERNAME}', '********');
    assert.ok(preview.endsWith(`\n\n${body}`), preview);
  });

  it('gets a secret that is written in it moved into the secret storage by a quick fix', async () => {
    const { page, openFile, runCommand, dialog, message, quickFixes, save, picture } = place.workbench;
    await openFile('written.instance.json');
    await page.locator('.view-line span', { hasText: 'of mine' }).last().click();
    const fix = (await quickFixes()).filter({ hasText: fixTitles.storeSecret('${secret:HELPSCOUT_PASSWORD}') });
    await fix.waitFor();
    await picture('30-move-secret');
    await page.keyboard.press('ArrowDown');
    await fix.and(page.locator('.focused')).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: '"${secret:HELPSCOUT_PASSWORD}"' }).waitFor();
    await picture('31-secret-moved');
    await save('written.instance.json', withReference);

    await runCommand('Cloud Elements: Provision Instance');
    const question = await dialog('"password": "${secret:HELPSCOUT_PASSWORD}"');
    await question.locator('.monaco-button', { hasText: 'Send' }).click();
    await message('(ID 1004) was created');
    const sent = place.sandbox.requests().findLast(({ operation }) => operation === 'POST /instances');
    assert.equal(sent?.body, written);
  });
});
