// `npm start`, as a new user has it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findChromium, openBrowser } from '../../../scripts/host/browser';

const root = path.resolve(import.meta.dirname, '../../..');
const silent = (): void => undefined;

describe('npm start', () => {
  it('serves a workbench with the samples and the account of the sandbox, and ends all of it on Ctrl+C', async function () {
    this.timeout(30 * 60_000);
    const chromium = await findChromium(silent);
    const data = fs.mkdtempSync(path.join(os.tmpdir(), 'instances-start-'));
    const args = ['scripts/start.mjs', '--browser', '--port', '0', '--data', data];
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    try {
      const output = await printed(child.stdout, /Open (http\S+) .*\n/);
      const address = /Open (http\S+) /.exec(output)?.[1] ?? '';
      const sandbox = /Sandbox +(http\S+)/.exec(output)?.[1] ?? '';
      const { browser, page } = await openBrowser(chromium);
      try {
        await page.goto(address);
        await page.locator('.explorer-viewlet .monaco-list-row', { hasText: 'helpscout.instance.json' }).dblclick();
        await page.locator('.codelens-decoration', { hasText: 'Provision with Sandbox' }).waitFor();
      } finally {
        await browser.close();
      }
      child.kill('SIGINT');
      assert.equal(await ended, 0);
      for (const url of [address, sandbox]) await assert.rejects(fetch(url), `${url} still answers`);
    } finally {
      child.kill('SIGKILL');
      fs.rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  });
});

/** What a stream gave once it matches. Throws an Error with all of it where it ends before. */
function printed(stream: NodeJS.ReadableStream, expected: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    stream.setEncoding('utf8').on('data', (more: string) => {
      text += more;
      if (expected.test(text)) resolve(text);
    });
    stream.on('end', () => {
      reject(new Error(`It ended before it was up:\n${text}`));
    });
  });
}
