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

/** Checking the largest text takes well under a second, so a server without an answer after this time counts as down. */
const checkLimitMs = 10_000;
/** A paste must not wait longer. */
const pasteLimitMs = 1_000;

/** The language server through a client of the library, not started yet. `serverModule` is the path of its bundle. */
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
      // The library would show errors of the server, which may quote a file. They stay in its log, and the caller reports a
      // failed start.
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationFailedHandler: () => false,
      diagnosticPullOptions: { onChange: true },
      // Enables the fix that runs `moveSecretCommand`, and checks of the cURL commands in scripts.
      initializationOptions: { secretStore: true, curl: true },
      middleware: {
        // The server registers scripts by language only, which would include the other side of a diff.
        didOpen: (document, open) => (schemes.has(document.uri.scheme) ? open(document) : Promise.resolve()),
      },
    },
  );
  client.onRequest(notARequestRequest, releaseDocument(client));
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
  return withTimeout(checkLimitMs, client.sendRequest<CheckResult>(checkRequest, params));
}

function readCurl(client: LanguageClient, text: string): Promise<ReadCurl | null> {
  const params: ReadCurlParams = { text };
  return withTimeout(checkLimitMs, client.sendRequest<ReadCurl | null>(readCurlRequest, params));
}

function curlFiles(client: LanguageClient, document: vscode.TextDocument): Promise<CurlFile[]> {
  const params: CurlFilesParams = { textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document) };
  return withTimeout(checkLimitMs, client.sendRequest<CurlFile[]>(curlFilesRequest, params));
}

function repairPaste(
  client: LanguageClient,
  { document, range, text }: Paste,
  token: vscode.CancellationToken,
): Promise<string | null> {
  const converter = client.code2ProtocolConverter;
  const textDocument = converter.asTextDocumentIdentifier(document);
  const params: RepairPasteParams = { textDocument, range: converter.asRange(range), text };
  return withTimeout(pasteLimitMs, client.sendRequest<string | null>(repairPasteRequest, params, token));
}

async function withTimeout<T>(timeoutMs: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('The language server did not answer.'));
    }, timeoutMs);
  });
  try {
    return await Promise.race([answer, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Changes the language of a document to JSON where it is not an instance request. It does so only once per document, so that a
 * person can switch back, and never where `files.associations` selects our language. The answer is false where the language
 * stays.
 */
function releaseDocument(client: LanguageClient): (params: NotARequestParams) => Promise<boolean> {
  const released = new WeakSet<vscode.TextDocument>();
  return async ({ uri }) => {
    const name = client.protocol2CodeConverter.asUri(uri).toString();
    const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === name);
    if (document?.languageId !== languageId || released.has(document) || isAssociated(document)) return false;
    released.add(document);
    await vscode.languages.setTextDocumentLanguage(document, 'json');
    return true;
  };
}

function isAssociated(document: vscode.TextDocument): boolean {
  const associations = vscode.workspace.getConfiguration('files', document).get<Record<string, string>>('associations');
  return Object.entries(associations ?? {}).some(([pattern, language]) => {
    // VS Code matches a pattern without a slash against the file name only.
    const glob = pattern.includes('/') ? pattern : `**/${pattern}`;
    return language === languageId && vscode.languages.match({ pattern: glob }, document) > 0;
  });
}
