import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../..');
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(path.join(root, file)));
const own = new Set(files.filter((file) => /\.(?:ts|mts|mjs|cjs)$/.test(file)));

/** Files that a text names: by a path, or by its name alone. Addresses, and names of VS Code's own sources, are others'. */
function namedFiles(text: string): string[] {
  const isOthers = /^(?:https?:|vs\/|src\/vs\/)/;
  return [...text.matchAll(/(?<![\w./:@<>-])\w[\w./-]*\.(?:ts|mjs|cjs)(?![\w-])/g)]
    .map(([name]) => name)
    .filter((name) => !isOthers.test(name) && !name.includes('.d.ts'));
}

/** A file of the house goes by any end of its path, and by its path from the file that names it. */
function isThere(name: string, from: string): boolean {
  const beside = path.posix.join(path.posix.dirname(from), name);
  return own.has(beside) || [...own].some((file) => file === name || file.endsWith(`/${name}`));
}

const comments = (text: string): string =>
  [...text.matchAll(/(?:^|\s)\/\/(.*)|\/\*[\s\S]*?\*\//g)].map(([whole]) => whole).join('\n');

describe('the files that are named', () => {
  for (const file of files.filter((name) => name.endsWith('.md') && !name.startsWith('test/fixtures'))) {
    it(`in ${file} are there`, () => {
      const names = namedFiles(readFileSync(path.join(root, file), 'utf8'));
      assert.deepEqual(
        names.filter((name) => !isThere(name, file)),
        [],
      );
    });
  }

  it('in comments are there', () => {
    const stale = [...own].flatMap((file) =>
      namedFiles(comments(readFileSync(path.join(root, file), 'utf8')))
        .filter((name) => !isThere(name, file))
        .map((name) => `${file}: ${name}`),
    );
    assert.deepEqual(stale, []);
  });
});
