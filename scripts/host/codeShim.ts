// What code-shim runs: the arguments of a desktop VS Code in test mode, carried out by VS Code's server and its workbench
// in a browser. The exit status is the one the extension host reports.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { format } from 'node:util';
import type { Browser } from 'playwright-core';
import { findChromium, openBrowser } from './browser';
import { installVSCode } from './installVSCode';
import { startServer, workbenchUrl } from './server';
import type { VSCodeServer } from './server';

// Said by the workbench about itself in every run.
const noise =
  /^(Resolv(ing|ed) connection token|Creating a socket|Updating additional builtin|\[Service Worker\]|ChatSessionStore|Ignoring fetching|getaddrinfo ENOTFOUND)/;

const say = (line: string): void => {
  console.log(line);
};

function option(name: string): string {
  const found = process.argv.find((argument) => argument.startsWith(`--${name}=`));
  if (found === undefined) throw new Error(`--${name} is missing.`);
  return found.slice(name.length + 3);
}

async function runSuite(): Promise<number> {
  const folder = process.argv.slice(2).find((argument) => !argument.startsWith('-')) ?? os.tmpdir();
  const vscode = await installVSCode(say);
  const chromium = await findChromium(say);
  let server: VSCodeServer | undefined;
  let browser: Browser | undefined;
  const stop = async (): Promise<void> => {
    await browser?.close().catch(() => undefined);
    await server?.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void stop().then(() => process.exit(130)));
  }
  try {
    server = await startServer({
      vscode,
      userData: option('user-data-dir'),
      extensions: option('extensions-dir'),
      serverArguments: vscode.suiteArguments,
    });
    const opened = await openBrowser(chromium);
    browser = opened.browser;
    const { page } = opened;
    const exit = new Promise<number>((resolve) => {
      void page.exposeFunction('codeAutomationExit', resolve);
    });
    await page.exposeFunction('codeAutomationLog', (_type: string, values: unknown[]) => {
      const line = format(...values);
      if (!noise.test(line)) console.log(line);
    });
    const broken = Promise.race([
      server.ended,
      new Promise<string>((resolve) => {
        page.on('crash', () => {
          resolve('The browser page crashed.');
        });
      }),
    ]);
    const payload = {
      extensionDevelopmentPath: option('extensionDevelopmentPath'),
      extensionTestsPath: option('extensionTestsPath'),
      skipWelcome: 'true',
      skipReleaseNotes: 'true',
    };
    await page.goto(workbenchUrl(server, { folder, payload }));
    const result = await Promise.race([exit, broken]);
    if (typeof result === 'number') return result;
    console.error(`${result} See out/screenshots/suite-failure.png.\n${server.output()}`);
    const screenshots = path.resolve('out/screenshots');
    fs.mkdirSync(screenshots, { recursive: true });
    await page.screenshot({ path: path.join(screenshots, 'suite-failure.png') }).catch(() => undefined);
    return 1;
  } finally {
    await stop();
  }
}

runSuite().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
