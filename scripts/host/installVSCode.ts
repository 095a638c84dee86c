import fs from 'node:fs';
import path from 'node:path';
import { vscodeName, vscodes } from '../vscodes.mjs';
import type { VSCodeName, VSCodeRelease } from '../vscodes.mjs';
import { debianPackages } from './debianPackages';
import { run } from './run';

const cache = path.resolve(import.meta.dirname, '../../.vscode-test');
const platform = `${process.platform}-${process.arch}`;
const minutes = (count: number): number => count * 60_000;

/** A VS Code server that is installed. */
export interface VSCode {
  readonly name: VSCodeName;
  /** The folder that holds `out/server-main.js`. */
  readonly folder: string;
  /** Path of the Node.js that runs it. */
  readonly node: string;
  /** What its server has to be told when it is to run a test suite. */
  readonly suiteArguments: readonly string[];
}

/**
 * Puts VS Code's server, and the Node.js that it needs, into the cache folder of the project, once. The environment variable
 * TEST_VSCODE names which of scripts/vscodes.mjs. Needs npm and tar; as root on Debian it installs a compiler if there is none.
 * Tells each step to `say`. Throws an Error that names the step and shows its output, or the choices if there is no such VS Code.
 */
export async function installVSCode(say: (line: string) => void): Promise<VSCode> {
  const name = vscodeName(process.env.TEST_VSCODE);
  const release: VSCodeRelease = vscodes[name];
  const { version } = release.codeServer;
  const folder = path.join(cache, `vscode-server-${version}-${platform}`);
  const node = release.node ? path.join(folder, ownNode) : process.execPath;
  const { suiteArguments } = release;
  if (!fs.existsSync(folder)) await install(release, folder, say);
  return { name, folder, node, suiteArguments };
}

const ownNode = 'node/bin/node';

async function install(release: VSCodeRelease, home: string, say: (line: string) => void): Promise<void> {
  const { codeServer, node, ripgrep, compiled } = release;
  // Made beside its place and renamed at the end: what stands there is whole.
  fs.mkdirSync(cache, { recursive: true });
  const work = fs.mkdtempSync(path.join(cache, 'installing-'));
  try {
    say(`VS Code server: fetching code-server ${codeServer.version}`);
    await unpack(work, 'code-server', codeServer.version, codeServer.integrity, 'lib/vscode');
    const server = path.join(work, 'code-server/lib/vscode');
    if (node) {
      say(`VS Code server: fetching Node.js ${node.version}`);
      const integrity = node.integrity[platform];
      if (!integrity) throw new Error(`code-server ${codeServer.version} can't be installed on ${platform}.`);
      await unpack(work, `node-${platform}`, node.version, integrity, 'bin', 'include');
      fs.renameSync(path.join(work, `node-${platform}`), path.join(server, 'node'));
    }
    say('VS Code server: installing its packages');
    // Without scripts: they would compile kerberos, which needs headers, and fetch ripgrep from outside the registry.
    // (`npm ci` refuses the package's own shrinkwrap: it lacks an entry.)
    const ripgrepPackage = `@vscode/ripgrep-${platform}`;
    const further = ripgrep ? [`${ripgrepPackage}@${ripgrep}`] : [];
    await npm(server, 'install', '--ignore-scripts', '--omit=dev', '--no-save', ...further);
    fs.symlinkSync('node_modules', path.join(server, 'node_modules.asar'));
    if (ripgrep) placeRipgrep(server, ripgrepPackage);
    say('VS Code server: compiling two native modules');
    await compile(server, compiled, say).catch((error: unknown) => {
      // The editor works without them; the test that looks into the log files says so itself.
      say(`VS Code server: not compiled, so its log files and Output panel stay empty. ${String(error)}`);
    });
    fs.renameSync(server, home);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

/** Fetches a package and puts some of its folders into a folder named after it. */
async function unpack(
  work: string,
  name: string,
  version: string,
  integrity: string,
  ...folders: string[]
): Promise<void> {
  const answer = await npm(work, 'pack', `${name}@${version}`, '--json');
  const [packed] = JSON.parse(answer) as { filename: string; integrity: string }[];
  if (packed?.integrity !== integrity) {
    throw new Error(
      `${name} ${version} is not the package that was tried: its integrity is ${packed?.integrity ?? 'missing'}.`,
    );
  }
  const from = folders.map((folder) => `package/${folder}`);
  await run('tar', ['-xzf', packed.filename, ...from], { cwd: work, limit: minutes(10) });
  fs.renameSync(path.join(work, 'package'), path.join(work, name));
}

function placeRipgrep(server: string, name: string): void {
  const program = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const folder = path.join(server, 'node_modules/@vscode/ripgrep/bin');
  fs.mkdirSync(folder, { recursive: true });
  fs.copyFileSync(path.join(server, 'node_modules', name, 'bin', program), path.join(folder, program));
  fs.chmodSync(path.join(folder, program), 0o755);
}

/** Compiles native modules for the Node.js that will load them. */
async function compile(server: string, modules: readonly string[], say: (line: string) => void): Promise<void> {
  await debianPackages({ 'g++': 'g++', make: 'make', python3: 'python3' }, say);
  const node = path.join(server, ownNode);
  const program = fs.existsSync(node) ? node : fs.realpathSync(process.execPath);
  // Where Node came with its headers, node-gyp need not fetch them.
  const prefix = path.dirname(path.dirname(program));
  const headers = fs.existsSync(path.join(prefix, 'include/node/node.h')) ? { npm_config_nodedir: prefix } : {};
  // npm compiles for the Node.js that runs it, which is the first on the PATH.
  const PATH = [path.dirname(program), process.env.PATH].join(path.delimiter);
  await run('npm', ['rebuild', ...modules], {
    cwd: server,
    env: { ...npmEnvironment(), ...headers, PATH },
    limit: minutes(20),
  });
}

function npm(cwd: string, ...args: string[]): Promise<string> {
  return run('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    env: npmEnvironment(),
    limit: minutes(20),
  });
}

/** Without what `npm test` hands down about this project, which an npm in another folder must not take for its own. */
function npmEnvironment(): NodeJS.ProcessEnv {
  const own = /^npm_(package|lifecycle|command|execpath|node_execpath)|^npm_config_local_prefix$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
}
