// npm test: every check of the project, in order; its last line is `N passed, N failed`.
// `node scripts/test.mjs unit` runs one part (and what it needs), `--grep <text>` only the tests whose titles match,
// `--all` also what the part ui repeats at other speeds, in other themes and so on (test/e2e/ui/more), `--vscode newest` the parts
// suite and ui in the newest VS Code (scripts/vscodes.mjs lists the choices). `--list` prints the parts and runs none.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chooseParts, listParts } from './chooseParts.mjs';
import { ensurePackages, root } from './setup.mjs';
import { runCheck, runTests, stop } from './testRun.mjs';
import { vscodeName } from './vscodes.mjs';

const out = path.join(root, 'out/test');
const vsix = path.join(out, 'cloud-elements-instances.vsix');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    grep: { type: 'string' },
    all: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    vscode: { type: 'string' },
  },
});

const tool = (name, ...args) => ['node', `node_modules/${name}`, ...args];
/** Mocha with a long timeout for busy machines, which only ends tests that hang. */
const mocha =
  (...args) =>
  (events) =>
    tool('mocha/bin/mocha.js', '--timeout=300000', ...args, ...reporter(events));
const script = (name) => (events) => ['npm', 'run', '--silent', name, '--', ...reporter(events)];
const reporter = (events) => [
  ...['--reporter=test/kit/streamReporter.ts', `--reporter-option=output=${events}`],
  ...(values.grep ? [`--grep=${values.grep}`] : []),
];
const testFiles = (...folders) =>
  folders.flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder))
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => path.posix.join(folder, name)),
  );

/** Each file is a run of its own. The tests of a file build on each other, so the results after a failed one mean nothing. */
const uiRuns = (files) => files.map((file) => [path.basename(file), (events) => [...mocha('--bail')(events), file]]);
const suite = (events) => ['node', '--import', 'tsx', 'test/e2e/runTest.ts', events];

// title: for --list. command: one check. tests: a run of Mocha, which gets the file to write its events to. runs: several of these,
// by their names. choosesVSCode: runs in the VS Code that --vscode names. vscode: always runs in this one.
const parts = {
  types: { title: 'TypeScript compiles', command: tool('typescript/bin/tsc', '-b') },
  lint: { title: 'ESLint has no complaint', command: tool('eslint/bin/eslint.js', '.') },
  format: { title: 'Prettier has formatted every file', command: tool('prettier/bin/prettier.cjs', '--check', '.') },
  generated: {
    title: 'Generated files are fresh',
    command: ['node', '--import', 'tsx', 'scripts/generate.ts', '--check'],
  },
  build: { title: 'esbuild bundles client and server', command: ['node', 'scripts/build.mjs'] },
  unit: { title: 'Unit tests of all rooms, of the documents and of the scripts', tests: script('test:unit') },
  catalog: { title: 'Schemas, samples and requests of every element', tests: script('test:catalog') },
  fuzz: { title: 'Random texts and edits', tests: mocha('test/fuzz/*.test.ts') },
  growth: { title: 'Work is linear in the length of a text', tests: mocha('test/growth/*.test.ts') },
  kill: { title: 'A window ends at any step of a request', tests: mocha('test/kill/*.test.ts') },
  // Installs what the parts below need: VS Code, Chromium, Neovim, Emacs, cURL.
  install: { title: 'Installs VS Code, Chromium, Neovim, Emacs and cURL', command: ['node', 'scripts/setup.mjs'] },
  curl: { title: 'cURL commands in a real shell', tests: mocha('test/curl/**/*.test.ts'), needs: ['install'] },
  bundle: { title: 'The bundled language server', tests: mocha('test/bundle/**/*.test.ts'), needs: ['build'] },
  server: { title: 'Packages the language server for other editors', command: ['node', 'scripts/packageServer.mjs'] },
  editors: {
    title: 'The settings of docs/editors.md in Neovim and Emacs',
    tests: mocha('test/editors/**/*.test.ts'),
    needs: ['install', 'server'],
  },
  suite: {
    title: 'The extension in a real extension host',
    tests: suite,
    choosesVSCode: true,
    needs: ['install', 'build'],
  },
  package: {
    title: 'Packages the extension',
    command: ['node', 'scripts/packageExtension.mjs', '--out', vsix],
    refuse: /\bWARNING\b/,
  },
  reproducible: {
    title: 'Two builds have the same hash; all bundled libraries are listed',
    tests: mocha('test/package/*.test.ts'),
  },
  ui: {
    title: 'The packaged extension in a real workbench',
    runs: () => uiRuns(testFiles('test/e2e/ui', ...(values.all ? ['test/e2e/ui/more'] : []))),
    choosesVSCode: true,
    needs: ['install', 'package'],
  },
  'install-newest': { title: 'Installs the newest VS Code', command: ['node', 'scripts/setup.mjs'], vscode: 'newest' },
  newest: {
    title: 'Suite and one story in the newest VS Code',
    runs: () => [['suite', suite], ...uiRuns(['test/e2e/ui/story.test.ts'])],
    vscode: 'newest',
    needs: ['install-newest', 'package'],
  },
  start: { title: 'npm start', tests: mocha('test/e2e/start/*.test.ts'), needs: ['install'] },
};

