// npm run bench: what the bundled server takes, over stdio. It prints a table and asserts no times: those depend on the
// machine. The ratios do not.
//   npm run bench              beside other language servers with the same schemas; rewrites the table of docs/benchmark.md
//   npm run bench -- quick     the same with few samples; only prints
//   npm run bench -- catalog   with 7, 164 and 1,000 elements
//   npm run bench -- curl      long scripts with our cURL commands and without
//   npm run bench -- builds . ../other   builds of ours side by side, each in a folder laid out as the package is
//   npm run bench -- floor     what Node.js and the protocol's library take by themselves
import { resolve } from 'node:path';
import { compareBuilds } from './compareBuilds';
import { compareCatalogs } from './compareCatalogs';
import { comparePeers } from './comparePeers';
import { compareScripts } from './compareScripts';
import { measureFloor } from './measureFloor';
import { endAll } from './session';

/** A guard against a server that hangs: the whole takes about three minutes. */
const limit = 600_000;

function compare(what: string | undefined, others: readonly string[]): Promise<void> {
  const root = resolve(import.meta.dirname, '../..');
  switch (what) {
    case 'builds':
      return compareBuilds(others);
    case 'catalog':
      return compareCatalogs(root);
    case 'curl':
      return compareScripts(root);
    case 'floor':
      return measureFloor(root);
    case 'quick':
    case undefined:
      return comparePeers(root, { isQuick: what === 'quick' });
    default:
      throw new Error(`Nothing is known of ${what}: say quick, builds, catalog, curl, floor or nothing.`);
  }
}

async function main(): Promise<void> {
  process.on('exit', endAll);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
  setTimeout(() => {
    console.error(`Not done after ${limit / 1000} seconds.`);
    process.exit(1);
  }, limit).unref();
  await compare(process.argv[2], process.argv.slice(3));
  console.log(`\nTook ${(performance.now() / 1000).toFixed(0)} s.`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
