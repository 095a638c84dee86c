// Makes out/cloud-elements-instance-language-server-<version>.tgz: the language server alone, for `npm install --global`.
// An argument is another folder for it.
import esbuild from 'esbuild';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { serverBundle } from './bundles.mjs';
import { normalizeModes } from './reproducible.mjs';
import { root } from './setup.mjs';

const name = 'cloud-elements-instance-language-server';
const stage = path.join(root, 'out/server-package');
const destination = path.resolve(root, process.argv[2] ?? 'out');
const { version, license, homepage, bugs, repository, keywords } = JSON.parse(
  fs.readFileSync(path.join(root, 'package.json'), 'utf8'),
);

fs.rmSync(stage, { recursive: true, force: true });
await esbuild.build(serverBundle(true, path.join(stage, 'dist')));
copy('schemas', 'schemas', '.json');
copy('snippets', 'snippets', '.json');
for (const file of ['LICENSE', 'NOTICE']) fs.copyFileSync(path.join(root, file), path.join(stage, file));
fs.copyFileSync(path.join(root, 'server/README.md'), path.join(stage, 'README.md'));
const manifest = {
  name,
  version,
  description: 'Language server for instance.json files of Cloud Elements and SAP Open Connectors.',
  license,
  homepage,
  bugs,
  repository,
  keywords,
  bin: { [name]: 'dist/server.js' },
  // The server has no other version of Node.js to fall back on, as the one in VS Code has.
  engines: { node: '>=20' },
};
fs.writeFileSync(path.join(stage, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
const staged = fs.readdirSync(stage, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
normalizeModes(staged.map(({ parentPath, name: file }) => path.join(parentPath, file)));

fs.mkdirSync(destination, { recursive: true });
const { status, error } = spawnSync('npm', ['pack', '--loglevel=error', '--pack-destination', destination], {
  cwd: stage,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (error) console.error(`npm pack cannot be run: ${error.message}`);
process.exitCode = status ?? 1;

function copy(from, to, suffix) {
  const filter = (file) => fs.statSync(file).isDirectory() || file.endsWith(suffix);
  fs.cpSync(path.resolve(root, from), path.join(stage, to), { recursive: true, filter });
}
