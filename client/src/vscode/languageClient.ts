import * as vscode from 'vscode';
import { LanguageClient, RevealOutputChannelOn, State, TransportKind } from 'vscode-languageclient/node';
import { checkRequest, type CheckParams, type CheckResult } from '../../../common/src/protocol/checking';
import {
  curlFilesRequest,
  readCurlRequest,
  type CurlFile,
  type CurlFilesParams,
  type ReadCurl,
  type ReadCurlParams,
} from '../../../common/src/protocol/curl';
import { languageId, notARequestRequest, type NotARequestParams } from '../../../common/src/protocol/documents';
import { repairPasteRequest, type RepairPasteParams } from '../../../common/src/protocol/pasting';
import { translationsVariable } from '../../../common/src/protocol/translations';
import * as messages from './messages';
import type { DocumentFilter } from './documentSelector';
import type { LanguageServer, Paste } from './languageServer';
import { serverFlags } from './serverFlags';

/** A text of the largest size is checked in well under a second; who answers later is as good as down. */
const checkLimitMs = 10_000;
/** Nobody waits longer for a paste. */
const pasteLimitMs = 1_000;

/** The language server over a client of the library's. Its bundle is `serverModule`. It is not started yet. */
export function createLanguageServer(serverModule: string, selector: readonly DocumentFilter[]): LanguageServer {
  const schemes = new Set(selector.map(({ scheme }) => scheme));
  const env = { [translationsVariable]: vscode.l10n.uri?.toString() ?? '' };
  const server = (...flags: string[]) => {
    const options = { env, execArgv: [...serverFlags, ...flags] };
    return { module: serverModule, transport: TransportKind.ipc, options };
  };
  const client = new LanguageClient(
    'cloudElements',
    messages.serverName,
    // The server is debugged together with the extension: "Attach to Server" in .vscode/launch.json.
    { run: server(), debug: server('--inspect=6009') },
    {
      documentSelector: [...selector],
      outputChannel: vscode.window.createOutputChannel(messages.serverChannelName, { log: true }),
      // The library shows errors as they come from the server, which may quote a file. They are in its log, and a start that
      // failed is reported by the caller.
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationFailedHandler: () => false,
      diagnosticPullOptions: { onChange: true },
      // Offers the fix that runs `moveSecretCommand`, and checks the cURL commands of scripts.
      initializationOptions: { secretStore: true, curl: true },
      middleware: {
        // The server asks for scripts by their language alone: the other side of a diff is one, too.
        didOpen: (document, open) => (schemes.has(document.uri.scheme) ? open(document) : Promise.resolve()),
      },
    },
  );
  client.onRequest(notARequestRequest, letGo(client));
  return {
    start: () => client.start(),
    state: () => State[client.state].toLowerCase(),
    onDidChangeState: (listener) => client.onDidChangeState(listener),
    check: (text, uri) => check(client, text, uri),
    readCurl: (text) => readCurl(client, text),
    curlFiles: (document) => curlFiles(client, document),
    repairPaste: (paste, token) => repairPaste(client, paste, token),
    dispose: () => client.dispose(),
  };
}

function check(client: LanguageClient, text: string, uri: string): Promise<CheckResult> {
  const params: CheckParams = { text, uri };
  return inTime(checkLimitMs, client.sendRequest<CheckResult>(checkRequest, params));
}

function readCurl(client: LanguageClient, text: string): Promise<ReadCurl | null> {
  const params: ReadCurlParams = { text };
  return inTime(checkLimitMs, client.sendRequest<ReadCurl | null>(readCurlRequest, params));
}

function curlFiles(client: LanguageClient, document: vscode.TextDocument): Promise<CurlFile[]> {
  const params: CurlFilesParams = { textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document) };
  return inTime(checkLimitMs, client.sendRequest<CurlFile[]>(curlFilesRequest, params));
}

function repairPaste(
  client: LanguageClient,
  { document, range, text }: Paste,
  token: vscode.CancellationToken,
): Promise<string | null> {
  const converter = client.code2ProtocolConverter;
  const textDocument = converter.asTextDocumentIdentifier(document);
  const params: RepairPasteParams = { textDocument, range: converter.asRange(range), text };
  return inTime(pasteLimitMs, client.sendRequest<string | null>(repairPasteRequest, params, token));
}

async function inTime<T>(limitMs: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('The language server did not answer.'));
    }, limitMs);
  });
  try {
    return await Promise.race([answer, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Lets go of a document that is no request to create an instance: its language becomes JSON. Once per document, so that
 * a person who switches back stays there, and never where their `files.associations` ask for our language; the answer
 * is false then.
 */
function letGo(client: LanguageClient): (params: NotARequestParams) => Promise<boolean> {
  const gone = new WeakSet<vscode.TextDocument>();
  return async ({ uri }) => {
    const name = client.protocol2CodeConverter.asUri(uri).toString();
    const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === name);
    if (document?.languageId !== languageId || gone.has(document) || isAssociated(document)) return false;
    gone.add(document);
    await vscode.languages.setTextDocumentLanguage(document, 'json');
    return true;
  };
}

function isAssociated(document: vscode.TextDocument): boolean {
  const associations = vscode.workspace.getConfiguration('files', document).get<Record<string, string>>('associations');
  return Object.entries(associations ?? {}).some(([pattern, language]) => {
    // As VS Code reads them: without a slash, a pattern is for the name alone.
    const glob = pattern.includes('/') ? pattern : `**/${pattern}`;
    return language === languageId && vscode.languages.match({ pattern: glob }, document) > 0;
  });
}
