import assert from 'node:assert/strict';
import { createLog } from '../../../client/src/vscode/log';

function open(hasSteps: () => boolean) {
  const written: string[] = [];
  const write = (level: string) => (line: string) => void written.push(`[${level}] ${line}`);
  const channel = { error: write('error'), info: write('info'), debug: write('debug'), show: () => undefined };
  const log = createLog(channel, hasSteps, () => new Date('2026-01-05T09:30:00.123Z'));
  return { log, written };
}

describe('log', () => {
  const table: [hasSteps: boolean, remembered: string[]][] = [
    [false, ['error', 'info']],
    [true, ['error', 'info', 'debug']],
  ];
  for (const [hasSteps, remembered] of table) {
    it(`remembers ${remembered.join(', ')} where the log level ${hasSteps ? 'includes' : 'excludes'} steps, and writes every line to the channel`, () => {
      const { log, written } = open(() => hasSteps);
      log.error('a');
      log.info('b');
      log.debug('c');
      assert.deepEqual(written, ['[error] a', '[info] b', '[debug] c']);
      assert.deepEqual(
        log.lines().map((line) => /\[(\w+)\]/.exec(line)?.[1]),
        remembered,
      );
    });
  }

  it('remembers each line with its time and level', () => {
    const { log } = open(() => false);
    log.info('GET /x 200 3 ms');
    assert.deepEqual(log.lines(), ['2026-01-05T09:30:00.123Z [info] GET /x 200 3 ms']);
  });

  it('uses a new level immediately', () => {
    let hasSteps = false;
    const { log } = open(() => hasSteps);
    log.debug('omitted');
    hasSteps = true;
    log.debug('remembered');
    assert.equal(log.lines().length, 1);
    assert.equal(log.hasSteps(), true);
  });

  it('remembers the last 200 lines', () => {
    const { log } = open(() => false);
    for (let line = 1; line <= 250; line++) log.info(String(line));
    const numbers = log.lines().map((line) => Number(line.split(' ').at(-1)));
    assert.deepEqual([numbers.length, numbers[0], numbers.at(-1)], [200, 51, 250]);
  });
});
