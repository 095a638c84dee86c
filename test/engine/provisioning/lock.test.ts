import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { createLock, lockAll, staleAfterMs } from '../../../engine/src/provisioning/lock';

describe('lock', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'lock-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const at = (time: number, isAlive: (pid: number) => boolean = () => true) =>
    createLock(path.join(folder, 'locks'), { now: () => time, isAlive });
  const files = async () => readdir(path.join(folder, 'locks'));

  it('has one owner at a time, also in two windows, and is free afterwards', async () => {
    const [one, other] = [at(0), at(0)];
    const release = await one('a file');
    assert.ok(release);
    assert.equal(await other('a file'), undefined);
    assert.equal(await one('a file'), undefined);
    await release();
    assert.deepEqual(await files(), []);
    assert.ok(await other('a file'));
  });

  it('does not lock another document', async () => {
    assert.ok(await at(0)('a file'));
    assert.ok(await at(0)('another file'));
  });

  it('is given to one of many that request it at once', async () => {
    const given = await Promise.all(Array.from({ length: 20 }, () => at(0)('a file')));
    assert.equal(given.filter((release) => release !== undefined).length, 1);
  });

  it('reveals no file name', async () => {
    await at(0)('file:///secret-project/instance.json');
    const [file] = await files();
    assert.match(file ?? '', /^[0-9a-f]{32}\.lock$/);
    assert.doesNotMatch(await readFile(path.join(folder, 'locks', file ?? ''), 'utf8'), /project/);
  });

  const ages: [age: number, alive: boolean, isTaken: boolean][] = [
    [staleAfterMs, true, false],
    [staleAfterMs + 1, true, true],
    [0, false, true],
  ];
  for (const [age, alive, isTaken] of ages) {
    it(`${isTaken ? 'is taken from' : 'stays with'} a ${alive ? 'live' : 'dead'} process after ${age} ms`, async () => {
      assert.ok(await at(0)('a file'));
      const taken = await at(age, () => alive)('a file');
      assert.equal(taken !== undefined, isTaken);
    });
  }

  it('is taken by one of many that find it stale at once', async () => {
    assert.ok(await at(0)('a file'));
    const given = await Promise.all(Array.from({ length: 20 }, () => at(staleAfterMs + 1)('a file')));
    assert.equal(given.filter((release) => release !== undefined).length, 1);
  });

  it('can be taken after a crash in the middle of taking it', async () => {
    assert.ok(await at(0)('a file'));
    const [file] = await files();
    assert.ok(file);
    const crashed = { id: 'x', pid: 1, host: hostname(), time: 0 };
    await writeFile(path.join(folder, 'locks', `${file}.door`), JSON.stringify(crashed));
    const later = at(staleAfterMs + 1);
    assert.equal(await later('a file'), undefined);
    assert.ok(await later('a file'));
  });

  it('is not released by an owner that lost it', async () => {
    const late = await at(0)('a file');
    assert.ok(await at(staleAfterMs + 1)('a file'));
    await late?.();
    assert.equal((await files()).length, 1);
  });

  it('ignores the process ID of an owner on another computer', async () => {
    await at(0)('a file');
    const [file] = await files();
    assert.ok(file);
    const foreign = { id: 'x', pid: 1, host: `not-${hostname()}`, time: 0 };
    await writeFile(path.join(folder, 'locks', file), JSON.stringify(foreign));
    assert.equal(await at(0, () => false)('a file'), undefined);
  });

  it('waits for a file that is being written, but not forever', async () => {
    await at(0)('a file');
    const [file] = await files();
    assert.ok(file);
    await writeFile(path.join(folder, 'locks', file), '');
    assert.equal(await at(Date.now())('a file'), undefined);
    assert.ok(await at(Date.now() + staleAfterMs + 60_000)('a file'));
  });

  it('detects which processes are running', async () => {
    const dead = spawnSync(process.execPath, ['--version']).pid;
    const lock = createLock(path.join(folder, 'locks'));
    assert.ok(await lock('a file'));
    assert.equal(await lock('a file'), undefined);
    const [file] = await files();
    assert.ok(file);
    const holder = { id: 'x', pid: dead, host: hostname(), time: Date.now() };
    await writeFile(path.join(folder, 'locks', file), JSON.stringify(holder));
    assert.ok(await lock('a file'));
  });

  it('throws if nothing can be written', async () => {
    await writeFile(path.join(folder, 'locks'), '');
    await assert.rejects(at(0)('a file'));
  });

  it('is taken together with others or not at all', async () => {
    const release = await at(0)('b');
    assert.equal(await lockAll(at(0), ['a', 'b']), undefined);
    const free = await at(0)('a');
    assert.ok(free);
    await free();
    await release?.();
    const both = await lockAll(at(0), ['a', 'b']);
    assert.deepEqual([await at(0)('a'), await at(0)('b')], [undefined, undefined]);
    await both?.();
    assert.deepEqual(await files(), []);
  });
});
