// npm test: every check of the project, in order; its last line is `N passed, N failed`.
// `node scripts/test.mjs unit` runs one part (and what it needs), `--grep <words>` only the tests whose names hold them.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensurePackages, root } from './setup.mjs';

const out = path.join(root, 'out/test');
const vsix = path.join(out, 'cloud-elements-instances.vsix');
const tool = (name, ...args) => ['node', `node_modules/${name}`, ...args];
const mocha = (resultFile, ...args) =>
  tool('mocha/bin/mocha.js', '--reporter=json', `--reporter-option=output=${resultFile}`, ...grep(), ...args);
const script = (name) => (resultFile) => [
  ...['npm', 'run', '--silent', name, '--', '--reporter=json', `--reporter-option=output=${resultFile}`],
  ...grep(),
];
const browserTests = (folder) => (resultFile) =>
  mocha(resultFile, '--bail', '--timeout=60000', `test/e2e/${folder}/*.test.ts`);

// command: gets the file that a run of Mocha leaves its result in. tests: whether it does. A part without tests is one check.
const parts = {
  types: { command: () => tool('typescript/bin/tsc', '-b') },
  lint: { command: () => tool('eslint/bin/eslint.js', '.') },
  format: { command: () => tool('prettier/bin/prettier.cjs', '--check', '.') },
  generated: { command: () => ['node', '--import', 'tsx', 'scripts/generate.ts', '--check'] },
  build: { command: () => ['node', 'scripts/build.mjs'] },
  unit: { command: script('test:unit'), tests: true },
  catalog: { command: script('test:catalog'), tests: true },
  fuzz: { command: (resultFile) => mocha(resultFile, '--timeout=60000', 'test/fuzz/*.test.ts'), tests: true },
  kill: { command: (resultFile) => mocha(resultFile, '--timeout=60000', 'test/kill/*.test.ts'), tests: true },
  curl: { command: (resultFile) => mocha(resultFile, 'test/curl/**/*.test.ts'), tests: true },
  bundle: { command: (resultFile) => mocha(resultFile, 'test/bundle/**/*.test.ts'), tests: true, needs: ['build'] },
  server: { command: () => ['node', 'scripts/packageServer.mjs'] },
  editors: { command: (resultFile) => mocha(resultFile, 'test/editors/**/*.test.ts'), tests: true, needs: ['server'] },
  suite: {
    command: (resultFile) => ['node', '--import', 'tsx', 'test/e2e/runTest.ts', resultFile],
    tests: true,
    needs: ['build'],
  },
  package: { command: () => tool('@vscode/vsce/vsce', 'package', '--out', vsix), refuse: /\bWARNING\b/ },
  ui: { command: browserTests('ui'), tests: true, needs: ['package'] },
  start: { command: browserTests('start'), tests: true },
};
// The first run of a part that needs VS Code, Chromium, Neovim, Emacs or cURL installs them.
const limit = 8 * 60_000;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { grep: { type: 'string' } } });
function grep() {
  return values.grep ? [`--grep=${values.grep}`] : [];
}

/** Parts to run: those named with what they need, or all. */
function choose() {
  const unknown = positionals.find((name) => !(name in parts));
  if (unknown) throw new Error(`There is no part "${unknown}". The parts are: ${Object.keys(parts).join(', ')}.`);
  const wanted = positionals.length > 0 ? positionals : Object.keys(parts);
  const withNeeds = new Set(wanted.flatMap((name) => [...(parts[name].needs ?? []), name]));
  return Object.keys(parts).filter((name) => withNeeds.has(name));
}

let current;
/** Runs a command in its own process group and gives `{ code, output }`; at the limit the whole group is ended. */
function run([program, ...args]) {
  return new Promise((resolve) => {
    const env = { ...process.env, SUITE_GREP: values.grep ?? '', UI_VSIX: vsix };
    const command = program === 'node' ? process.execPath : program;
    const child = spawn(command, args, { cwd: root, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    current = child;
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    const timer = setTimeout(() => {
      output += `\nEnded after ${limit / 60_000} minutes.`;
      endGroup(child);
    }, limit);
    const finish = (code) => {
      clearTimeout(timer);
      resolve({ code, output });
    };
    child.on('error', (error) => {
      output += error.message;
      finish(1);
    });
    child.on('close', finish);
  });
}

function endGroup(child) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}

/** Runs one part and gives `{ passed, failed, report }`. */
async function check(name) {
  const { command, tests, refuse } = parts[name];
  const resultFile = path.join(out, `${name}.json`);
  fs.rmSync(resultFile, { force: true });
  const { code, output } = await run(command(resultFile));
  if (!tests) {
    const failed = code !== 0 || refuse?.test(output);
    return { passed: failed ? 0 : 1, failed: failed ? 1 : 0, report: failed ? output : '' };
  }
  // A green exit alone is no evidence: the result file is.
  if (!fs.existsSync(resultFile))
    return { passed: 0, failed: 1, report: `${output}\nNo result: the tests did not run to their end.` };
  const { stats, failures } = JSON.parse(fs.readFileSync(resultFile, 'utf8'));
  const reports = failures.map(({ fullTitle, err }) => `✗ ${fullTitle}\n${err.stack || err.message}\n`);
  let failed = failures.length + stats.pending;
  if (stats.pending > 0) reports.push(`${stats.pending} tests are skipped. A skipped test is a failed one.`);
  if (failed === 0 && (stats.passes === 0 || code !== 0)) {
    failed = 1;
    reports.push(stats.passes === 0 ? 'No test ran.' : `${output}\nEnded with ${code} after all tests passed.`);
  }
  return { passed: stats.passes, failed, report: reports.join('\n') };
}

async function test() {
  const chosen = choose();
  ensurePackages();
  fs.mkdirSync(out, { recursive: true });
  const rows = [];
  for (const name of chosen) {
    process.stdout.write(`${name} … `);
    const begin = Date.now();
    const missing = (parts[name].needs ?? []).find((need) => rows.some((row) => row.name === need && row.failed > 0));
    const result = missing ? { passed: 0, failed: 1, report: `Cannot run: ${missing} failed.` } : await check(name);
    const seconds = ((Date.now() - begin) / 1000).toFixed(1);
    console.log(`${result.failed > 0 ? 'FAILED' : 'ok'} (${seconds} s)`);
    if (result.report) console.log(`\n${result.report.trim()}\n`);
    rows.push({ name, ...result, seconds });
  }
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  console.log();
  for (const { name, passed, failed, seconds } of rows) {
    console.log(
      `${name.padEnd(10)}${`${passed} passed`.padStart(12)}${`${failed} failed`.padStart(12)}${`${seconds} s`.padStart(10)}`,
    );
  }
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') > 0 ? 1 : 0;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    if (current) endGroup(current);
    process.exit(130);
  });
}
test().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error.message);
    console.log('\n0 passed, 1 failed');
    process.exit(1);
  },
);
