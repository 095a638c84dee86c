import fs from 'node:fs';
import path from 'node:path';
import { debianPackages } from './debianPackages';
import { run } from './run';

// The npm package code-server carries VS Code's own server, extension host and web workbench, unchanged but for
// what its wrapper needs. 4.100.3 is the newest one for Node 20; it holds VS Code 1.100.3.
const version = '4.100.3';
const integrity = 'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==';
const ripgrep = `@vscode/ripgrep-${process.platform}-${process.arch}@1.18.0`;

const cache = path.resolve(import.meta.dirname, '../../.vscode-test');
const minutes = (count: number): number => count * 60_000;

/**
 * Puts VS Code's server into the cache folder of the project, once, and gives the folder that holds `out/server-main.js`.
 * Needs npm and tar; as root on Debian it installs a compiler where none is there. Tells each step to `say`.
 * Throws an Error that names the step and shows its output.
 */
export async function installVSCode(say: (line: string) => void): Promise<string> {
  const home = path.join(cache, `vscode-server-${version}-${process.platform}-${process.arch}`);
  if (fs.existsSync(home)) return home;

  // Made beside its place and renamed at the end: what stands there is whole.
  fs.mkdirSync(cache, { recursive: true });
  const work = fs.mkdtempSync(path.join(cache, 'installing-'));
  try {
    say(`VS Code server: fetching code-server ${version}`);
    await unpack(work);
    const server = path.join(work, 'package/lib/vscode');
    say('VS Code server: installing its packages');
    // Without scripts: they would compile kerberos, which needs headers, and fetch ripgrep from outside the registry.
    // (`npm ci` refuses the package's own shrinkwrap: it lacks an entry.)
    await npm(server, 'install', '--ignore-scripts', '--omit=dev', '--no-save', ripgrep);
    fs.symlinkSync('node_modules', path.join(server, 'node_modules.asar'));
    placeRipgrep(server);
    say('VS Code server: compiling two native modules');
    await compile(server, say).catch((error: unknown) => {
      // The editor works without them; the test that looks into the log files says so itself.
      say(`VS Code server: not compiled, so its log files and Output panel stay empty. ${String(error)}`);
    });
    fs.renameSync(server, home);
    return home;
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

async function unpack(work: string): Promise<void> {
  const answer = await npm(work, 'pack', `code-server@${version}`, '--json');
  const [packed] = JSON.parse(answer) as { filename: string; integrity: string }[];
  if (packed?.integrity !== integrity) {
    throw new Error(
      `code-server ${version} is not the package that was tried: its integrity is ${packed?.integrity ?? 'missing'}.`,
    );
  }
  await run('tar', ['-xzf', packed.filename, 'package/lib/vscode'], { cwd: work, limit: minutes(10) });
}

function placeRipgrep(server: string): void {
  const program = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const [name] = ripgrep.split(/(?<=.)@/);
  const folder = path.join(server, 'node_modules/@vscode/ripgrep/bin');
  fs.mkdirSync(folder, { recursive: true });
  fs.copyFileSync(path.join(server, 'node_modules', name ?? '', 'bin', program), path.join(folder, program));
  fs.chmodSync(path.join(folder, program), 0o755);
}

/** spdlog writes the log files and the text of the Output panel, native-watchdog ends a forgotten extension host. */
async function compile(server: string, say: (line: string) => void): Promise<void> {
  await debianPackages({ 'g++': 'g++', make: 'make', python3: 'python3' }, say);
  // Where Node came with its headers, node-gyp need not fetch them.
  const prefix = path.dirname(path.dirname(fs.realpathSync(process.execPath)));
  const headers = fs.existsSync(path.join(prefix, 'include/node/node.h')) ? { npm_config_nodedir: prefix } : {};
  await run('npm', ['rebuild', '@vscode/spdlog', 'native-watchdog'], {
    cwd: server,
    env: { ...npmEnvironment(), ...headers },
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
