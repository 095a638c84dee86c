import fs from 'node:fs';
import type Mocha from 'mocha';

/** What a run of tests writes down as it goes on, one JSON text a line: scripts/testRun.mjs reads it. */
export type TestEvent =
  /** The names of all tests to come; none are known yet where files run beside one another. */
  | { readonly event: 'begin'; readonly titles: readonly string[] }
  | { readonly event: 'running' | 'done' | 'skipped'; readonly title: string }
  | { readonly event: 'passed'; readonly title: string; readonly milliseconds: number }
  | { readonly event: 'failed'; readonly title: string; readonly error: string }
  /** Without it, the run has not come to its end. */
  | { readonly event: 'end' };

/**
 * A reporter for Mocha, which appends to the file that its option `output` names. What was written stays, however the run
 * ends: what had passed until then is known, and which test was running.
 */
export default class StreamReporter {
  readonly #output: string;

  constructor(runner: Mocha.Runner, { reporterOptions, grep }: Mocha.MochaOptions = {}) {
    const { output } = (reporterOptions ?? {}) as { readonly output?: string };
    if (!output) throw new Error('This reporter needs the option "output": the file to write to.');
    this.#output = output;
    runner.once('start', () => {
      this.#write({ event: 'begin', titles: titlesOf(runner, grep) });
    });
    // A hook that hangs has to be named as a test is.
    for (const name of ['test', 'hook'] as const)
      runner.on(name, (one: Mocha.Test | Mocha.Hook) => {
        this.#write({ event: 'running', title: one.fullTitle() });
      });
    runner.on('hook end', (hook) => {
      this.#write({ event: 'done', title: hook.fullTitle() });
    });
    runner.on('pass', (test) => {
      this.#write({ event: 'passed', title: test.fullTitle(), milliseconds: test.duration ?? 0 });
    });
    runner.on('pending', (test) => {
      this.#write({ event: 'skipped', title: test.fullTitle() });
    });
    runner.on('fail', (one, error: unknown) => {
      this.#write({ event: 'failed', title: one.fullTitle(), error: textOf(error) });
    });
    runner.once('end', () => {
      this.#write({ event: 'end' });
    });
  }

  #write(line: TestEvent): void {
    fs.appendFileSync(this.#output, `${JSON.stringify(line)}\n`);
  }
}

/** Names of the tests of a run, without those that `--grep` leaves out. */
function titlesOf({ suite }: Mocha.Runner, grep: Mocha.MochaOptions['grep']): string[] {
  const titles: string[] = [];
  const pattern = new RegExp(grep ?? '');
  suite.eachTest((test) => {
    if (pattern.test(test.fullTitle())) titles.push(test.fullTitle());
  });
  return titles;
}

/** What is known of an error, and of the one that it came from. */
function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const text = error.stack ?? error.message;
  return error.cause === undefined ? text : `${text}\nCaused by: ${textOf(error.cause)}`;
}