/** Runs one part and gives `{ passed, failed, report }`. */
async function check(name) {
  const { command, refuse, tests, runs, vscode } = parts[name];
  const env = { SUITE_GREP: values.grep ?? '', UI_VSIX: vsix, TEST_VSCODE: vscodeName(vscode ?? values.vscode) };
  if (command) return runCheck(command, env, refuse);
  const results = [];
  if (tests) results.push(await runTests(tests(path.join(out, `${name}.jsonl`)), env, path.join(out, `${name}.jsonl`)));
  for (const [run, runTo] of runs?.() ?? []) {
    const events = path.join(out, `${name}-${path.basename(run, '.test.ts')}.jsonl`);
    if (results.length === 0) console.log();
    results.push(await timed(`  ${run}`, () => runTests(runTo(events), env, events)));
  }
  const passed = sum(results, 'passed');
  const failed = sum(results, 'failed');
  // Runs have already printed their own reports.
  const report = runs ? '' : results[0].report;
  return passed + failed > 0 ? { passed, failed, report } : { passed, failed: 1, report: `${report}\nNo test ran.` };
}

/** Prints that something starts, and its result and duration when it ends. */
async function timed(name, work) {
  process.stdout.write(`${name} … `);
  const begin = Date.now();
  const result = await work();
  const seconds = ((Date.now() - begin) / 1000).toFixed(1);
  const count = [result.passed > 1 && `${result.passed} passed`, result.failed > 0 && `${result.failed} FAILED`];
  console.log(`${count.filter(Boolean).join(', ') || 'ok'} (${seconds} s)`);
  if (result.report) console.log(`\n${result.report.trim()}\n`);
  return { ...result, seconds };
}

const sum = (rows, key) => rows.reduce((total, row) => total + row[key], 0);

async function test() {
  const chosen = chooseParts(parts, positionals, values.vscode);
  if (values.list) {
    console.log(listParts(parts, chosen).join('\n'));
    return 0;
  }
  ensurePackages();
  fs.mkdirSync(out, { recursive: true });
  const rows = [];
  for (const name of chosen) {
    const missing = (parts[name].needs ?? []).find((need) => rows.some((row) => row.name === need && row.failed > 0));
    const result = await timed(name, async () =>
      missing ? { passed: 0, failed: 1, report: `Cannot run: ${missing} failed.` } : check(name),
    );
    rows.push({ name, ...result });
  }
  console.log();
  for (const { name, passed, failed, seconds } of rows) {
    console.log(
      `${name.padEnd(16)}${`${passed} passed`.padStart(12)}${`${failed} failed`.padStart(12)}${`${seconds} s`.padStart(10)}`,
    );
  }
  console.log(`\n${sum(rows, 'passed')} passed, ${sum(rows, 'failed')} failed`);
  return sum(rows, 'failed') > 0 ? 1 : 0;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    stop();
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
