import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'jsonc-parser';

const root = path.join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');

const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };
const partNames = (): string[] => {
  const list = execFileSync(process.execPath, ['scripts/test.mjs', '--list'], { cwd: root, encoding: 'utf8' });
  return lines(list).map((line) => line.split(' ')[0] ?? '');
};

/** Documents, workflows and the dev container. The changelog describes versions that had other scripts. */
const texts = lines(
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md', '.github', '.devcontainer'], {
    cwd: root,
    encoding: 'utf8',
  }),
).filter((file) => file !== 'CHANGELOG.md' && !file.startsWith('test/fixtures/'));

const scriptsIn = (text: string): string[] =>
  [...text.matchAll(/\bnpm run (?:--?\w+ )*([a-z][\w:-]*)/g)].map(([, name]) => name ?? '');

/** The parts after `npm test --`, up to the first option. */
const partsIn = (text: string): string[] =>
  [...text.matchAll(/\bnpm test -- ([^`"'#()&|;\n]*)/g)].flatMap(([, args = '']) => {
    const words = args.trim().split(/ +/);
    const option = words.findIndex((word) => word.startsWith('-'));
    return (option < 0 ? words : words.slice(0, option)).filter((word) => word !== '');
  });

describe('npm scripts in documents and configurations', () => {
  it('are found in prose, code and workflows', () => {
    assert.deepEqual(scriptsIn('`npm run lint`. Then npm run test:unit, npm run --silent build -- --watch'), [
      'lint',
      'test:unit',
      'build',
    ]);
    assert.deepEqual(partsIn('`npm test -- ui --grep "a"`, npm test -- types lint\n`npm test -- --list`'), [
      'ui',
      'types',
      'lint',
    ]);
  });

  const withScripts = texts.filter((file) => scriptsIn(read(file)).length > 0);
  for (const file of withScripts) {
    it(`exist: ${file}`, () => {
      assert.deepEqual(
        scriptsIn(read(file)).filter((name) => !Object.hasOwn(scripts, name)),
        [],
      );
    });
  }

  it('are in CI and in a document for contributors', () => {
    for (const file of ['.github/workflows/ci.yml', 'CONTRIBUTING.md']) assert.ok(withScripts.includes(file), file);
  });

  it('that are parts of npm test exist', () => {
    const parts = partNames();
    const used = texts.flatMap((file) => partsIn(read(file)).map((part) => ({ file, part })));
    assert.ok(used.length > 0);
    assert.deepEqual(
      used.filter(({ part }) => !parts.includes(part)),
      [],
    );
  });
});

describe('.vscode', () => {
  const { tasks } = parse(read('.vscode/tasks.json')) as {
    tasks: readonly { label: string; type: string; script: string }[];
  };
  const { configurations } = parse(read('.vscode/launch.json')) as {
    configurations: readonly { name: string; preLaunchTask?: string; port?: number; program?: string }[];
  };

  it('has tasks that run npm scripts that exist', () => {
    assert.ok(tasks.length > 0);
    for (const { label, type, script } of tasks) assert.ok(type === 'npm' && Object.hasOwn(scripts, script), label);
  });

  it('has launch configurations whose tasks and programs exist', () => {
    const labels = tasks.map(({ label }) => label);
    for (const { name, preLaunchTask, program } of configurations) {
      if (preLaunchTask !== undefined) assert.ok(labels.includes(preLaunchTask), name);
      if (program !== undefined) assert.ok(read(program.replace('${workspaceFolder}/', '')), name);
    }
  });

  it('attaches to the port on which the client lets the server be debugged', () => {
    const [, port] = /--inspect=(\d+)/.exec(read('client/src/vscode/languageClient.ts')) ?? [];
    assert.equal(configurations.find(({ name }) => name === 'Attach to Server')?.port, Number(port));
  });
});
