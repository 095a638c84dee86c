// Writing a file, as a person sees it: what is pasted, underlined, mended, offered and explained.
import fs from 'node:fs';
import path from 'node:path';
import { useWorkbench } from './useWorkbench';

const straight = `{
  "element": { "key": "helpscout" },
  "configuration": {
    "username": "mine",
    "password": "\${env:HELPSCOUT_PASSWORD}",
    "mailbox.name": "Support"
  },
  "tags": ["desk"],
  "name": "Help desk"
}`;
/** As a web page has it. */
const curly = straight.replaceAll(/"([^"]*)"/g, '“$1”');

const written = straight.replace('${env:HELPSCOUT_PASSWORD}', 'b9c1f7e2a4d8');

const files = {
  'curly.instance.json': curly,
  'empty.instance.json': '',
  'indented.instance.json': '{\n  "element": { "key": "helpscout" },\n  "configuration": {\n    \n  }\n}\n',
  'missing.instance.json': '{\n  "element": { "key": "helpscout" },\n  "configuration": { "username": "mine" }\n}\n',
  'new.instance.json': '',
  'plain.instance.json': '\n',
  'two-ways.instance.json': '{\n  "element": { "key": "hubspot" },\n  "configuration": {\n    \n  }\n}\n',
  'written.instance.json': written,
};

