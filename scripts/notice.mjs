// Writes NOTICE: the licences of all libraries whose code is in the bundles of both packages, as esbuild says.
// `--check` writes nothing and exits with 1 where it is stale; `--list` prints the libraries as JSON.
import esbuild from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';
import { extensionBundle, serverBundle } from './bundles.mjs';
import { root } from './setup.mjs';

const file = path.join(root, 'NOTICE');
const head = `Cloud Elements Instances has code of these libraries in it, each under its own licence.
Written by npm run generate.
`;

/** Paths of the source files that are in the bundles. */
async function bundledFiles() {
  const options = { write: false, metafile: true, logLevel: 'error' };
  const bundles = [extensionBundle(true), serverBundle(true)].map((bundle) => esbuild.build({ ...bundle, ...options }));
  const inputs = (await Promise.all(bundles)).flatMap(({ metafile }) => Object.keys(metafile.inputs));
  return inputs.map((input) => path.resolve(root, input));
}

/** The libraries, each with its version: two versions of one are two libraries. In the order of their names. */
async function bundledLibraries() {
  const folders = (await bundledFiles()).flatMap(
    (source) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(source) ?? [],
  );
  const libraries = [...new Set(folders)].map((folder) => {
    const { name, version, license } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return { title: `${name} ${version} (${license})`, folder };
  });
  const byTitle = new Map(libraries.map((library) => [library.title, library]));
  return [...byTitle.values()].sort((a, b) => (a.title < b.title ? -1 : 1));
}

/** Licences of libraries whose packages lack the file that their repositories have. */
const fromRepository = { '@vscode/l10n': 'scripts/licences/vscode-l10n.txt' };

/** The licence of a library: the files of that name, else that part of its README. Throws where there is none. */
function licenceOf({ title, folder }) {
  const kept = fromRepository[title.split(' ')[0]];
  if (kept) return fs.readFileSync(path.join(root, kept), 'utf8').trim();
  const read = (name) => fs.readFileSync(path.join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim();
  const names = fs.readdirSync(folder).sort();
  const own = names.filter((name) => /^(?:licen[cs]e|copying|notice)(?:[.-]|$)/i.test(name)).map(read);
  if (own.length > 0) return own.join('\n\n');
  const readme = names.find((name) => /^readme/i.test(name));
  const [part] = /^(?:#+ )?licen[cs]e\n[^]*$/im.exec(readme === undefined ? '' : read(readme)) ?? [];
  if (part === undefined) throw new Error(`${title} has no licence: look at ${folder}.`);
  return part;
}

const libraries = await bundledLibraries();
const titles = new Map();
for (const library of libraries) {
  const text = licenceOf(library);
  titles.set(text, [...(titles.get(text) ?? []), library.title]);
}
const line = '-'.repeat(80);
const parts = [...titles].map(([text, of]) => `${line}\n${of.join('\n')}\n\n${text}\n`);
const notice = [head, ...parts].join('\n');

if (process.argv.includes('--list')) console.log(JSON.stringify(libraries));
else if (!process.argv.includes('--check')) fs.writeFileSync(file, notice);
else if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8').replaceAll('\r\n', '\n') !== notice) {
  console.error('NOTICE is stale: run npm run generate.');
  process.exitCode = 1;
}
