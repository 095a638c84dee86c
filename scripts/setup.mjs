// Installs what is missing. As a command, all of it: packages, and for the tests VS Code's server, Chromium, other editors and cURL.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export const root = path.resolve(import.meta.dirname, '..');

/** Sees to it that node_modules holds what package-lock.json names. Ends the process with a sentence where it cannot. */
export function ensurePackages() {
  const [major] = process.versions.node.split('.');
  if (Number(major) < 20) giveUp(`Node.js 20 or newer is needed; this is ${process.version}.`);
  if (packagesAreCurrent()) return;
  console.log('Installing packages (npm ci)');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, error } = spawnSync(npm, ['ci', '--no-audit', '--no-fund'], { cwd: root, stdio: 'inherit' });
  if (status !== 0)
    giveUp(`npm ci failed${error ? `: ${error.message}` : ''}. Mend what it says above and run this again.`);
}

/** Imports a TypeScript file; the path is relative to the root. Call ensurePackages first. */
export async function importTypeScript(file) {
  const { tsImport } = await import('tsx/esm/api');
  return tsImport(pathToFileURL(path.join(root, file)).href, import.meta.url);
}

/** npm leaves in node_modules the list of what it put there: it must hold every package of the lockfile, in its version. */
function packagesAreCurrent() {
  const read = (file) => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')).packages;
  const installedList = 'node_modules/.package-lock.json';
  if (!fs.existsSync(path.join(root, installedList))) return false;
  const installed = read(installedList);
  return Object.entries(read('package-lock.json')).every(
    ([folder, { version, optional }]) => folder === '' || optional || installed[folder]?.version === version,
  );
}

function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  ensurePackages();
  const { installVSCode } = await importTypeScript('scripts/host/installVSCode.ts');
  const { findChromium } = await importTypeScript('scripts/host/browser.ts');
  const { installEditors } = await importTypeScript('scripts/host/editors.ts');
  const { debianPackages } = await importTypeScript('scripts/host/debianPackages.ts');
  const say = (line) => console.log(line);
  try {
    console.log(`VS Code's server: ${await installVSCode(say)}`);
    console.log(`Chromium: ${await findChromium(say)}`);
    await installEditors(say);
    await debianPackages({ bash: 'bash', curl: 'curl' }, say);
  } catch (error) {
    giveUp(error.message);
  }
}
