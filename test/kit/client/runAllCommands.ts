import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { createAccounts } from '../../../engine/src/accounts/storedAccounts';
import { createFileSecrets } from '../../../engine/src/accounts/fileSecrets';
import { createTokens } from '../../../engine/src/accounts/tokens';
import { copySupport } from '../../../client/src/features/support/copySupport';
import { copyToken } from '../../../client/src/features/provision/copyToken';
import { currentAccount, requireAccess } from '../../../client/src/features/accounts/requireAccess';
import { runCommand } from '../../../client/src/vscode/runCommand';
import { createLog } from '../../../client/src/vscode/log';
import { logCalls } from '../../../engine/src/platform/callLog';
import { nodeFetch } from '../../../engine/src/platform/http';
import { createConsents } from '../../../engine/src/provisioning/consents';
import { createLastResponse } from '../../../engine/src/provisioning/outcome/lastResponse';
import { createLock } from '../../../engine/src/provisioning/lock';
import { requestPreview } from '../../../engine/src/provisioning/requestPreview';
import { createRecords } from '../../../engine/src/provisioning/records';
import { createProvisioner } from '../../../engine/src/provisioning/provision';
import type { ProvisionContext } from '../../../engine/src/provisioning/provisionContext';
import { aWindow, fakePages, fakeUi, memorySecrets, memoryState, quietChannel, type Script } from './fakes';
import { createWholeRequests } from '../../../engine/src/provisioning/wholeRequest';
import { aSource, withoutSignIn } from './ownWindow';

/**
 * Does all that a person can do with a file, with an account that is added for it: previews it, provisions it, copies the
 * token and the diagnostics for support. Gives all that was shown, logged, or written in clear, in one text.
 */
export async function runAllCommands(
  text: string,
  script: Script,
  folder: string,
  own: Pick<ProvisionContext, 'check' | 'environment'> & Partial<ProvisionContext>,
): Promise<string> {
  const ui = fakeUi(script);
  const pages = fakePages();
  const [state, store] = [memoryState(), memorySecrets()];
  const log = createLog(quietChannel, () => true);
  const http = logCalls(nodeFetch, log);
  const accounts = createAccounts(state, store, () => '');
  const tokens = createTokens(state, store, () => new Date());
  const lastResponse = createLastResponse();
  const fileSecrets = createFileSecrets(state, store);
  const marks: unknown[] = [];
  const provision = createProvisioner({
    ui,
    http,
    tokens,
    fileSecrets,
    consents: createConsents(state),
    wholeRequests: createWholeRequests(ui, pages),
    lastResponse,
    ...withoutSignIn(),
    trace: log.debug,
    showProblems: (_, problems) => void marks.push(problems),
    lock: createLock(folder),
    records: createRecords(path.join(folder, 'creations')),
    now: Date.now,
    requireAccess: () => requireAccess({ ui, http, accounts }),
    currentAccount: (id) => currentAccount(accounts, id),
    enterSecrets: () => Promise.resolve(),
    showResponse: () => Promise.resolve(),
    ...own,
  });
  const source = aSource(text);
  await runCommand({ ui, log }, 'provision', () => provision(source));
  await runCommand({ ui, log }, 'copy', () => copyToken({ ui, tokens, accounts }));
  await runCommand({ ui, log }, 'support', () =>
    copySupport({ ui, accounts, lastResponse, log, windowFacts: () => aWindow }),
  );
  // The token that was asked for is on the clipboard, too.
  const support = ui.copied.at(-1);
  const preview = await requestPreview({ ...own, fileSecrets, now: Date.now }, accounts.active(), source);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name));
  const contents = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  const shown = [
    ui.everythingShown(),
    ...pages.opened.map(({ text }) => text),
    JSON.stringify(marks),
    support,
    preview,
    ...log.lines(),
    lastResponse.text(),
  ];
  return [...shown, state.dump(), ...files, ...contents].join('\n');
}

const inJson = (text: string) => JSON.stringify(text).slice(1, -1);
const inHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('\n', '&#10;');
const spellings: readonly ((secret: string) => string)[] = [
  (secret) => secret,
  inJson,
  (secret) => inJson(inJson(secret)).replaceAll('/', '\\/'),
  encodeURIComponent,
  (secret) => encodeURIComponent(secret).replaceAll(/%../g, (byte) => byte.toLowerCase()),
  (secret) => new URLSearchParams({ a: secret }).toString().slice(2),
  inHtml,
  (secret) => Buffer.from(secret).toString('base64'),
  (secret) => Buffer.from(`me:${secret}`).toString('base64url'),
];

/** A secret in all spellings in which a provider, or what is before it, hands it back. */
export function inAllSpellings(secret: string): string {
  return spellings.map((spell) => spell(secret)).join(' ');
}

/** Whether a secret stands in a text in any of the spellings it may have there. */
export function containsSecret(text: string, secret: string): boolean {
  // Of base64, what its end shares with what follows is not part of it.
  return spellings.some((spell) => text.includes(spell(secret).replace(/.?=*$/, '')));
}
