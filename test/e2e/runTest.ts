// usage: node --import tsx test/e2e/runTest.ts <file for its events>
// Runs test/e2e/suite inside the extension host of a real VS Code: the desktop one that VSCODE_EXECUTABLE names, else
// VS Code's server with a headless browser.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import esbuild from 'esbuild';
import { writeSettings } from '../../scripts/host/settings';

const root = path.resolve(import.meta.dirname, '../..');
const extensionId = 'cloud-elements-instances.cloud-elements-instances';
const suite = path.join(root, 'out/e2e');

async function bundleSuite(): Promise<void> {
  fs.rmSync(suite, { recursive: true, force: true });
  const source = path.join(root, 'test/e2e/suite');
  const files = fs.readdirSync(source).filter((name) => name === 'index.ts' || name.endsWith('.test.ts'));
  await esbuild.build({
    entryPoints: files.map((name) => path.join(source, name)),
    outdir: suite,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    external: ['vscode', 'mocha'],
    // The sandbox finds its facts from its own folder, which is as deep as that of the bundle.
    define: { 'import.meta.dirname': '__dirname' },
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

async function runSuite(eventsFile: string): Promise<void> {
  await bundleSuite();
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'instances-suite-'));
  try {
    const workspace = path.join(scratch, 'workspace');
    const userData = path.join(scratch, 'data');
    fs.mkdirSync(workspace);
    // A person would be asked whether this extension may open an address.
    writeSettings(userData, { 'extensions.confirmedUriHandlerExtensionIds': [extensionId] });
    await runTests({
      vscodeExecutablePath: process.env.VSCODE_EXECUTABLE ?? path.join(root, 'scripts/host/code-shim'),
      extensionDevelopmentPath: process.env.SUITE_EXTENSION ?? root,
      extensionTestsPath: path.join(suite, 'index.js'),
      launchArgs: [workspace, `--user-data-dir=${userData}`, `--extensions-dir=${path.join(scratch, 'extensions')}`],
      extensionTestsEnv: { SUITE_EVENTS: eventsFile, SUITE_USER_DATA: userData },
    });
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

const [eventsFile] = process.argv.slice(2);
if (!eventsFile) throw new Error('usage: node --import tsx test/e2e/runTest.ts <file for its events>');
runSuite(path.resolve(eventsFile)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
