import assert from 'node:assert/strict';

/** How work grows with what it is done on: in processor time, which a busy machine disturbs less than the clock's. */

/** Milliseconds of this process, in its own code and in the system's. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function measured(run: () => unknown): number {
  const began = processorTime();
  run();
  return processorTime() - began;
}

/** What a step may take beyond twice the one before: a processor with other work is no quiet place. */
const noise = 1.7;

/** What takes less than this many milliseconds is not compared: that is what measuring itself is off by. */
const floor = 8;

/** Enough for a busy machine: work that grows faster than it may does so each time. */
const times = 15;

/**
 * Throws unless work on twice as much takes at most twice as long, from 1× to 2× to 4×. Of up to 15 measures the least
 * counts, and no more are taken than are needed to see it.
 * @param run Does the work on what was made for a factor of 1, 2 or 4.
 */
export function assertLinear<Input>(make: (factor: 1 | 2 | 4) => Input, run: (input: Input) => unknown): void {
  const inputs = ([1, 2, 4] as const).map(make);
  const least = inputs.map(() => Infinity);
  for (let time = 0; time < times; time++) {
    for (const [index, input] of inputs.entries()) {
      least[index] = Math.min(
        least[index] ?? Infinity,
        measured(() => run(input)),
      );
    }
    if (isLinear(least)) return;
  }
  assert.fail(`1×, 2× and 4× take ${least.map((one) => one.toFixed(1)).join(', ')} ms`);
}

const isLinear = (least: readonly number[]): boolean =>
  least.every((time, index) => {
    const before = least[index - 1];
    return before === undefined || time <= 2 * noise * Math.max(before, floor);
  });
