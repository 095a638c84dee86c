import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '@vscode/vsce';

const root = path.join(import.meta.dirname, '../..');

interface Library {
  readonly title: string;
  readonly folder: string;
}

describe('NOTICE', () => {
  const run = (option: string) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/notice.mjs', option], {
      cwd: root,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };
  const flat = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

  it('is fresh', function () {
    this.timeout(60_000);
    const { status, stderr } = run('--check');
    assert.equal(status, 0, stderr);
  });

  it('has the name, version and licence of every library whose code is in a bundle', function () {
    this.timeout(60_000);
    const notice = flat(readFileSync(path.join(root, 'NOTICE'), 'utf8'));
    const libraries = JSON.parse(run('--list').stdout) as Library[];
    const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const names = libraries.map(({ title }) => title.split(' ')[0]);
    for (const name of Object.keys(dependencies)) assert.ok(names.includes(name), name);
    for (const { title, folder } of libraries) {
      assert.ok(notice.includes(title), title);
      const licences = readdirSync(folder).filter((name) => /^licen[cs]e/i.test(name));
      // The package lacks the file that its repository has.
      const own = title.startsWith('@vscode/l10n ') ? path.join(root, 'scripts/licences/vscode-l10n.txt') : undefined;
      const source = own ?? licences[0] ?? 'README.md';
      const text = flat(readFileSync(path.resolve(folder, source), 'utf8'));
      const [, licence = ''] = source === 'README.md' ? text.split(/License -+ /) : ['', text];
      assert.ok(licence.length > 500 && notice.includes(licence), `${title}: ${source}`);
    }
  });

  it('is in the package of the extension', async function () {
    this.timeout(60_000);
    const files = await listFiles({ cwd: root });
    for (const name of ['NOTICE', 'LICENSE']) assert.ok(files.includes(name), name);
  });
});
