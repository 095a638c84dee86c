import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { properties, shares } from './properties';

/**
 * npm run fuzz: many more cases than `npm test` has time for. FUZZ_RUNS says how many, FUZZ_SEED begins elsewhere (it is the
 * time otherwise, and printed). A failure ends with 1, after the shortest text that shows it.
 */
const runs = Number(process.env.FUZZ_RUNS ?? 200_000);
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000_000);
// Each part has a seed of its own, so that how many run at a time changes nothing about what is tried.
const parts = 20;

interface Report {
  readonly name: string;
  readonly runs: number;
  readonly seconds: number;
  readonly failure?: string;
}

/** One part of the cases of every property, in a process of its own. */
function work(part: number): void {
  for (const { name, share, check } of properties) {
    const count = Math.ceil((runs * share) / shares / parts);
    const began = performance.now();
    const failure = check(seed + part, count);
    const report: Report = {
      name,
      runs: count,
      seconds: (performance.now() - began) / 1000,
      ...(failure ? { failure } : {}),
    };
    process.send?.(report);
  }
}

async function distribute(): Promise<void> {
  console.log(`FUZZ_SEED=${seed} FUZZ_RUNS=${runs}`);
  const began = performance.now();
  const reports: Report[] = [];
  let next = 0;
  let failed = false;
  const worker = async (): Promise<void> => {
    while (next < parts) {
      const child = fork(__filename, [String(next++)], { env: { ...process.env, FUZZ_SEED: String(seed) } });
      child.on('message', (report: Report) => {
        reports.push(report);
        if (report.failure) console.log(`\n${report.failure}\n`);
      });
      const code = await new Promise((resolve) => child.once('exit', resolve));
      failed ||= code !== 0;
    }
  };
  await Promise.all(Array.from({ length: Math.min(parts, availableParallelism()) }, worker));
  let total = 0;
  for (const { name } of properties) {
    const own = reports.filter((report) => report.name === name);
    const sum = (key: 'runs' | 'seconds'): number => own.reduce((all, report) => all + report[key], 0);
    const failures = own.filter(({ failure }) => failure).length;
    failed ||= failures > 0 || own.length < parts;
    total += sum('runs');
    console.log(
      `${String(sum('runs')).padStart(8)} cases ${sum('seconds').toFixed(1).padStart(7)} s  ${failures ? 'FAILED' : 'held'}  ${name}`,
    );
  }
  console.log(
    `${total} cases in ${((performance.now() - began) / 1000).toFixed(1)} s, ${failed ? 'not all held' : 'all held'}`,
  );
  process.exitCode = failed ? 1 : 0;
}

const part = process.argv[2];
if (part === undefined) void distribute();
else work(Number(part));
