import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { findChromium, openBrowser } from '../../../scripts/host/browser';
import { installVSCode } from '../../../scripts/host/installVSCode';
import type { VSCode } from '../../../scripts/host/installVSCode';
import { installExtension, startServer, workbenchUrl } from '../../../scripts/host/server';
import { writeSettings } from '../../../scripts/host/settings';
import type { Settings } from '../../../scripts/host/settings';
import { eventually } from '../../kit/eventually';

const root = path.resolve(import.meta.dirname, '../../..');
const screenshots = path.join(root, 'out/screenshots');

/**
 * VS Code shows no more than three toasts within 0.8 seconds, which automation can outrun and a person hardly does: the
 * rest stand behind the bell alone. So many looks for a toast in vain, and the bell is pressed.
 */
const looksBeforeBell = 200;

/**
 * VS Code drops a press of the key for quick fixes if it begins to look for fixes by itself before the server has answered. A
 * person presses again: so do we, after so many looks for the menu in vain.
 */
const looksBeforePress = 200;

export interface Workbench {
  readonly page: Page;
  /** Folder that is open: a copy of the sandbox's samples. */
  readonly folder: string;
  /** Opens a file of the folder from the explorer; its path is relative to the folder. */
  readonly openFile: (name: string) => Promise<void>;
  /** Runs a command by its title, from the palette. */
  readonly runCommand: (title: string) => Promise<void>;
  /** Opens the menu of quick fixes at the cursor, and gives its rows once they are there. */
  readonly quickFixes: () => Promise<Locator>;
  /** A message in the corner, or else behind the bell, that holds this text, once it is there. */
  readonly message: (text: string | RegExp) => Promise<Locator>;
  /** What is on the clipboard now: only to compare it with what is there later. */
  readonly clipboard: () => Promise<string>;
  /** Puts a text on the clipboard and presses the key that pastes it. */
  readonly paste: (text: string) => Promise<void>;
  /** The text on the clipboard, once it is this one, or holds what the expression says. */
  readonly copied: (expected: string | RegExp) => Promise<string>;
  /** Copies all of the editor in front, and gives it once it is on the clipboard and holds this. */
  readonly copyAll: (expected: RegExp) => Promise<string>;
  /** Saves the file in front and gives its text, once it is this one, or holds what the expression says. */
  readonly save: (name: string, expected?: string | RegExp) => Promise<string>;
  /** Loads the page anew and waits until the workbench is back. */
  readonly reload: () => Promise<void>;
  /** A dialog in the middle of the window that holds this text, once it is there. */
  readonly dialog: (text: string | RegExp) => Promise<Locator>;
  /** Answers the question at the top of the window once it is asked: `text` is what identifies the question. */
  readonly answer: (question: string, text: string) => Promise<void>;
  /** Leaves a picture in out/screenshots. */
  readonly picture: (name: string) => Promise<void>;
  /** Where README_PICTURES is set (`npm run pictures`), makes docs/<name>.png of what is to be seen now, from the top left. */
  readonly readmePicture: (name: string, height: number) => Promise<void>;
  /** Ends the process that runs the extension, as a crash would, and waits for the one that VS Code starts in its place. */
  readonly killExtensionHost: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Opens VS Code's workbench in a browser on a copy of the samples, as a person has it: with the packed extension that
 * UI_VSIX names, else with the one built in this folder. Nothing in it calls into the extension.
 * @param files Files to put beside the samples, text by name.
 */
export async function openWorkbench(
  machine: Settings,
  user: Settings = {},
  files: Readonly<Record<string, string>> = {},
): Promise<Workbench> {
  const say = (line: string): void => {
    process.stderr.write(`${line}\n`);
  };
  const vscode = await installVSCode(say);
  const chromium = await findChromium(say);
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'instances-ui-'));
  const [folder, userData] = [path.join(scratch, 'samples'), path.join(scratch, 'data')];
  fs.cpSync(path.join(root, 'sandbox/samples'), folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
  fs.mkdirSync(screenshots, { recursive: true });
  writeSettings(userData, user, machine);
  const vsix = process.env.UI_VSIX;
  const extensions = vsix ? await installOnce(vscode, vsix) : path.join(scratch, 'extensions');
  const server = await startServer({ vscode, userData, extensions });
  const { browser, page } = await openBrowser(chromium);
  const picker = page.locator('.quick-input-widget');

  const close = async (): Promise<void> => {
    await browser.close();
    await server.stop();
    fs.rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  const ready = async (): Promise<void> => {
    await page.locator('.monaco-workbench .part.statusbar').waitFor();
    await page.locator('.explorer-viewlet .monaco-list-row').first().waitFor();
  };
  const clipboard = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  const inExplorer = (name: string): Locator =>
    page.locator('.explorer-viewlet .label-name').getByText(name, { exact: true });

  try {
    await page.goto(workbenchUrl(server, { folder, ...(vsix ? {} : { payload: { extensionDevelopmentPath: root } }) }));
    await ready();
  } catch (error) {
    await page.screenshot({ path: path.join(screenshots, 'ui-no-start.png') }).catch(() => undefined);
    await close();
    throw error;
  }
  return {
    page,
    folder,
    close,
    openFile: async (name) => {
      const folders = name.split('/');
      const file = folders.pop() ?? '';
      for (const part of folders) await inExplorer(part).click();
      await inExplorer(file).dblclick();
      await page.locator('.tab.active').getByText(file, { exact: true }).waitFor();
      await page.locator('.editor-instance .view-line').first().waitFor();
    },
    runCommand: async (title) => {
      await page.keyboard.press('F1');
      await picker.locator('input:focus').fill(`>${title}`);
      await picker.locator('.monaco-list-row.focused', { hasText: title }).waitFor();
      await page.keyboard.press('Enter');
    },
    quickFixes: async () => {
      const rows = page.locator('.action-widget .monaco-list-row');
      let looks = 0;
      return eventually('the menu of quick fixes', async () => {
        if (await rows.first().isVisible()) return rows;
        if (looks % looksBeforePress === 0) await page.keyboard.press('Control+.');
        looks += 1;
        return undefined;
      });
    },
    message: async (text) => {
      const notice = page
        .locator('.notification-toast, .notifications-center .notification-list-item', { hasText: text })
        .first();
      const bell = page.locator('.statusbar-item .codicon-bell-dot');
      let looks = 0;
      return eventually(`a message: ${String(text)}`, async () => {
        if (await notice.isVisible()) return notice;
        looks += 1;
        if (looks >= looksBeforeBell && (await bell.isVisible())) await bell.click({ timeout: 1_000 });
        return undefined;
      });
    },
    dialog: async (text) => {
      const dialog = page.locator('.monaco-dialog-box', { hasText: text });
      await dialog.waitFor();
      return dialog;
    },
    answer: async (question, text) => {
      await picker.getByText(question).first().waitFor();
      await picker.locator('input').first().fill(text);
      await page.keyboard.press('Enter');
      await picker.getByText(question).first().waitFor({ state: 'hidden' });
    },
    clipboard,
    copied: (expected) => read(clipboard, expected),
    paste: async (text) => {
      await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
      await page.keyboard.press('Control+V');
    },
    save: async (name, expected = '') => {
      await page.keyboard.press('Control+S');
      await page.locator('.tab.active:not(.dirty)', { hasText: path.basename(name) }).waitFor();
      return read(() => fs.readFileSync(path.join(folder, name), 'utf8'), expected);
    },
    copyAll: async (expected) => {
      await page.evaluate(() => navigator.clipboard.writeText(''));
      await page.keyboard.press('Control+A');
      await page.keyboard.press('Control+C');
      return read(clipboard, expected);
    },
    killExtensionHost: async () => {
      const running = extensionHosts(userData);
      assert.ok(running.length > 0, 'no extension host is running');
      for (const pid of running) process.kill(pid, 'SIGKILL');
      await eventually('another extension host', () => extensionHosts(userData).find((pid) => !running.includes(pid)));
    },
    reload: async () => {
      await page.reload();
      await ready();
    },
    readmePicture: async (name, height) => {
      if (!process.env.README_PICTURES) return;
      const clip = { x: 0, y: 0, width: 1140, height };
      await page.screenshot({ path: path.join(root, `docs/${name}.png`), clip });
    },
    picture: async (name) => {
      // What fades in is shown as it will be.
      await page.screenshot({ path: path.join(screenshots, `ui-${name}.png`), animations: 'disabled' });
    },
  };
}

/** The processes that run extensions for the server with this data folder, by what Linux says of its processes. */
function extensionHosts(userData: string): number[] {
  const read = (pid: string, file: string): string => {
    try {
      return fs.readFileSync(`/proc/${pid}/${file}`, 'utf8');
    } catch {
      return '';
    }
  };
  const parentOf = (pid: string): string => /^PPid:\s*(\d+)$/m.exec(read(pid, 'status'))?.[1] ?? '';
  return fs
    .readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid) && read(pid, 'cmdline').includes('--type=extensionHost'))
    .filter((pid) => read(parentOf(pid), 'cmdline').includes(userData))
    .map(Number);
}

/** A text, once it is the one expected, or holds what an expression says. An empty one is no expectation. */
async function read(text: () => string | Promise<string>, expected: string | RegExp): Promise<string> {
  return eventually('a text', async () => {
    const found = await text();
    if (expected instanceof RegExp) assert.match(found, expected);
    else if (expected) assert.equal(found, expected);
    return found;
  });
}

/** The folder of extensions that all workbenches of this VS Code use, with the packed extension in it: installing it takes seconds. */
async function installOnce(vscode: VSCode, vsix: string): Promise<string> {
  const extensions = path.join(root, 'out/test', `extensions-${vscode.name}`);
  const stamp = `${extensions}.stamp`;
  const packed = String(fs.statSync(vsix).mtimeMs);
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === packed) return extensions;
  fs.rmSync(extensions, { recursive: true, force: true });
  await installExtension(vscode, extensions, vsix);
  fs.writeFileSync(stamp, packed);
  return extensions;
}
