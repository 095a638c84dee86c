import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { findChromium, openBrowser } from '../../host/browser';
import { installVSCode } from '../../host/installVSCode';
import { installExtension, startServer, workbenchUrl } from '../../host/server';
import { writeSettings } from '../../host/settings';
import type { Settings } from '../../host/settings';

const root = path.resolve(import.meta.dirname, '../../..');
const screenshots = path.join(root, 'out/screenshots');
/** A first start on a busy machine takes this long at most; everything after it is far quicker. */
const patience = 20_000;

export interface Workbench {
  readonly page: Page;
  /** Folder that is open: a copy of the sandbox's samples. */
  readonly folder: string;
  /** Opens a file of the folder from the explorer; its path is relative to the folder. */
  readonly openFile: (name: string) => Promise<void>;
  /** Runs a command by its title, from the palette. */
  readonly runCommand: (title: string) => Promise<void>;
  /** A message in the corner that holds this text, once it is there. */
  readonly message: (text: string | RegExp) => Promise<Locator>;
  readonly clipboard: () => Promise<string>;
  /** Puts a text on the clipboard and presses the key that pastes it. */
  readonly paste: (text: string) => Promise<void>;
  /** Saves the file in front and gives its text. */
  readonly save: (name: string) => Promise<string>;
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
  /** Ends the process that runs the extension, as a crash would; VS Code starts another. */
  readonly killExtensionHost: () => void;
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
  const vscodeFolder = await installVSCode(say);
  const chromium = await findChromium(say);
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'instances-ui-'));
  const [folder = '', userData = '', extensions = ''] = ['samples', 'data', 'extensions'].map((name) =>
    path.join(scratch, name),
  );
  fs.cpSync(path.join(root, 'sandbox/samples'), folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
  fs.mkdirSync(screenshots, { recursive: true });
  writeSettings(userData, user, machine);
  const vsix = process.env.UI_VSIX;
  if (vsix) await installExtension(vscodeFolder, extensions, vsix);
  const server = await startServer({ vscodeFolder, userData, extensions });
  const { browser, page } = await openBrowser(chromium);
  page.setDefaultTimeout(patience);
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
      await picker.locator('input').first().waitFor();
      await page.keyboard.type(title);
      await picker.locator('.monaco-list-row.focused', { hasText: title }).waitFor();
      await page.keyboard.press('Enter');
    },
    message: async (text) => {
      const toast = page.locator('.notification-toast', { hasText: text });
      await toast.waitFor();
      return toast;
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
    clipboard: () => page.evaluate(() => navigator.clipboard.readText()),
    paste: async (text) => {
      await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
      await page.keyboard.press('Control+V');
    },
    save: async (name) => {
      await page.keyboard.press('Control+S');
      await page.locator('.tab.active:not(.dirty)', { hasText: path.basename(name) }).waitFor();
      return fs.readFileSync(path.join(folder, name), 'utf8');
    },
    killExtensionHost: () => {
      for (const pid of extensionHosts(userData)) process.kill(pid, 'SIGKILL');
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
