import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { VSCode } from './installVSCode';
import { run } from './run';

/** A busy machine takes minutes. */
const startLimit = 5 * 60_000;
const stopLimit = 5_000;

export interface ServerOptions {
  readonly vscode: VSCode;
  /** Settings, state and logs. Made where missing; see writeSettings. */
  readonly userData: string;
  /** Installed extensions. Made where missing. */
  readonly extensions: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Port wished for; any free one is taken where it is in use, or for 0. */
  readonly port?: number;
  /** Further arguments of VS Code's server. */
  readonly serverArguments?: readonly string[];
  /** What a bare address opens. */
  readonly home?: WorkbenchContent;
}

export interface WorkbenchContent {
  readonly folder: string;
  /** Options of the workbench, such as extensionDevelopmentPath. Folders are given as absolute paths. */
  readonly payload?: Readonly<Record<string, string>>;
}

export interface VSCodeServer {
  /** Address of the workbench, with the token that opens it: `http://127.0.0.1:PORT/?tkn=…`. */
  readonly url: string;
  /** Resolves with a sentence as soon as the process has ended, asked or not. */
  readonly ended: Promise<string>;
  /** All it printed so far. */
  output(): string;
  /** Ends the process and all it started. */
  stop(): Promise<void>;
}

/** Starts VS Code's server on 127.0.0.1 and waits until it answers. Throws an Error with its output where it does not. */
export async function startServer(options: ServerOptions): Promise<VSCodeServer> {
  const { vscode, userData, extensions, serverArguments = [], port = 0, home } = options;
  fs.mkdirSync(userData, { recursive: true });
  fs.mkdirSync(extensions, { recursive: true });
  const keyFile = path.join(userData, 'server-key');
  const token = randomBytes(16).toString('hex');
  const tokenFile = path.join(userData, 'connection-token');
  fs.writeFileSync(tokenFile, token, { mode: 0o600 });
  const own = { vscodeFolder: vscode.folder, keyFile, port, ...(home && { home: query(home, '{host}') }) };
  const child = spawn(
    vscode.node,
    [
      path.join(import.meta.dirname, 'serve.mjs'),
      JSON.stringify(own),
      ...['--connection-token-file', tokenFile, '--accept-server-license-terms', '--telemetry-level', 'off'],
      ...['--server-data-dir', userData, '--user-data-dir', userData, '--extensions-dir', extensions],
      ...serverArguments,
    ],
    // Its own process group: extension hosts and language servers under it end with it.
    { detached: true, stdio: ['pipe', 'pipe', 'pipe'], env: serverEnvironment(options.env) },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => {
      resolve(`VS Code's server could not be started: ${error.message}`);
    });
    child.once('exit', (code, signal) => {
      resolve(`VS Code's server ended (${String(code ?? signal)}).`);
    });
  });
  const stop = async (): Promise<void> => {
    signalGroup(child.pid, 'SIGTERM');
    const timer = setTimeout(() => {
      signalGroup(child.pid, 'SIGKILL');
    }, stopLimit);
    await ended;
    clearTimeout(timer);
    // The extension hosts may outlive the server for a moment.
    signalGroup(child.pid, 'SIGKILL');
  };
  const ready = new Promise<number>((resolve) => {
    child.stdout.on('data', () => {
      const found = /^\{"port":(\d+)\}$/m.exec(output);
      if (found) resolve(Number(found[1]));
    });
  });
  const failure = Promise.race([
    ended,
    after(startLimit, `VS Code's server did not start in ${startLimit / 60_000} minutes.`),
  ]);
  const first = await Promise.race([ready, failure]);
  if (typeof first === 'string') {
    await stop();
    throw new Error(`${first}\n${output}`);
  }
  return { url: `http://127.0.0.1:${first}/?tkn=${token}`, ended, output: () => output, stop };
}

/** Address that opens a folder in the workbench of a server. */
export function workbenchUrl(server: VSCodeServer, content: WorkbenchContent): string {
  const url = new URL(server.url);
  for (const [name, value] of Object.entries(query(content, url.host))) url.searchParams.set(name, value);
  return url.href;
}

/** Installs a packed extension into an extensions folder, as a user does from a file. */
export async function installExtension(vscode: VSCode, extensions: string, vsix: string): Promise<void> {
  const main = path.join(vscode.folder, 'out/server-main.js');
  const args = [main, '--accept-server-license-terms', '--extensions-dir', extensions, '--install-extension', vsix];
  await run(vscode.node, args, { env: serverEnvironment(), limit: startLimit });
}

function query({ folder, payload = {} }: WorkbenchContent, host: string): Record<string, string> {
  const remote = (value: string): string => (path.isAbsolute(value) ? `vscode-remote://${host}${value}` : value);
  const pairs = Object.entries(payload).map(([name, value]) => [name, remote(value)]);
  return { folder, ...(pairs.length > 0 && { payload: JSON.stringify(pairs) }) };
}

/**
 * No marketplace, no flags meant for this process, no ties to a VS Code whose terminal this may run in. The wrapper leads local
 * addresses through a proxy of its own, which is not there: without its address they stay what they are, as in VS Code itself.
 */
function serverEnvironment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name));
  return { ...Object.fromEntries(inherited), EXTENSIONS_GALLERY: '{"serviceUrl":""}', VSCODE_PROXY_URI: '', ...extra };
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // Already gone.
  }
}

function after<T>(milliseconds: number, value: T): Promise<T> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds, value).unref();
  });
}
