// The package for other editors, as `npm install --global` puts it there.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { lstatSync, readFileSync, readdirSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createClient } from '../kit/client';
import { installServer, project, serverName, type InstalledServer } from './installedServer';

const root = path.resolve(import.meta.dirname, '../..');
const uri = 'file:///anywhere/instance.json';

describe('the package of the language server', function () {
  this.timeout(5 * 60_000);
  let server: InstalledServer;
  let program: string;

  before(async () => {
    server = await installServer();
    program = path.join(server.bin, serverName);
  });

  after(() => {
    server.remove();
  });

  const files = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(path.join(folder, name)).isFile())
      .sort();

  /** Runs the program from a folder that has nothing to do with it. */
  function ask(...args: string[]): { status: number | null; stdout: string; stderr: string } {
    return spawnSync(program, args, { cwd: os.tmpdir(), encoding: 'utf8', timeout: 2 * 60_000 });
  }

  it('has its name, version, license and required Node.js, and no dependencies', () => {
    const manifest = JSON.parse(readFileSync(path.join(server.folder, 'package.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    assert.equal(manifest.name, serverName);
    assert.equal(manifest.version, project.version);
    assert.equal(manifest.license, project.license);
    assert.deepEqual(manifest.engines, { node: '>=20' });
    assert.deepEqual(
      Object.keys(manifest).filter((key) => /dependencies/i.test(key)),
      [],
    );
  });

  it('contains the server, its data and its documents, and nothing else', () => {
    const json = (folder: string): string[] =>
      files(path.join(root, folder))
        .filter((name) => name.endsWith('.json'))
        .map((name) => path.join(folder, name));
    const expected = [
      'LICENSE',
      'NOTICE',
      'README.md',
      'dist/compileSchema.js',
      'dist/server.js',
      'package.json',
      ...json('schemas'),
      ...json('snippets'),
    ];
    assert.deepEqual(files(server.folder), expected.sort());
  });

  it('does not require the module vscode', () => {
    const bundle = readFileSync(path.join(server.folder, 'dist/server.js'), 'utf8');
    const required = [...bundle.matchAll(/\brequire\(["']([^"']+)["']\)/g)].map(([, name]) => name);
    assert.ok(required.includes('node:fs'), 'Modules are required in a form that this test does not know.');
    assert.ok(!required.includes('vscode'));
  });

  it('is on the PATH by a link', () => {
    assert.ok(lstatSync(program).isSymbolicLink());
  });

  it('prints its version and its usage', () => {
    assert.equal(ask('--version').stdout, `${project.version}\n`);
    const { status, stdout, stderr } = ask('--help');
    assert.match(stdout, new RegExp(`^Usage: ${serverName} --stdio\n`));
    assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
  });

  it('prints in one line how to start it, and fails, without a transport', () => {
    const { status, stdout, stderr } = ask();
    assert.match(stderr, /^[^\n]*--stdio[^\n]*\n$/);
    assert.deepEqual({ status, stdout }, { status: 1, stdout: '' });
  });

  it('serves over stdio from any folder, through the link, with the schemas in the package', async () => {
    const child = spawn(program, ['--stdio'], { cwd: os.tmpdir(), stdio: ['pipe', 'pipe', 'inherit'] });
    try {
      const client = createClient(child.stdout, child.stdin);
      await client.initialize();
      await client.open(uri, '{ "element": { "key": "twilio" } }');
      assert.deepEqual(
        (await client.pushed(uri)).map(({ code }) => code),
        ['missing-entries'],
      );
      await client.connection.sendRequest('shutdown');
      const ended = once(child, 'exit');
      await client.connection.sendNotification('exit');
      assert.deepEqual(await ended, [0, null]);
    } finally {
      child.kill('SIGKILL');
    }
  });
});
