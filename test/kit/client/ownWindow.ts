import type { Account } from '../../../engine/src/accounts/accounts';
import { createFileSecrets } from '../../../engine/src/accounts/fileSecrets';
import type { Secrets } from '../../../engine/src/accounts/memento';
import { createTokens } from '../../../engine/src/accounts/tokens';
import { nodeFetch } from '../../../engine/src/platform/http';
import { createConsents } from '../../../engine/src/provisioning/consents';
import path from 'node:path';
import { createLastResponse } from '../../../engine/src/provisioning/outcome/lastResponse';
import { createLock } from '../../../engine/src/provisioning/lock';
import type { LocatedFailure } from '../../../engine/src/provisioning/outcome/locateFailure';
import { createRecords } from '../../../engine/src/provisioning/records';
import { createProvisioner } from '../../../engine/src/provisioning/provision';
import type { Browser, ProvisionContext, EditorDocument } from '../../../engine/src/provisioning/provisionContext';
import { createWholeRequests } from '../../../engine/src/provisioning/wholeRequest';
import { fakePages, fakeUi, memorySecrets, memoryState, type Script } from './fakes';
import type { useSandbox } from './ownSandbox';

/** What a test may replace in a window; the rest is real, but for the person and the storage. */
export interface Own extends Partial<ProvisionContext> {
  readonly secrets?: Secrets;
  readonly state?: ReturnType<typeof memoryState>;
  readonly account?: Partial<Account>;
}

let windows = 0;

/** One window of VS Code on a sandbox, with records of its own: everything but the window itself is real. */
export function openWindow({ sandbox, folder }: ReturnType<typeof useSandbox>, script: Script = {}, own: Own = {}) {
  const { secrets = memorySecrets(), state = memoryState(), account: changes, ...replaced } = own;
  const ui = fakeUi(script);
  const pages = fakePages();
  const { user, organization } = sandbox.secrets;
  const plain: Account = { id: 'mine', label: 'Mine', baseUrl: sandbox.baseUrl, kind: 'test', confirms: true };
  const account: Account = { ...plain, ...changes };
  const access = { baseUrl: account.baseUrl, userSecret: user, organizationSecret: organization };
  const events: string[] = [];
  const record = (event: string) => {
    events.push(event);
    return Promise.resolve();
  };
  const marks: (readonly LocatedFailure[])[] = [];
  const tokens = createTokens(state, secrets, () => new Date());
  const lastResponse = createLastResponse();
  const context: ProvisionContext = {
    ui,
    http: nodeFetch,
    tokens,
    fileSecrets: createFileSecrets(state, secrets),
    consents: createConsents(state),
    wholeRequests: createWholeRequests(ui, pages),
    environment: () => undefined,
    lastResponse,
    lock: createLock(folder),
    records: createRecords(path.join(folder, `creations-${(windows += 1)}`)),
    now: Date.now,
    ...withoutSignIn(),
    check: () => Promise.resolve({ problems: [], elementName: 'Help Scout', entries: [], secretEntries: [] }),
    requireAccess: () => Promise.resolve({ account, access }),
    currentAccount: () => context.requireAccess(),
    enterSecrets: ({ label }) => record(`enter secrets of ${label}`),
    showResponse: () => record('show response'),
    showProblems: (_, problems) => {
      marks.push(problems);
    },
    ...replaced,
  };
  return {
    ui,
    pages,
    state,
    secrets,
    tokens,
    lastResponse,
    events,
    marks,
    context,
    account,
    provision: createProvisioner(context),
  };
}

/** A browser that nothing may open. */
export const noBrowser: Browser = {
  editorAddress: 'vscode://cloud-elements-instances.cloud-elements-instances',
  open: (url) => Promise.reject(new Error(`Nothing was to be opened, and ${new URL(url).origin} is.`)),
  reaches: () => Promise.resolve(true),
  onRedirect: () => () => undefined,
};

/** What a sign-in needs, where there is none. */
export const withoutSignIn = () => ({
  browser: noBrowser,
  // What a person does takes no time here, so that the limit of a sign-in never comes; the pauses of a look are over at once.
  wait: (milliseconds: number) => (milliseconds < 10_000 ? Promise.resolve() : new Promise<void>(() => undefined)),
  trace: () => undefined,
  usedAnswers: new Set<string>(),
  runningSignIns: new Map(),
});

let documents = 0;

/** A document of its own with this text. */
export function aSource(text: string): EditorDocument {
  documents += 1;
  const uri = `file:///${documents}/instance.json`;
  return { name: uri, uri, text: () => text, goTo: () => Promise.resolve() };
}
