import assert from 'node:assert/strict';
import { createLog } from '../../../client/src/vscode/log';

function open(level: () => unknown) {
  const written: string[] = [];
  const channel = { appendLine: (line: string) => void written.push(line), show: () => undefined };
  const log = createLog(channel, level, () => new Date('2026-01-05T09:30:00.123Z'));
  return { log, written };
}

describe('log', () => {
  const table: [level: unknown, written: string[]][] = [
    ['off', []],
    ['error', ['error']],
    ['info', ['error', 'info']],
    ['debug', ['error', 'info', 'debug']],
    // A value of a settings file that is none of the four.
    ['loud', ['error', 'info']],
    [undefined, ['error', 'info']],
  ];
  for (const [level, expected] of table) {
    it(`writes ${expected.join(', ') || 'nothing'} at level ${String(level)}`, () => {
      const { log, written } = open(() => level);
      log.error('a');
      log.info('b');
      log.debug('c');
      assert.deepEqual(
        written.map((line) => /\[(\w+)\]/.exec(line)?.[1]),
        expected,
      );
      assert.deepEqual(log.lines(), written);
    });
  }

  it('has time and level in each line', () => {
    const { log, written } = open(() => 'info');
    log.info('GET /x 200 3 ms');
    assert.deepEqual(written, ['2026-01-05T09:30:00.123Z [info] GET /x 200 3 ms']);
  });

  it('takes a new level at once', () => {
    let level = 'off';
    const { log, written } = open(() => level);
    log.info('unseen');
    level = 'info';
    log.info('seen');
    assert.equal(written.length, 1);
  });

  it('remembers the last 200 lines', () => {
    const { log, written } = open(() => 'info');
    for (let line = 1; line <= 250; line++) log.info(String(line));
    assert.deepEqual(log.lines(), written.slice(50));
  });
});
