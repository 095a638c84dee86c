// Installs missing dependencies. Run as a command, it installs all: packages and, for the tests, VS Code's server, Chromium,
// other editors and cURL.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export const root = path.resolve(import.meta.dirname, '..');

/** Installs the packages of package-lock.json if they are missing. Ends the process with a message if that fails. */
export function ensurePackages() {
  const [major] = process.versions.node.split('.');
  if (Number(major) < 20) exitWith(`Node.js 20 or newer is needed; this is ${process.version}.`);
  if (packagesAreCurrent()) return;
  console.log('Installing packages (npm ci)');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, error } = spawnSync(npm, ['ci', '--no-audit', '--no-fund'], { cwd: root, stdio: 'inherit' });
  if (status !== 0)
    exitWith(`npm ci failed${error ? `: ${error.message}` : ''}. Fix the error above and run this again.`);
}

/** Imports a TypeScript file; the path is relative to the root. Call ensurePackages first. */
export async function importTypeScript(file) {
  const { tsImport } = await import('tsx/esm/api');
  return tsImport(pathToFileURL(path.join(root, file)).href, import.meta.url);
}

/** Compares npm's list of installed packages in node_modules with the lockfile. */
function packagesAreCurrent() {
  const read = (file) => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')).packages;
  const installedList = 'node_modules/.package-lock.json';
  if (!fs.existsSync(path.join(root, installedList))) return false;
  const installed = read(installedList);
  return Object.entries(read('package-lock.json')).every(
    ([folder, { version, optional }]) => folder === '' || optional || installed[folder]?.version === version,
  );
}

function exitWith(sentence) {
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
    console.log(`VS Code's server: ${(await installVSCode(say)).folder}`);
    console.log(`Chromium: ${await findChromium(say)}`);
    await installEditors(say);
    await debianPackages({ bash: 'bash', curl: 'curl' }, say);
  } catch (error) {
    exitWith(error.message);
  }
}
