import * as vscode from 'vscode';
import { createAccounts } from './accounts/accounts';
import { createFileSecrets } from './accounts/fileSecrets';
import { createTokens } from './accounts/tokens';
import { registerCommands } from './commands';
import { enterSecrets } from './commands/addAccount';
import { requireAccess } from './commands/requireAccess';
import { whereItHappened } from './commands/runCommand';
import { documentSelector } from './documents';
import { check, createLanguageClient } from './languageClient';
import * as messages from './messages';
import { registerPasteRepair } from './paste';
import { logCalls } from './platform/callLog';
import { nodeFetch } from './platform/http';
import { createLastResponse } from './provisioning/lastResponse';
import { createLock } from './provisioning/lock';
import { createProvisioner } from './provisioning/provision';
import { registerCodeLens } from './views/codeLens';
import { openResponseDocument, registerResponseDocument } from './views/responseDocument';
import { registerStatusBar } from './views/statusBar';
import { windowUi as ui } from './windowUi';

const sandboxSetting = 'cloudElements.sandbox.url';

/** Builds the parts and registers them. Awaits nothing: language features come up signed out, offline and untrusted. */
export function activate(context: vscode.ExtensionContext): void {
  const { globalState, secrets, extensionUri, globalStorageUri } = context;
  const log = vscode.window.createOutputChannel(messages.channelName, { log: true });
  const selector = documentSelector((vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme));
  const client = createLanguageClient(vscode.Uri.joinPath(extensionUri, 'dist', 'server.js').fsPath, selector);

  const http = logCalls(nodeFetch, (line) => {
    log.info(line);
  });
  const sandboxUrl = () => vscode.workspace.getConfiguration().get(sandboxSetting, '');
  const accounts = createAccounts(globalState, secrets, sandboxUrl);
  const tokens = createTokens(globalState, secrets, () => new Date());
  const lastResponse = createLastResponse();
  const fileSecrets = createFileSecrets(globalState, secrets);
  const accountServices = { ui, http, accounts };
  const shared = { ...accountServices, tokens, fileSecrets, lastResponse, showResponse: openResponseDocument };
  const provision = createProvisioner({
    ...shared,
    lock: createLock(vscode.Uri.joinPath(globalStorageUri, 'locks').fsPath),
    now: Date.now,
    check: (text, uri) => check(client, text, uri),
    requireAccess: () => requireAccess(accountServices),
    enterSecrets: (account) => enterSecrets(accountServices, account),
    // Not what every object inherits, such as `constructor`.
    environment: (name) => (Object.hasOwn(process.env, name) ? process.env[name] : undefined),
  });
  const readOwnFile = async (path: string) =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, path)));

  context.subscriptions.push(
    log,
    client,
    registerCommands({ ...shared, log, provision, readOwnFile }),
    registerResponseDocument(lastResponse),
    registerCodeLens(selector, accounts),
    registerPasteRepair(selector, client),
    registerStatusBar(accounts),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(sandboxSetting)) accounts.changed();
    }),
    // Another window may have switched the account.
    vscode.window.onDidChangeWindowState(accounts.changed),
  );
  client.start().catch((error: unknown) => {
    log.error(`The language server did not start: ${whereItHappened(error)}`);
    void ui.tell({ tone: 'error', text: messages.serverFailed });
  });
}
