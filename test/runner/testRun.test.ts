import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestEvent } from '../kit/streamReporter';

interface Result {
  readonly passed: number;
  readonly failed: number;
  readonly report: string;
}
/** Plain JavaScript, without types: it runs before anything is installed. */
const testRun = '../../scripts/testRun.mjs';

interface TestRun {
  readonly runTests: (command: readonly string[], env: object, file: string, limit?: number) => Promise<Result>;
  readonly watch: (limit: number) => (stirred: boolean) => boolean;
}

const running = (title: string): TestEvent => ({ event: 'running', title });
const passed = (title: string): TestEvent => ({ event: 'passed', title, milliseconds: 1 });
const failed = (title: string): TestEvent => ({ event: 'failed', title, error: 'Error: no' });
const begin: TestEvent = { event: 'begin', titles: ['one', 'two', 'three'] };
const end: TestEvent = { event: 'end' };
const all = [begin, passed('one'), passed('two'), passed('three'), end];

describe('a run of tests, as npm test tells of it', () => {
  let runTests: TestRun['runTests'];
  let watch: TestRun['watch'];
  let folder: string;
  before(async () => {
    ({ runTests, watch } = (await import(testRun)) as TestRun);
    folder = mkdtempSync(path.join(os.tmpdir(), 'instances-runner-'));
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs a program that writes these events as tests do, and then does what `last` says. */
  function run(events: readonly TestEvent[], last = '', limit?: number): Promise<Result> {
    const file = path.join(folder, 'events.jsonl');
    const text = events.map((event) => `${JSON.stringify(event)}\n`).join('');
    const program = `require('node:fs').writeFileSync(${JSON.stringify(file)}, ${JSON.stringify(text)}); ${last}`;
    return runTests(['node', '-e', program], {}, file, limit);
  }

  const table: readonly [name: string, events: readonly TestEvent[], last: string, counts: number[], says: RegExp][] = [
    ['that passes', all, '', [3, 0], /^$/],
    [
      'that has a failure',
      [begin, passed('one'), failed('two'), passed('three'), end],
      '',
      [2, 1],
      /^✗ two\nError: no/,
    ],
    ['that ends at a failure', [begin, failed('one'), end], '', [0, 1], /Not run because of that:\n- two\n- three$/],
    [
      'with a test that is skipped',
      [begin, { event: 'skipped', title: 'one' }, end],
      '',
      [0, 1],
      /✗ one\nIt is skipped/,
    ],
    ['that fails after its tests', all, 'process.exit(3)', [3, 1], /ended with 3 after all tests passed/],
    [
      'that dies',
      [begin, passed('one'), running('two')],
      'process.exit(3)',
      [1, 1],
      /broken off \(3\)\. It was at: two/,
    ],
    ['that never begins', [], 'process.exit(1)', [0, 1], /broken off \(1\)/],
  ];
  for (const [name, events, last, counts, says] of table) {
    it(name, async () => {
      const { passed, failed, report } = await run(events, last);
      assert.deepEqual([passed, failed], counts);
      assert.match(report, says);
    });
  }

  it('that gets nowhere is ended, with what had passed, what it was at and what is left', async () => {
    const hang = 'for (;;);';
    const { passed: count, failed: faults, report } = await run([begin, passed('one'), running('two')], hang, 1_000);
    assert.deepEqual([count, faults], [1, 1]);
    assert.match(report, /ended after .* without a finished test\. It was at: two[^]*- three$/);
  });

  it('that is slow but gets on is not ended, however long it takes', () => {
    const isStuck = watch(3_000);
    for (let look = 0; look < 1_000; look++) assert.equal(isStuck(look % 3 === 2), false);
    assert.deepEqual([isStuck(false), isStuck(false), isStuck(false)], [false, true, true]);
  });
});
