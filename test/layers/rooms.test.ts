import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { ESLint, Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import ts from 'typescript';
import { rooms } from '../../scripts/layers.mjs';

const root = path.join(import.meta.dirname, '../..');
const tops = ['common/src', 'engine/src', 'server/src', 'client/src', 'sandbox/src'];
const files = tops.flatMap((top) =>
  readdirSync(path.join(root, top), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.posix.join(top, name.replaceAll('\\', '/'))),
);
const isIn = (file: string, place: string): boolean => file === place || file.startsWith(`${place}/`);
const names = Object.keys(rooms);
const roomOf = (file: string): string | undefined => names.find((name) => isIn(file, name));
const filesOf = (room: string): string[] => files.filter((file) => isIn(file, room));
const specifier = (from: string, to: string): string => {
  const relative = path.posix.relative(path.posix.dirname(from), to).replace(/(?:\/index)?\.ts$/, '');
  return relative.startsWith('.') ? relative : `./${relative}`;
};
/** A file that is not there, in a room; a room of one file is that file. */
const probeIn = (room: string): string => (room.endsWith('.ts') ? room : `${room}/probe.ts`);

describe('the rooms of the house', () => {
  const linter = new Linter({ cwd: root });
  const configs = new Map<string, Linter.Config>();

  /** The rules that a file has by eslint.config.mjs, as far as they are on imports. Without types: only names count. */
  before(async () => {
    const eslint = new ESLint({ cwd: root });
    const singles = Object.values(rooms).flatMap(({ only = {} }) => Object.keys(only));
    for (const file of [...names.map(probeIn), ...singles]) {
      const config = (await eslint.calculateConfigForFile(file)) as Required<Linter.Config>;
      const isOnImports = ([name]: [string, unknown]): boolean =>
        name === 'import-x/no-restricted-paths' || name === 'no-restricted-imports';
      configs.set(file, {
        files: ['**/*.ts'],
        languageOptions: { parser: tseslint.parser },
        plugins: { 'import-x': config.plugins['import-x'] ?? assert.fail() },
        settings: config.settings,
        rules: Object.fromEntries(Object.entries(config.rules).filter(isOnImports)),
      });
    }
  });

  /** How many of these imports a file with them would be refused for. */
  function refused(file: string, specifiers: readonly string[]): string[] {
    const text = specifiers.map((name) => `import '${name}';`).join('\n');
    const found = linter.verify(text, configs.get(file) ?? assert.fail(file), { filename: path.join(root, file) });
    for (const { fatal, message } of found) assert.notEqual(fatal, true, message);
    const lines = new Set(found.map(({ line }) => line));
    return specifiers.filter((_, index) => lines.has(index + 1));
  }

  it('hold every file of the house, each in one', () => {
    for (const file of files) assert.equal(names.filter((name) => isIn(file, name)).length, 1, file);
    for (const name of names) assert.notDeepEqual(filesOf(name), [], `${name} is empty`);
  });

  it('are used in one direction: none uses, over others, one that uses it', () => {
    const usedBy = (room: string): string[] => (rooms[room]?.uses ?? []).flatMap((place) => roomOf(place) ?? place);
    const below = (room: string, above: readonly string[]): void => {
      assert.ok(!above.includes(room), [...above, room].join(' → '));
      for (const used of new Set(usedBy(room))) below(used, [...above, room]);
    };
    for (const room of names) for (const used of new Set(usedBy(room))) assert.ok(names.includes(used), used);
    for (const room of names) below(room, []);
  });

  for (const room of names) {
    it(`${room} imports what its row names, and is refused everything else of the house`, () => {
      const { uses = [] } = rooms[room] ?? {};
      const mayUse = (file: string): boolean => [room, ...uses].some((place) => isIn(file, place));
      const from = probeIn(room);
      const others = files.filter((file) => file !== from);
      const [allowed, forbidden] = [others.filter(mayUse), others.filter((file) => !mayUse(file))];
      const expected = forbidden.map((file) => specifier(from, file));
      assert.notDeepEqual(expected, []);
      assert.deepEqual(refused(from, expected), expected);
      const named = allowed.map((file) => specifier(from, file));
      assert.deepEqual(refused(from, named), []);
    });

    it(`${room} imports the packages of its row, and is refused all others`, () => {
      const { packages = [], only = {} } = rooms[room] ?? {};
      const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
        readonly dependencies: object;
        readonly devDependencies: object;
      };
      const known = [
        ...Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }),
        ...['vscode', 'vscode-languageclient/node', 'vscode-languageserver/node'],
        ...builtinModules.flatMap((name) => (name.startsWith('node:') ? [name] : [name, `node:${name}`])),
      ];
      const isNamed = (name: string, list: readonly string[]): boolean =>
        list.includes(name) || (list.includes('node:*') && name.startsWith('node:'));
      for (const [file, list] of [[probeIn(room), packages], ...Object.entries(only)] as const) {
        const all = file === probeIn(room) ? list : [...packages, ...list];
        const expected = known.filter((name) => !isNamed(name, all));
        assert.deepEqual(refused(file, known), expected, file);
      }
    });
  }

  it('have no two files of the same name, but for index.ts and messages.ts', () => {
    const firsts = new Map<string, string>();
    for (const file of files) {
      const name = path.posix.basename(file);
      assert.equal(firsts.get(name), undefined, file);
      if (!['index.ts', 'messages.ts'].includes(name)) firsts.set(name, file);
    }
  });

  it('have no circle of files that import each other, types included', () => {
    const known = new Set(files);
    const importsOf = (file: string): string[] =>
      ts
        .preProcessFile(readFileSync(path.join(root, file), 'utf8'), true, true)
        .importedFiles.flatMap(({ fileName }) => {
          const place = path.posix.join(path.posix.dirname(file), fileName);
          const found = [`${place}.ts`, `${place}/index.ts`, place].find((candidate) => known.has(candidate));
          return fileName.startsWith('.') && found !== undefined ? [found] : [];
        });
    const done = new Set<string>();
    const walk = (file: string, above: readonly string[]): void => {
      assert.ok(!above.includes(file), [...above.slice(above.indexOf(file)), file].join(' → '));
      if (done.has(file)) return;
      for (const imported of importsOf(file)) walk(imported, [...above, file]);
      done.add(file);
    };
    for (const file of files) walk(file, []);
  });
});
