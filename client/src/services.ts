import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { createAccounts } from '../../engine/src/accounts/storedAccounts';
import { createFileSecrets } from '../../engine/src/accounts/fileSecrets';
import { createTokens } from '../../engine/src/accounts/tokens';
import { enterSecrets } from './features/accounts/enterSecrets';
import { currentAccount, requireAccess } from './features/accounts/requireAccess';
import type { Services } from './commands/context';
import { check, readCurl } from './vscode/languageClient';
import { createLog } from './vscode/log';
import * as messages from '../../engine/src/messages';
import { logCalls } from '../../engine/src/platform/callLog';
import { nodeFetch } from '../../engine/src/platform/http';
import type { Source } from '../../engine/src/provisioning/provisionContext';
import { createConsents } from '../../engine/src/provisioning/consents';
import { createLastResponse } from '../../engine/src/provisioning/outcome/lastResponse';
import { createLock } from '../../engine/src/provisioning/lock';
import { requestPreview } from '../../engine/src/provisioning/requestPreview';
import { createProvisioner } from '../../engine/src/provisioning/provision';
import { createRecords } from '../../engine/src/provisioning/records';
import { createWholeRequests } from '../../engine/src/provisioning/wholeRequest';
import { createPlatformProblems } from './features/provision/platformProblems';
import { createPreviewDocuments } from './features/provision/previewDocument';
import { createRequestPages } from './features/provision/requestPages';
import { createResponseDocument } from './features/provision/responseDocument';
import { wait } from '../../engine/src/wait';
import { createWindowBrowser } from './vscode/windowBrowser';
import { curlWindow } from './vscode/windowFiles';
import { readWindowFacts } from './vscode/windowFacts';
import { windowTexts } from './vscode/windowTexts';
import { windowUi as ui } from './vscode/windowUi';

export const sandboxSetting = 'cloudElements.sandbox.url';

/** Builds what the commands share over the window and the storage of VS Code. Awaits nothing. */
export function createServices(context: vscode.ExtensionContext, client: LanguageClient): Services {
  const { globalState, secrets, extensionUri, globalStorageUri } = context;
  const channel = vscode.window.createOutputChannel(messages.channelName, 'log');
  const log = createLog(channel, () => vscode.workspace.getConfiguration().get('cloudElements.log.level'));
  const http = logCalls(nodeFetch, log);
  const sandboxUrl = () => vscode.workspace.getConfiguration().get(sandboxSetting, '');
  const accounts = createAccounts(globalState, secrets, sandboxUrl);
  const tokens = createTokens(globalState, secrets, () => new Date());
  const fileSecrets = createFileSecrets(globalState, secrets);
  const records = createRecords(vscode.Uri.joinPath(globalStorageUri, 'creations').fsPath);
  const lastResponse = createLastResponse();
  const responseDocument = createResponseDocument(lastResponse);
  const accountServices = { ui, http, accounts };
  const shared = {
    ...accountServices,
    tokens,
    fileSecrets,
    consents: createConsents(globalState),
    records,
    lastResponse,
    showResponse: responseDocument.open,
    check: (text: string, uri: string) => check(client, text, uri),
    readCurl: (text: string) => readCurl(client, text),
    openTexts: windowTexts,
    curlWindow,
    // Not what every object inherits, such as `constructor`.
    environment: (name: string) => (Object.hasOwn(process.env, name) ? process.env[name] : undefined),
  };
  const browser = createWindowBrowser(context.extension.id, ui);
  const platformProblems = createPlatformProblems();
  const requestPages = createRequestPages();
  context.subscriptions.push(channel, browser, platformProblems, responseDocument, requestPages);
  const provision = createProvisioner({
    ...shared,
    browser,
    wait,
    trace: log.debug,
    showProblems: platformProblems.show,
    usedAnswers: new Set(),
    runningSignIns: new Map(),
    wholeRequests: createWholeRequests(ui, requestPages),
    lock: createLock(vscode.Uri.joinPath(globalStorageUri, 'locks').fsPath),
    now: Date.now,
    requireAccess: () => requireAccess(accountServices),
    currentAccount: (id) => currentAccount(accounts, id),
    enterSecrets: (account) => enterSecrets(accountServices, account),
  });
  const previews = createPreviewDocuments();
  context.subscriptions.push(previews);
  const preview = async (source: Source) => {
    const text = await requestPreview({ ...shared, now: Date.now }, accounts.active(), source);
    await previews.open(source.uri, text);
  };
  const readOwnFile = async (path: string) =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, path)));
  return { ...shared, log, provision, preview, readOwnFile, windowFacts: () => readWindowFacts(context, client) };
}
