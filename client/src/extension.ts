import * as vscode from 'vscode';
import { registerCommands } from './commands';
import { whereItHappened } from './commands/runCommand';
import { documentSelector } from './features/editing/documentSelector';
import { createLanguageClient } from './vscode/languageClient';
import * as messages from '../../engine/src/messages';
import { registerPasteRepair } from './features/editing/pasteRepair';
import { createServices, sandboxSetting } from './services';
import { startWhenNeeded } from './features/editing/startServer';
import { registerCodeLens } from './features/provision/codeLens';
import { registerCurlFiles } from './features/curl/curlFiles';
import { registerStatusBar } from './features/accounts/statusBar';

/** Builds the parts and registers them. Awaits nothing: language features come up signed out, offline and untrusted. */
export function activate(context: vscode.ExtensionContext): void {
  const selector = documentSelector((vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme));
  const schemes = selector.map(({ scheme }) => scheme);
  const serverModule = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const client = createLanguageClient(serverModule, selector);
  const services = createServices(context, client);
  const { accounts, log, ui } = services;

  context.subscriptions.push(
    client,
    registerCommands(services),
    registerCodeLens(selector, accounts),
    registerPasteRepair(selector, client),
    registerStatusBar(accounts),
    registerCurlFiles(client, schemes),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(sandboxSetting)) accounts.changed();
    }),
    // Another window may have switched the account.
    vscode.window.onDidChangeWindowState(accounts.changed),
  );
  context.subscriptions.push(
    startWhenNeeded(client, schemes, (error) => {
      log.error(`The language server did not start: ${whereItHappened(error)}`);
      void ui.tell({ tone: 'error', text: messages.serverFailed });
    }),
  );
}
