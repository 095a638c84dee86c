import assert from 'node:assert/strict';

/** How often the smallest input is in one. */
export type Times = 1 | 2 | 4;

/** What each step of some work took, in milliseconds of processor time: on a busy machine, that is what it is on a quiet one. */
export type Work = ReadonlyMap<string, number>;

/** Twice as much may take that much longer than twice as long: memory is collected, caches are too small for it. */
const noise = 1.5;
/** Rounds until work that grows as it may has shown it; work that grows faster does so in each. */
const rounds = 15;

/**
 * Whether work grows as what it is done on, whatever the machine: each doubling at most doubles it, but for noise, looked at
 * over two doublings. Work that grows with the square is sixteen times as much then, which no noise explains.
 * @param floor What takes less, in milliseconds, is counted as this: it tells nothing.
 */
const isLinear = (once: number, fourTimes: number, floor: number): boolean =>
  fourTimes <= (2 * noise) ** 2 * Math.max(once, floor);

/** Milliseconds of this process, in its own code and in the system's. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Holds that work within this process grows as its input. The least of up to 15 measures counts, and no more are taken than are
 * needed to see it.
 * @param run Does the work on what was made for a factor of 1, 2 or 4.
 */
export function assertLinear<Input>(make: (factor: Times) => Input, run: (input: Input) => unknown): void {
  const inputs = ([1, 2, 4] as const).map(make);
  const least = inputs.map(() => Infinity);
  for (let round = 0; round < rounds; round++) {
    for (const [index, input] of inputs.entries()) {
      const began = processorTime();
      run(input);
      least[index] = Math.min(least[index] ?? Infinity, processorTime() - began);
    }
    if (isLinear(least[0] ?? 0, least[2] ?? 0, 8)) return;
  }
  assert.fail(`Work grows faster than its input: 1×, 2×, 4× take ${least.map((one) => one.toFixed(1)).join(', ')} ms`);
}

/**
 * The same for the steps of work in another process.
 * @param measure Does the work on a text that holds the smallest one so many times. The least of a few rounds counts; there
 * are more only where one is not enough to acquit.
 */
export async function assertGrowth(measure: (times: Times) => Promise<Work>): Promise<void> {
  const least: Record<Times, Map<string, number>> = { 1: new Map(), 2: new Map(), 4: new Map() };
  const add = async (times: Times): Promise<void> => {
    for (const [step, work] of await measure(times)) {
      least[times].set(step, Math.min(work, least[times].get(step) ?? Infinity));
    }
  };
  const excess = (): string[] =>
    [...least[4]].flatMap(([step, work]) => {
      const [once, twice] = [least[1].get(step) ?? 0, least[2].get(step) ?? 0];
      if (isLinear(once, work, 100)) return [];
      return [`${step}: ${[once, twice, work].map((one) => `${Math.round(one)} ms`).join(', ')}`];
    });
  await add(4);
  if (excess().length === 0) return;
  for (let round = 0; round < 5; round++) {
    if (round > 0) await add(4);
    await add(1);
    if (excess().length === 0) return;
    // Acquits nobody, and shows a reader where it begins.
    await add(2);
  }
  assert.fail(`Work grows faster than the text. For the text once, twice and four times:\n${excess().join('\n')}`);
}
