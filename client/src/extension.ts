import './vscode/editorLanguage';
import * as vscode from 'vscode';
import { logCalls } from '../../engine/src/platform/callLog';
import { nodeFetch } from '../../engine/src/platform/http';
import { createLastResponse } from '../../engine/src/provisioning/outcome/lastResponse';
import { accountFlows, activateAccounts } from './features/accounts';
import { activateCurl } from './features/curl';
import { activateEditing, elementPicker } from './features/editing';
import { activateProvision } from './features/provision';
import { activateSecrets } from './features/secrets';
import { activateSupport } from './features/support';
import { curlWindow } from './vscode/curlWindow';
import { documentSelector } from './vscode/documentSelector';
import { editorDocuments } from './vscode/editorDocument';
import { lazyLanguageServer } from './vscode/lazyLanguageServer';
import { openLog } from './vscode/openLog';
import { openStores } from './vscode/storage';
import { readWindowFacts } from './vscode/windowFacts';
import { windowUi } from './vscode/windowUi';

/**
 * Creates what the features share, and activates each feature. It awaits nothing, so that language features also work without
 * secrets, without a network and in an untrusted workspace.
 */
export function activate(context: vscode.ExtensionContext): void {
  const { extension, extensionUri, subscriptions } = context;
  const ownFile = (path: string) => vscode.Uri.joinPath(extensionUri, path);
  const readOwnFile = async (path: string) =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(ownFile(path)));

  const log = openLog();
  const window = { ui: windowUi, log };
  const stores = openStores(context);
  const { accounts, fileSecrets } = stores;
  const http = logCalls(nodeFetch, log);
  const lastResponse = createLastResponse();
  const flows = accountFlows({ ...window, http, accounts });

  const selector = documentSelector((vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme));
  const server = lazyLanguageServer(ownFile('dist/server.js').fsPath, selector);
  const { check, readCurl } = server;

  subscriptions.push(
    log,
    server,
    activateEditing({ ...window, server, selector, readOwnFile }),
    activateAccounts({ ...window, ...stores, http }),
    activateProvision({
      ...window,
      ...stores,
      ...flows,
      check,
      http,
      lastResponse,
      selector,
      extensionId: extension.id,
    }),
    activateSecrets({
      ...window,
      ...flows,
      check,
      fileSecrets,
      documents: editorDocuments,
      pickElement: elementPicker({ ...window, readOwnFile }),
    }),
    activateCurl({ ...window, ...flows, check, readCurl, accounts, server, selector, curlWindow }),
    activateSupport({ ...window, accounts, lastResponse, windowFacts: () => readWindowFacts(context, server) }),
  );
}
