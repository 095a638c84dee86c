import fs from 'node:fs';
import path from 'node:path';
import { run } from './run';

/** The path of a program on the PATH, or undefined. */
export function findProgram(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return folders.map((folder) => path.join(folder, name)).find((file) => fs.existsSync(file));
}

/**
 * Makes sure that programs are on the PATH. Takes a table from a program to its Debian packages, separated by spaces.
 * Installs missing ones with apt-get as root on Debian or Ubuntu; otherwise throws an Error that says how to do it.
 */
export async function debianPackages(programs: Record<string, string>, say: (line: string) => void): Promise<void> {
  const missing = Object.entries(programs).filter(([program]) => findProgram(program) === undefined);
  if (missing.length === 0) return;
  const names = missing.map(([program]) => program).join(', ');
  const packages = missing.flatMap(([, list]) => list.split(' '));
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (process.getuid?.() !== 0 || findProgram('apt-get') === undefined) {
    throw new Error(`Not found: ${names}. Install it (on Debian, as root: ${command}) and run this again.`);
  }
  say(`Debian: installing ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env, limit: 10 * 60_000 });
  await run('apt-get', command.split(' ').slice(1), { env, limit: 20 * 60_000 });
}