describe('writing a file', () => {
  const place = useWorkbench(() => ({ hasSandboxAccount: false, files }));

  /** Opens a file with the cursor at its start. */
  async function open(name: keyof typeof files): Promise<void> {
    await place.workbench.openFile(name);
    await place.workbench.page.locator('.editor-instance .view-line').first().click();
    await place.workbench.page.keyboard.press('Control+Home');
  }

  it('every curly quote of a file is underlined', async () => {
    const { page, picture } = place.workbench;
    await open('curly.instance.json');
    await page.locator('.squiggly-error').nth(5).waitFor();
    await picture('14-curly');
  });

  it('one Fix All mends them', async () => {
    const { page, picture, runCommand, save } = place.workbench;
    await runCommand('Fix All');
    await page.locator('.view-line', { hasText: '"Help desk"' }).waitFor();
    await page.locator('.squiggly-error').first().waitFor({ state: 'detached' });
    await page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
    await save('curly.instance.json', straight);
    await picture('15-fix-all');
  });

  it('a request that is pasted into an empty file comes out straight, without any further step', async () => {
    const { page, picture, save } = place.workbench;
    await open('empty.instance.json');
    await place.workbench.paste(curly);
    await page.locator('.view-line', { hasText: '"Help desk"' }).waitFor();
    await picture('16-paste');
    await save('empty.instance.json', straight);
  });

  it('what is pasted between others comes out straight, its lines as they were', async () => {
    const { page, save } = place.workbench;
    await open('indented.instance.json');
    for (let line = 1; line < 4; line++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await place.workbench.paste('“username”: “mine”,\n    “mailbox.name”: “Support”');
    await page.locator('.view-line', { hasText: '"Support"' }).waitFor();
    // The cursor stands behind what was pasted.
    await page.keyboard.type(',');
    await save('indented.instance.json', /\{\n {4}"username": "mine",\n {4}"mailbox\.name": "Support",\n {2}\}/);
  });

  it('the control after a paste gives the text as it was copied', async () => {
    const { page, picture } = place.workbench;
    await open('empty.instance.json');
    await page.keyboard.press('Control+A');
    await place.workbench.paste(curly);
    await page.locator('.view-line', { hasText: '"Help desk"' }).waitFor();
    await page.locator('.post-edit-widget').first().waitFor();
    await page.getByText('Ln 10, Col 2', { exact: true }).waitFor();
    await page.keyboard.press('Control+.');
    const choices = page.locator('.action-widget .monaco-list-row');
    await choices.filter({ hasText: 'Insert Plain Text' }).waitFor();
    await picture('17-paste-choices');
    await page.keyboard.press('ArrowDown');
    await choices.and(page.locator('.focused')).filter({ hasText: 'Insert Plain Text' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: '“Help desk”' }).waitFor();
  });

  it('a line that was copied whole is put above, as the editor does it', async () => {
    const { page, save } = place.workbench;
    await open('empty.instance.json');
    await page.locator('.view-line', { hasText: '“tags”' }).click();
    await page.keyboard.press('End');
    await page.keyboard.press('Control+C');
    await page.keyboard.press('Control+V');
    await page.locator('.view-line', { hasText: '“desk”' }).nth(1).waitFor();
    const line = '  “tags”: [“desk”],\n';
    await save('empty.instance.json', curly.replace(line, line + line));
  });

  it('missing entries are underlined, and the hover names them', async () => {
    const { page, picture } = place.workbench;
    await open('missing.instance.json');
    await page.locator('.squiggly-error').first().waitFor();
    await page
      .locator('.view-line span', { hasText: /^"?configuration"?$/ })
      .last()
      .hover();
    const hover = page.locator('.monaco-hover', { hasText: 'missing-entries' });
    await hover.first().waitFor();
    await picture('18-missing-entries');
  });

  it('completion lists the entries of both ways to sign in', async () => {
    const { page, picture } = place.workbench;
    await open('two-ways.instance.json');
    for (let line = 1; line < 4; line++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await page.keyboard.press('Control+Space');
    const list = page.locator('.suggest-widget.visible');
    await list.locator('.monaco-list-row').nth(2).waitFor();
    await picture('19-two-ways');
    await page.keyboard.press('Escape');
  });

  it('the hover of a secret entry says what it is', async () => {
    const { page, picture } = place.workbench;
    await open('written.instance.json');
    await page
      .locator('.view-line span', { hasText: /^"?password"?$/ })
      .last()
      .hover();
    await page.locator('.monaco-hover', { hasText: 'secret' }).first().waitFor();
    await picture('20-secret-hover');
  });

  it('a quick fix puts a reference in place of a secret that is written out', async () => {
    const { page, picture, quickFixes } = place.workbench;
    await page.locator('.view-line span', { hasText: 'b9c1f7e2a4d8' }).last().click();
    const menu = await quickFixes();
    await menu.filter({ hasText: '${secret:HELPSCOUT_PASSWORD}' }).waitFor();
    await picture('21-secret-fixes');
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: '"${env:HELPSCOUT_PASSWORD}"' }).waitFor();
    await page.keyboard.press('Control+S');
  });

  it('completion starts an empty file with an element', async () => {
    const { page, picture } = place.workbench;
    await open('new.instance.json');
    await page.keyboard.press('Control+Space');
    const list = page.locator('.suggest-widget.visible');
    await list.locator('.monaco-list-row').nth(2).waitFor();
    await picture('22-elements');
    await page.keyboard.type('help sc', { delay: 60 });
    await list.locator('.monaco-list-row.focused', { hasText: 'Help Scout' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: 'mailbox.name' }).waitFor();
    await list.waitFor({ state: 'hidden' });
    await picture('23-skeleton');
  });

  it('a paste stays as it was copied where cloudElements.paste.repair is off', async () => {
    const { page, folder, save } = place.workbench;
    await open('plain.instance.json');
    await page.locator('.codelens-decoration').first().waitFor();
    const settings = { 'cloudElements.paste.repair': false, 'cloudElements.codeLens.enable': false };
    fs.mkdirSync(path.join(folder, '.vscode'));
    fs.writeFileSync(path.join(folder, '.vscode/settings.json'), JSON.stringify(settings));
    // The settings have been read: the other one holds.
    await page.locator('.codelens-decoration').first().waitFor({ state: 'detached' });
    await place.workbench.paste('{ “name”: “Help desk” }');
    await page.locator('.view-line', { hasText: 'Help desk' }).waitFor();
    await save('plain.instance.json', '{ “name”: “Help desk” }\n');
  });
});
