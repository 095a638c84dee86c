// Writing a file, as a person sees it: what is pasted, underlined, mended, offered and explained.
import assert from 'node:assert/strict';
import { openWorkbench } from './workbench';
import type { Workbench } from './workbench';

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

const files = {
  'curly.instance.json': curly,
  'empty.instance.json': '',
  'indented.instance.json': '{\n  "element": { "key": "helpscout" },\n  "configuration": {\n    \n  }\n}\n',
};

describe('writing a file', () => {
  let workbench: Workbench;

  before(async function () {
    this.timeout(8 * 60_000);
    workbench = await openWorkbench({}, {}, files);
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.picture('failure');
  });

  after(async () => {
    await workbench.close();
  });

  /** Opens a file with the cursor at its start. */
  async function open(name: keyof typeof files): Promise<void> {
    await workbench.openFile(name);
    await workbench.page.locator('.editor-instance .view-line').first().click();
    await workbench.page.keyboard.press('Control+Home');
  }

  it('every curly quote of a file is underlined', async () => {
    const { page, picture } = workbench;
    await open('curly.instance.json');
    await page.locator('.squiggly-error').nth(5).waitFor();
    await picture('14-curly');
  });

  it('one Fix All mends them', async () => {
    const { page, picture, runCommand, save } = workbench;
    await runCommand('Fix All');
    await page.locator('.view-line', { hasText: '"Help desk"' }).waitFor();
    await page.locator('.squiggly-error').first().waitFor({ state: 'detached' });
    assert.equal(await page.locator('.squiggly-warning').count(), 0);
    await picture('15-fix-all');
    assert.equal(await save('curly.instance.json'), straight);
  });

  it('a request that is pasted into an empty file comes out straight, without any further step', async () => {
    const { page, picture, save } = workbench;
    await open('empty.instance.json');
    await workbench.paste(curly);
    await page.locator('.view-line', { hasText: '"Help desk"' }).waitFor();
    await picture('16-paste');
    assert.equal(await save('empty.instance.json'), straight);
  });

  it('what is pasted between others comes out straight, its lines as they were', async () => {
    const { page, save } = workbench;
    await open('indented.instance.json');
    for (let line = 1; line < 4; line++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await workbench.paste('“username”: “mine”,\n    “mailbox.name”: “Support”');
    await page.locator('.view-line', { hasText: '"Support"' }).waitFor();
    // The cursor stands behind what was pasted.
    await page.keyboard.type(',');
    const text = await save('indented.instance.json');
    assert.ok(text.includes('{\n    "username": "mine",\n    "mailbox.name": "Support",\n  }'), text);
  });

  it('the control after a paste gives the text as it was copied', async () => {
    const { page, picture } = workbench;
    await open('empty.instance.json');
    await page.keyboard.press('Control+A');
    await workbench.paste(curly);
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
    const { page, save } = workbench;
    await open('empty.instance.json');
    await page.locator('.view-line', { hasText: '“tags”' }).click();
    await page.keyboard.press('End');
    await page.keyboard.press('Control+C');
    await page.keyboard.press('Control+V');
    await page.locator('.view-line', { hasText: '“desk”' }).nth(1).waitFor();
    const line = '  “tags”: [“desk”],\n';
    assert.equal(await save('empty.instance.json'), curly.replace(line, line + line));
  });
});
