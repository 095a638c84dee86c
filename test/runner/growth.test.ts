import assert from 'node:assert/strict';
import { assertGrowth, type Times } from '../kit/growth';

/** Work of one step, by the size of the text and by how often it was measured before. */
const measured = (work: (times: Times, before: number) => number) => {
  const counts = new Map<Times, number>();
  return (times: Times) => {
    const before = counts.get(times) ?? 0;
    counts.set(times, before + 1);
    return Promise.resolve(
      new Map([
        ['quick', 1],
        ['step', work(times, before)],
      ]),
    );
  };
};

describe('growth of work', () => {
  it('that is as that of the text passes, noise or not', async () => {
    await assertGrowth(measured((times) => 400 * times));
    await assertGrowth(measured((times, before) => 400 * times * (times === 4 && before < 3 ? 5 : 1)));
    await assertGrowth(measured((times) => 40 * times * (10 + Math.log2(times))));
  });

  it('that is too little to tell passes, and is measured once', async () => {
    const seen: Times[] = [];
    await assertGrowth((times) => {
      seen.push(times);
      return Promise.resolve(new Map([['step', 18.75 * times ** 2]]));
    });
    assert.deepEqual(seen, [4]);
  });

  it('with the square of the text fails, and says where', async () => {
    for (const least of [60, 100, 1_000])
      await assert.rejects(assertGrowth(measured((times) => least * times ** 2)), /step: \d+ ms, \d+ ms, \d+ ms/);
  });

  it('with the square fails however noisy what comes before it is', async () => {
    const noisy = measured((times, before) => 400 * times ** 2 * (times === 1 && before === 0 ? 1.3 : 1));
    await assert.rejects(assertGrowth(noisy), /step: 400 ms, 1600 ms, 6400 ms/);
  });
});
