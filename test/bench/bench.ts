// npm run bench: what the bundled server takes with 7, 164 and 1,000 elements, measured in turn over stdio. It prints a
// table, and asserts no times: those depend on the machine. The ratios do not.
import { resolve } from 'node:path';
import { compareCatalogs } from './compareCatalogs';
import { endAll } from './session';

const limit = 120_000;

async function main(): Promise<void> {
  process.on('exit', endAll);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
  setTimeout(() => {
    console.error(`Not done after ${limit / 1000} seconds.`);
    process.exit(1);
  }, limit).unref();
  await compareCatalogs(resolve(import.meta.dirname, '../..'));
  console.log(`\nTook ${(performance.now() / 1000).toFixed(0)} s.`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
