import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { debianPackages, findProgram } from './debianPackages';

/** How long a page may take for anything: a busy machine takes its time. Milliseconds. */
const patience = 2 * 60_000;

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Path of a Chromium: the one CHROMIUM names, else one on the PATH, else, as root on Debian, a freshly installed one.
 * Throws an Error that says how to get one.
 */
export async function findChromium(say: (line: string) => void): Promise<string> {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const onPath = (): string | undefined => names.map(findProgram).find(Boolean);
  // A text set in no font makes empty pictures.
  if (!onPath()) await debianPackages({ chromium: 'chromium fonts-dejavu-core' }, say);
  const found = onPath();
  if (!found) throw new Error('No Chromium found. Install one, or name one in the environment variable CHROMIUM.');
  return found;
}

/** Opens an empty page in a fresh, headless browser that can reach this machine and nothing else. */
export async function openBrowser(executablePath: string): Promise<{ browser: Browser; page: Page }> {
  const args = [
    ...['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run'],
    ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  ];
  const browser = await chromium.launch({ executablePath, headless: true, args, timeout: patience });
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    locale: 'en-US',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(patience);
  return { browser, page: await context.newPage() };
}
