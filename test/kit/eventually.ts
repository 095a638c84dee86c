/** How long something that has to come may take: for what never comes, since a busy machine takes its time. Milliseconds. */
export const patience = 2 * 60_000;
const pause = 50;

/**
 * Asks again and again until there is an answer, and gives it: `ask` returns undefined for "not yet".
 * Throws an Error that says what was waited for, once that has taken too long; its cause is what `ask` threw last, if it did.
 */
export async function eventually<T>(what: string, ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
  let cause: unknown;
  for (let looks = 0; looks < patience / pause; looks++) {
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
    } catch (error) {
      cause = error;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  throw new Error(`Waited in vain for: ${what}`, { cause });
}
