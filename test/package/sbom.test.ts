import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';

interface Bom {
  readonly metadata: { readonly component: { readonly name: string } };
  readonly components: readonly { readonly name: string; readonly version: string }[];
}

describe('the software bill of materials', () => {
  const run = (...args: string[]): string =>
    execFileSync(process.execPath, args, { cwd: path.join(import.meta.dirname, '../..'), encoding: 'utf8' });
  let text: string;
  before(() => {
    text = run('scripts/sbom.mjs');
  });
  const components = (): string[] =>
    (JSON.parse(text) as Bom).components.map(({ name, version }) => `${name} ${version}`);

  it('has every library whose code is in a bundle', () => {
    const libraries = JSON.parse(run('scripts/notice.mjs', '--list')) as { readonly title: string }[];
    const missing = libraries
      .map(({ title }) => title.replace(/ \(.*$/, ''))
      .filter((library) => !components().includes(library));
    assert.ok(libraries.length > 0);
    assert.deepEqual(missing, []);
  });

  it('has no tool of development', () => {
    for (const tool of ['mocha', 'typescript', '@vscode/vsce', 'esbuild'])
      assert.ok(!components().some((component) => component.startsWith(`${tool} `)), tool);
  });

  it('is the same each time and in every folder', () => {
    assert.equal(run('scripts/sbom.mjs'), text);
    // npm's own is the name of the folder.
    assert.equal((JSON.parse(text) as Bom).metadata.component.name, 'cloud-elements-instances');
  });
});
