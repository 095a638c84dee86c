// npm start: a VS Code with the extension in it, sample files, and a sandbox of the platform to provision against.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensurePackages, importTypeScript, root } from './setup.mjs';

const usage = `Usage: npm start -- [--browser] [--port <number>] [--latency <milliseconds>|realistic] [--data <folder>]
  --browser  open the browser build, also where desktop VS Code is installed
  --port     port of the browser build, where it is free (default 8765; 0 takes any)
  --latency  how long the sandbox takes to create an instance (default 1000; realistic is 9000 to 26000)
  --data     folder for the samples, settings and state (default .vscode-test/start)`;

function readOptions() {
  const { values } = parseArgs({
    options: {
      browser: { type: 'boolean', default: false },
      port: { type: 'string', default: '8765' },
      latency: { type: 'string', default: '1000' },
      data: { type: 'string', default: path.join(root, '.vscode-test/start') },
      help: { type: 'boolean', default: false },
    },
  });
  const realistic = values.latency === 'realistic';
  for (const flag of realistic ? ['port'] : ['port', 'latency']) {
    if (!/^\d{1,5}$/.test(values[flag])) throw new Error(`--${flag} cannot be "${values[flag]}".\n${usage}`);
  }
  return {
    ...values,
    port: Number(values.port),
    latency: realistic ? 'realistic' : Number(values.latency),
    data: path.resolve(values.data),
  };
}

/** Fresh copies, so that the repository's samples stay as they are. Files that a person added before stay too. */
function copySamples(data) {
  const workspace = path.join(data, 'workspace');
  fs.cpSync(path.join(root, 'sandbox/samples'), workspace, { recursive: true });
  return workspace;
}

function build() {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.mjs'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The extension could not be built:\n${stdout}${stderr}`);
}

/** Opens the desktop VS Code, or starts the browser build; gives `{ show, ended, stop }`. */
async function openEditor(options, workspace) {
  const userData = path.join(options.data, 'user-data');
  const extensions = path.join(options.data, 'extensions');
  const { findDesktop, openDesktop } = await importTypeScript('scripts/host/desktop.ts');
  const code = options.browser ? undefined : findDesktop();
  if (code) {
    const desktop = openDesktop(code, { userData, extensions, extension: root, folder: workspace });
    return { show: 'VS Code opens in a window of its own.', ...desktop };
  }
  const { installVSCode } = await importTypeScript('scripts/host/installVSCode.ts');
  const { startServer } = await importTypeScript('scripts/host/server.ts');
  const vscode = await installVSCode((line) => console.log(line));
  const home = { folder: workspace, payload: { extensionDevelopmentPath: root } };
  const server = await startServer({ vscode, userData, extensions, port: options.port, home });
  return { show: `Open ${server.url} in a browser on this machine.`, ended: server.ended, stop: server.stop };
}

async function start() {
  const options = readOptions();
  if (options.help) return console.log(usage);
  ensurePackages();
  console.log('Building the extension');
  build();
  const { startSandbox } = await importTypeScript('sandbox/src/server.ts');
  const { writeSettings } = await importTypeScript('scripts/host/settings.ts');
  const sandbox = await startSandbox({ latency: options.latency });
  try {
    const workspace = copySamples(options.data);
    writeSettings(path.join(options.data, 'user-data'), {}, { 'cloudElements.sandbox.url': sandbox.url });
    const asked = new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => resolve(undefined));
    });
    const editor = await Promise.race([openEditor(options, workspace), asked]);
    // Asked to end before it was there: what it started so far ends with this process.
    if (!editor) return;
    console.log(`
  Sandbox   ${sandbox.url} (the account "Sandbox" is there; everything in it is made up)
  Samples   ${workspace}
            Copies: the repository's own stay as they are. The next start writes them anew.

${editor.show}
Open a sample and run "Cloud Elements: Provision Instance". Press Ctrl+C here to end everything.
`);
    const reason = await Promise.race([asked, editor.ended]);
    if (reason) console.log(reason);
    await editor.stop();
  } finally {
    await sandbox.close();
  }
}

start().then(
  () => process.exit(0),
  (error) => {
    console.error(error.message);
    process.exit(1);
  },
);
