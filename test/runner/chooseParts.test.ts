import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { vscodeName, vscodes } from '../../scripts/vscodes.mjs';
import type { VSCodeRelease } from '../../scripts/vscodes.mjs';

const root = path.join(import.meta.dirname, '../..');

/** Plain JavaScript, without types: it runs before anything is installed. */
const chooser = '../../scripts/chooseParts.mjs';

interface Part {
  readonly title: string;
  readonly needs?: readonly string[];
  readonly choosesVSCode?: boolean;
}
type Parts = Readonly<Record<string, Part>>;
type ChooseParts = (parts: Parts, given: readonly string[], vscode?: string) => string[];
type ListParts = (parts: Parts, chosen: readonly string[]) => string[];

const parts: Parts = {
  lint: { title: 'Lint' },
  install: { title: 'Installs' },
  suite: { title: 'Suite', needs: ['install'], choosesVSCode: true },
  package: { title: 'Packages' },
  ui: { title: 'Workbench', needs: ['install', 'package'], choosesVSCode: true },
  newest: { title: 'The newest', needs: ['package'] },
};

describe('the parts that npm test runs', () => {
  let chooseParts: ChooseParts;
  let listParts: ListParts;
  before(async () => {
    ({ chooseParts, listParts } = (await import(chooser)) as { chooseParts: ChooseParts; listParts: ListParts });
  });

  const table: readonly [name: string, given: string[], vscode: string | undefined, chosen: string[]][] = [
    ['are all where none is named', [], undefined, Object.keys(parts)],
    ['are those named with what they need, in order', ['ui', 'lint'], undefined, ['lint', 'install', 'package', 'ui']],
    ['are those named, in the VS Code named', ['ui'], 'newest', ['install', 'package', 'ui']],
    ['are those that run in VS Code where only that is named', [], 'newest', ['install', 'suite', 'package', 'ui']],
    ['may name the default VS Code', ['suite'], '1.100', ['install', 'suite']],
  ];
  for (const [name, given, vscode, chosen] of table) {
    it(name, () => {
      assert.deepEqual(chooseParts(parts, given, vscode), chosen);
    });
  }

  it('are listed with their titles in one column', () => {
    assert.deepEqual(listParts(parts, ['lint', 'package']), ['lint     Lint', 'package  Packages']);
  });

  const refused: readonly [name: string, given: string[], vscode: string | undefined, says: RegExp][] = [
    ['a part that is not there', ['suites'], undefined, /no part "suites"\. The parts are: lint, install, suite, .*ui/],
    ['a VS Code that is not there', ['ui'], '1.99', /no VS Code "1\.99"\. The choices are: 1\.100, newest\./],
    ['a VS Code without a name', ['ui'], '', /no VS Code ""\. The choices are/],
    ['a VS Code for a part that runs in none', ['ui', 'lint'], 'newest', /"lint" takes no --vscode.*: suite, ui\./],
    ['a VS Code for the part of the newest', ['newest'], '1.100', /"newest" takes no --vscode/],
  ];
  for (const [name, given, vscode, says] of refused) {
    it(`are refused for ${name}, with the choices`, () => {
      assert.throws(() => chooseParts(parts, given, vscode), says);
    });
  }
});

describe('npm test -- --list', () => {
  const list = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/test.mjs', '--list', ...args], { cwd: root, encoding: 'utf8' });

  it('prints one line for each part, with its name and what it is, and runs nothing', () => {
    const { status, stdout, stderr } = list();
    assert.equal(status, 0, stderr);
    const lines = stdout.trimEnd().split('\n');
    assert.ok(lines.length > 20, stdout);
    for (const line of lines) assert.match(line, /^[a-z-]+ {2,}[A-Za-z].{5,}$/);
  });

  it('prints only the parts that would run', () => {
    assert.deepEqual(
      list('ui')
        .stdout.trimEnd()
        .split('\n')
        .map((line) => line.split(' ')[0]),
      ['install', 'package', 'ui'],
    );
  });
});

describe('the VS Codes for tests', () => {
  it('are the first by default', () => {
    assert.equal(vscodeName(undefined), Object.keys(vscodes)[0]);
  });

  const packages = Object.values<VSCodeRelease>(vscodes).flatMap(({ codeServer, node }) => [
    codeServer,
    ...Object.values(node?.integrity ?? {}).map((integrity) => ({ version: node?.version ?? '', integrity })),
  ]);
  for (const { version, integrity } of packages) {
    it(`have one exact version and npm's integrity of it: ${version}`, () => {
      assert.match(version, /^\d+\.\d+\.\d+$/);
      assert.match(integrity, /^sha512-[A-Za-z0-9+/]{86}==$/);
    });
  }
});
