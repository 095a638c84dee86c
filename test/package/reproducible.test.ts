import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');

/** The largest .vsix that is released, in bytes. Said in docs/release.md. */
const largestVsix = 1_200_000;

/** What varies between two machines: time zone, language, and the permissions of new files. */
const machines = [
  { env: { TZ: 'UTC', LANG: 'C' }, umask: 0o022 },
  { env: { TZ: 'Asia/Tokyo', LANG: 'de_DE.UTF-8' }, umask: 0o077 },
];

const packages: readonly [name: string, command: (folder: string) => string[]][] = [
  ['.vsix', (folder) => ['scripts/packageExtension.mjs', '--out', path.join(folder, 'extension.vsix')]],
  ['.tgz', (folder) => ['scripts/packageServer.mjs', folder]],
];

describe('the packages', () => {
  const files: Readonly<Record<string, Buffer[]>> = { '.vsix': [], '.tgz': [] };
  const folders: string[] = [];
  before(() => {
    // The first build is that of a fresh clone.
    rmSync(path.join(root, 'dist'), { recursive: true, force: true });
  });
  after(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  for (const [name, command] of packages) {
    it(`${name}: two builds have the same SHA-256`, function () {
      this.timeout(10 * 60_000);
      for (const { env, umask } of machines) {
        const folder = mkdtempSync(path.join(tmpdir(), 'package-'));
        folders.push(folder);
        const before = process.umask(umask);
        const { status, stdout, stderr } = spawnSync(process.execPath, command(folder), {
          cwd: root,
          env: { ...process.env, ...env },
          encoding: 'utf8',
        });
        process.umask(before);
        assert.equal(status, 0, stdout + stderr);
        const file = readdirSync(folder).find((entry) => entry.endsWith(name));
        assert.ok(file, stdout);
        files[name]?.push(readFileSync(path.join(folder, file)));
      }
      const hashes = files[name]?.map((file) => createHash('sha256').update(file).digest('hex')) ?? [];
      assert.equal(hashes.length, machines.length);
      assert.equal(hashes[1], hashes[0]);
    });
  }

  it(`.vsix: has at most ${largestVsix / 1_000_000} MB`, () => {
    const [vsix] = files['.vsix'] ?? [];
    assert.ok(vsix, 'it was not built');
    assert.ok(vsix.length <= largestVsix, `${vsix.length} bytes`);
  });
});
