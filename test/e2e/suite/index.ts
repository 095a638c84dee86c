// Entry of the suite: VS Code's extension host calls run(). Bundled to out/e2e, like the test files beside it.
import fs from 'node:fs';
import path from 'node:path';
import type Mocha from 'mocha';

/** What the suite leaves behind, in the shape of Mocha's own json reporter as far as the test runner reads it. */
export interface SuiteResult {
  readonly stats: { readonly passes: number; readonly failures: number; readonly pending: number };
  readonly failures: readonly {
    readonly fullTitle: string;
    readonly err: { readonly message: string; readonly stack: string };
  }[];
}

/**
 * Runs all test files in this folder. The result goes to the file that SUITE_RESULT names: the workbench reports success
 * also where its extension host died, so only a written result counts.
 */
export async function run(): Promise<void> {
  const { default: MochaClass } = await import('mocha');
  const grep = process.env.SUITE_GREP;
  const mocha = new MochaClass({ ui: 'bdd', timeout: 20_000, color: false, reporter: 'spec', ...(grep && { grep }) });
  for (const name of fs.readdirSync(__dirname).filter((file) => file.endsWith('.test.js'))) {
    mocha.addFile(path.join(__dirname, name));
  }
  const result = await new Promise<SuiteResult>((resolve) => {
    const failures: SuiteResult['failures'][number][] = [];
    const runner: Mocha.Runner = mocha.run(() => {
      const { passes = 0, pending = 0 } = runner.stats ?? {};
      resolve({ stats: { passes, failures: failures.length, pending }, failures });
    });
    runner.on('fail', (test, error: Error) => {
      failures.push({ fullTitle: test.fullTitle(), err: { message: error.message, stack: error.stack ?? '' } });
    });
  });
  if (process.env.SUITE_RESULT) fs.writeFileSync(process.env.SUITE_RESULT, JSON.stringify(result, null, 2));
  if (result.stats.failures > 0) throw new Error(`${result.stats.failures} tests failed.`);
}
