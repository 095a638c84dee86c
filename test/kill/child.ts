// A window that is killed. Run as a process of its own: presses Provision over the real code, with storage on disk, and ends
// itself at the step that KILL_AT names; else writes what was said and what is kept to standard output.
import fs from 'node:fs';
import path from 'node:path';
import { createFileSecrets } from '../../engine/src/accounts/fileSecrets';
import type { Secrets, State } from '../../engine/src/accounts/memento';
import { createTokens } from '../../engine/src/accounts/tokens';
import { nodeFetch } from '../../engine/src/platform/http';
import { createConsents } from '../../engine/src/provisioning/consents';
import { createLock } from '../../engine/src/provisioning/lock';
import { createLastResponse } from '../../engine/src/provisioning/outcome/lastResponse';
import { createProvisioner } from '../../engine/src/provisioning/provision';
import { createWholeRequests } from '../../engine/src/provisioning/wholeRequest';
import { createRecords, isResolved } from '../../engine/src/provisioning/records';
import { fakeUi } from '../kit/client/fakes';
import type { ChildInput, ChildOutput, Step } from './steps';

const { folder, text, account, access, press, killAt } = JSON.parse(process.env['CHILD'] ?? '{}') as ChildInput;

function reach(step: Step): void {
  if (step === killAt) process.kill(process.pid, 'SIGKILL');
}

/** Runs something between two steps. */
async function between<T>(before: Step, run: () => PromiseLike<T>, after: Step): Promise<T> {
  reach(before);
  const value = await run();
  reach(after);
  return value;
}

/** Values by key in one file, which is written at once. */
function onDisk(name: string) {
  const file = path.join(folder, name);
  const read = () =>
    fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, unknown>) : {};
  const write = (key: string, value: unknown) => {
    fs.writeFileSync(file, JSON.stringify({ ...read(), [key]: value }));
  };
  return { read, write };
}

const stateFile = onDisk('state.json');
const state: State = {
  get: (key) => stateFile.read()[key],
  update: (key, value) => {
    stateFile.write(key, value);
    return Promise.resolve();
  },
};
const secretsFile = onDisk('secrets.json');
const secrets: Secrets = {
  get: (key) => Promise.resolve(secretsFile.read()[key] as string | undefined),
  store: (key, value) =>
    between(
      'token about to be stored',
      () => {
        secretsFile.write(key, value);
        return Promise.resolve();
      },
      'token stored, not listed',
    ),
  delete: () => Promise.resolve(),
};

/** Resolves once the sandbox has the request. */
async function arrived(): Promise<void> {
  for (;;) {
    const counts: unknown = await (await fetch(new URL('/sandbox/requests', access.baseUrl))).json();
    if (JSON.stringify(counts).includes('POST /instances')) return;
  }
}

const ui = fakeUi({ press });
const [lock, records] = [createLock(path.join(folder, 'locks')), createRecords(path.join(folder, 'creations'))];
const tokens = createTokens(state, secrets, () => new Date());
const provision = createProvisioner({
  ui,
  tokens: {
    ...tokens,
    store: (...kept) => between('answered', () => tokens.store(...kept), 'token kept'),
  },
  lock: (name) => between('about to lock', () => lock(name), 'locked'),
  records: {
    ...records,
    write: (record) =>
      isResolved(record)
        ? between('about to complete', () => records.write(record), 'completed')
        : between('about to record', () => records.write(record), 'recorded'),
  },
  http: async (request) => {
    if (request.method !== 'POST') return nodeFetch(request);
    reach('about to send');
    if (killAt === 'sent')
      void arrived().then(() => {
        reach('sent');
      });
    return nodeFetch(request);
  },
  fileSecrets: createFileSecrets(state, secrets),
  consents: createConsents(state),
  wholeRequests: createWholeRequests(ui, { open: () => Promise.reject(new Error('No page is to be opened.')) }),
  lastResponse: createLastResponse(),
  environment: () => undefined,
  now: Date.now,
  wait: (milliseconds) => (milliseconds < 10_000 ? Promise.resolve() : new Promise(() => undefined)),
  trace: () => undefined,
  usedAnswers: new Set(),
  runningSignIns: new Map(),
  browser: {
    editorAddress: 'vscode://x.y',
    open: () => Promise.resolve(false),
    reaches: () => Promise.resolve(false),
    onRedirect: () => () => undefined,
  },
  check: () =>
    between(
      'question',
      () => Promise.resolve({ problems: [], elementName: 'Help Scout', entries: [], secretEntries: [] }),
      'checked',
    ),
  requireAccess: () => Promise.resolve({ account, access }),
  currentAccount: () => Promise.resolve({ account, access }),
  enterSecrets: () => Promise.resolve(),
  showResponse: () => Promise.resolve(),
  showProblems: () => undefined,
});

const uri = 'file:///kill/instance.json';
void provision({ name: uri, uri, text: () => text, goTo: () => Promise.resolve() }).then(async () => {
  const kept = await Promise.all(tokens.list().map((entry) => tokens.read(entry)));
  const output: ChildOutput = {
    shown: ui.shown.map((notice) => notice.text),
    kept: kept.filter((token) => token !== undefined),
  };
  process.stdout.write(JSON.stringify(output));
});
