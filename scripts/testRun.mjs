// Runs one command of `npm test` and returns its results. A command is ended only if it makes no progress, not if it is slow.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { root } from './setup.mjs';

/** The limit between two tests of a command that runs tests, and for the complete run of any other command. */
const patience = { tests: 10 * 60_000, other: 40 * 60_000 };
const lookEvery = 1_000;

let current;

/** Ends the running command and all processes that it started. */
export function stop() {
  if (!current) return;
  try {
    process.kill(-current.pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}

/**
 * Returns a function to call at regular intervals with whether there was progress since the last call. It returns whether
 * there was none for too long. It counts calls instead of reading the clock, so that a sleeping machine ends nothing.
 */
export function watch(limit) {
  let quiet = 0;
  return (stirred) => {
    quiet = stirred ? 0 : quiet + lookEvery;
    return quiet >= limit;
  };
}

/**
 * Runs a command in its own process group and gives `{ code, output, cut }`: `cut` says why it was ended, where it was.
 * `stirs`: asked every second, whether it has got anywhere since.
 */
function run([program, ...args], env, limit, stirs) {
  return new Promise((resolve) => {
    const command = program === 'node' ? process.execPath : program;
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    current = child;
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    let cut;
    const isStuck = watch(limit);
    const timer = setInterval(() => {
      if (!isStuck(stirs()) || cut) return;
      cut = `ended after ${limit / 60_000} minutes`;
      stop();
    }, lookEvery);
    const finish = (code) => {
      clearInterval(timer);
      current = undefined;
      resolve({ code, output, cut });
    };
    child.on('error', (error) => {
      output += error.message;
      finish(1);
    });
    child.on('close', finish);
    // A process that survives the command may keep its output open.
    child.on('exit', (code) => cut && finish(code));
  });
}

/** Runs a command that is one check, and gives `{ passed, failed, report }`. `refuse`: what its output must not hold. */
export async function runCheck(command, env, refuse) {
  const { code, output, cut } = await run(command, env, patience.other, () => false);
  const failed = code !== 0 || refuse?.test(output);
  return { passed: failed ? 0 : 1, failed: failed ? 1 : 0, report: failed ? `${output}\n${cut ?? ''}` : '' };
}

/**
 * Runs a command whose tests are written to `file` by test/kit/streamReporter.ts, and gives `{ passed, failed, report }`: the
 * truth about those that have run, whether or not the command has come to its end.
 */
export async function runTests(command, env, file, limit = patience.tests) {
  fs.rmSync(file, { force: true });
  const read = follow(file);
  const events = [];
  const stirs = () => events.length < events.push(...read());
  const { code, output, cut } = await run(command, env, limit, stirs);
  stirs();

  const of = (event) => events.filter((one) => one.event === event);
  const passed = of('passed').length;
  const reports = of('failed').map(({ title, error }) => `✗ ${title}\n${error}\n`);
  reports.push(...of('skipped').map(({ title }) => `✗ ${title}\nIt is skipped. A skipped test is a failed one.\n`));
  const reported = reports.length;
  if (cut || of('end').length === 0) {
    const last = events.findLast(({ event }) => event !== 'begin');
    const running = last?.event === 'running' ? `It was at: ${last.title}` : 'It was between two tests.';
    reports.push(
      `✗ The run was ${cut ? `${cut} without a finished test` : `broken off (${code})`}. ${running}\n${output}`,
    );
  } else if (reported === 0 && code !== 0) {
    reports.push(`✗ It ended with ${code} after all tests passed.\n${output}`);
  }
  const failed = reports.length;
  const seen = new Set(events.map(({ title }) => title));
  const missed = (of('begin')[0]?.titles ?? []).filter((title) => !seen.has(title));
  // If nothing failed, no test was skipped.
  if (failed > 0 && missed.length > 0)
    reports.push(`Not run because of that:\n${missed.map((title) => `- ${title}`).join('\n')}`);
  return { passed, failed, report: reports.join('\n') };
}

/** Gives a function that reads what has come to a file since it was last called: whole lines, as what they hold. */
function follow(file) {
  let offset = 0;
  return () => {
    if (!fs.existsSync(file)) return [];
    const bytes = fs.readFileSync(file).subarray(offset);
    const whole = bytes.subarray(0, bytes.lastIndexOf('\n') + 1);
    offset += whole.length;
    return whole
      .toString('utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  };
}
