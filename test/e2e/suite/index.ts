// Entry of the suite: VS Code's extension host calls run(). Bundled to out/e2e, like the test files beside it.
import fs from 'node:fs';
import path from 'node:path';
import StreamReporter from '../../kit/streamReporter';

/**
 * Runs all test files in this folder. What came of each test goes to the file that SUITE_EVENTS names: the workbench reports
 * success also where its extension host died, so only what is written counts.
 */
export async function run(): Promise<void> {
  const { default: MochaClass } = await import('mocha');
  const { SUITE_GREP, SUITE_EVENTS: output } = process.env;
  const grep = SUITE_GREP ? { grep: SUITE_GREP } : {};
  // A test that hangs has to end some time: that is all the limit is for.
  const mocha = new MochaClass({ ui: 'bdd', timeout: 5 * 60_000, color: false, reporter: 'spec', ...grep });
  for (const name of fs.readdirSync(__dirname).filter((file) => file.endsWith('.test.js'))) {
    mocha.addFile(path.join(__dirname, name));
  }
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    if (output) new StreamReporter(runner, { reporterOptions: { output }, ...grep });
  });
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}
