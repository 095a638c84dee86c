import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { createAccounts } from './accounts/storedAccounts';
import { createFileSecrets } from './accounts/fileSecrets';
import { createTokens } from './accounts/tokens';
import { enterSecrets } from './commands/account/enterSecrets';
import { currentAccount, requireAccess } from './commands/account/requireAccess';
import type { Services } from './commands/services';
import { check, readCurl } from './languageClient';
import { createLog } from './log';
import * as messages from './messages';
import { logCalls } from './platform/callLog';
import { nodeFetch } from './platform/http';
import type { Source } from './provisioning/approve';
import { createConsents } from './provisioning/consents';
import { createLastResponse } from './provisioning/outcome/lastResponse';
import { createLock } from './provisioning/lock';
import { previewRequest } from './provisioning/preview';
import { createProvisioner } from './provisioning/provision';
import { createRecords } from './provisioning/records';
import { createWholeRequests } from './provisioning/wholeRequest';
import { createPlatformProblems } from './views/platformProblems';
import { createPreviewDocuments } from './views/previewDocument';
import { createRequestPages } from './views/requestPages';
import { createResponseDocument } from './views/responseDocument';
import { wait } from './wait';
import { createWindowBrowser } from './window/browser';
import { curlWindow } from './window/curl';
import { readWindowFacts } from './window/facts';
import { windowTexts } from './window/texts';
import { windowUi as ui } from './window/ui';

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
    const text = await previewRequest({ ...shared, now: () => new Date() }, accounts.active(), source);
    await previews.open(source.uri, text);
  };
  const readOwnFile = async (path: string) =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, path)));
  return { ...shared, log, provision, preview, readOwnFile, windowFacts: () => readWindowFacts(context, client) };
}
