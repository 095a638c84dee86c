import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from '../../scripts/host/run';

/** Name of the package and of its program. */
export const serverName = 'cloud-elements-instance-language-server';

/** The package.json of the project. */
export const project = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
  readonly license: string;
};

/** The package that `npm run package:server` makes. */
export const tarball = path.resolve(import.meta.dirname, `../../out/${serverName}-${project.version}.tgz`);

export interface InstalledServer {
  /** Folder to have on the PATH. */
  readonly bin: string;
  /** Folder of the package itself. */
  readonly folder: string;
  remove(): void;
}

/** Installs the package as a user does, into a folder of its own. */
export async function installServer(): Promise<InstalledServer> {
  if (!existsSync(tarball)) throw new Error(`${tarball} is not there: run "npm run package:server" first.`);
  const prefix = mkdtempSync(path.join(os.tmpdir(), 'instances-server-'));
  const options = ['--offline', '--no-audit', '--no-fund', '--prefix', prefix];
  await run('npm', ['install', '--global', ...options, tarball], { cwd: prefix, limit: 5 * 60_000 });
  return {
    bin: path.join(prefix, 'bin'),
    folder: path.join(prefix, 'lib/node_modules', serverName),
    remove() {
      rmSync(prefix, { recursive: true, force: true });
    },
  };
}
