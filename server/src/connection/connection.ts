import {
  CodeActionKind,
  DocumentDiagnosticReportKind,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type CompletionItem,
  type Connection,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { createCatalog } from '../catalog/catalog';
import { readCurl } from '../curl/readCurl';
import type { SchemaSource } from '../catalog/schemaTypes';
import { check } from '../features/check';
import { codeActions, fixAllKind } from '../features/codeActions';
import { complete, type CompletionOptions } from '../features/completion';
import { curlFiles } from '../features/curlFiles';
import { definition } from '../features/definition';
import { diagnose, type DiagnosticOptions } from '../features/diagnostics';
import { foldingRanges } from '../features/folding';
import { format } from '../features/formatting';
import { hover } from '../features/hover';
import { links } from '../features/links';
import { repairPaste } from '../features/repairPaste';
import { resolveCompletion } from '../features/resolveCompletion';
import { selectionRanges } from '../features/selectionRanges';
import { symbols } from '../features/symbols';
import { createAnswers } from './answers';
import { createDocuments } from '../documents/openDocuments';
import type { ServedDocument } from '../documents/servedDocument';
import { createGuard } from './guard';
import { checkRequest, type CheckParams } from '../../../common/src/protocol/checking';
import {
  curlFilesRequest,
  readCurlRequest,
  type CurlFile,
  type CurlFilesParams,
  type ReadCurlParams,
} from '../../../common/src/protocol/curl';
import { notARequestRequest, type NotARequestParams } from '../../../common/src/protocol/documents';
import { repairPasteRequest, type RepairPasteParams } from '../../../common/src/protocol/pasting';
import { registerForScripts } from './scriptRegistration';
import { createSettings } from './serverSettings';
import { checkedDocuments, foldersOf, objectOr } from './shapes';

const completion = { triggerCharacters: ['"', ':'], resolveProvider: true };
const codeActionKinds = [CodeActionKind.QuickFix, fixAllKind];

const capabilities: InitializeResult['capabilities'] = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  completionProvider: completion,
  hoverProvider: true,
  codeActionProvider: { codeActionKinds },
  definitionProvider: true,
  documentLinkProvider: {},
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
};

/** Registers what the server answers on a connection, and listens. Schemas are read when a document first needs them. */
export function startServer(connection: Connection, schemas: SchemaSource): void {
  const catalog = createCatalog(schemas);
  const guard = createGuard(connection.console);
  const documents = createDocuments();
  let client: ClientCapabilities = {};
  let folders: readonly string[] = [];
  /** Documents that only share our name: nothing is said about them. */
  const notOurs = new Set<string>();

  const findAny = async (uri: string): Promise<ServedDocument | undefined> => {
    const document = documents.get(uri);
    if (!document || notOurs.has(uri) || !(await settings.serves(document))) return undefined;
    // As it is now: it may have been changed or closed in the meantime.
    return documents.get(uri);
  };
  const { answer, answerAny, answerWithOptions } = createAnswers(guard, findAny, (uri) => diagnosticOptions(uri));

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    client = objectOr(params.capabilities, {});
    folders = foldersOf(params);
    settings.start(client, params.initializationOptions);
    const pull = { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } };
    return {
      capabilities: { ...capabilities, ...(pulls() ? pull : {}) },
      serverInfo: { name: 'cloud-elements-instances' },
    };
  });

  connection.onInitialized(() => {
    settings.watch();
    if (settings.hasScripts()) registerForScripts(connection, client, { completion, codeActionKinds });
  });

  const pulls = (): boolean => client.textDocument?.diagnostic !== undefined;
  const diagnosticOptions = async (uri: string): Promise<DiagnosticOptions> => ({
    settings: await settings.severities(uri),
    explained: client.textDocument?.publishDiagnostics?.codeDescriptionSupport ?? false,
  });
  const completionOptions = (): CompletionOptions => {
    const { completionItem, completionList } = client.textDocument?.completion ?? {};
    const defaults = completionList?.itemDefaults ?? [];
    return {
      snippets: completionItem?.snippetSupport ?? false,
      listDefaults: defaults.includes('editRange') && defaults.includes('insertTextFormat'),
    };
  };

  /** Pushes to clients that cannot pull; tells those that can to pull again. */
  const refresh = async (uri: string): Promise<void> => {
    if (pulls()) {
      if (client.workspace?.diagnostics?.refreshSupport) await connection.languages.diagnostics.refresh();
      return;
    }
    const options = await diagnosticOptions(uri);
    // As it is now: it may have been changed or closed in the meantime.
    const document = await findAny(uri);
    const version = document?.text.version;
    const diagnostics = document ? diagnose(document, catalog, options) : [];
    await connection.sendDiagnostics({ uri, diagnostics, ...(version === undefined ? {} : { version }) });
  };
  const settings = createSettings(connection, () => {
    if (pulls() && client.workspace?.diagnostics?.refreshSupport) void connection.languages.diagnostics.refresh();
    else for (const { uri } of documents.all()) void refresh(uri);
  });

  documents.onDidOpen(async ({ document }) => {
    void settings.severities(document.uri); // Asked for now, it is there when the first problems are.
    void settings.serves(document);
    if (!document.isSomethingElse(catalog)) return;
    notOurs.add(document.uri);
    const params: NotARequestParams = { uri: document.uri };
    // A client that has let go of this document before was told by its user to keep it; one that knows no such
    // request keeps the document, and hears nothing about it.
    const letGo = await connection.sendRequest<boolean>(notARequestRequest, params).catch(() => true);
    if (letGo) return;
    notOurs.delete(document.uri);
    await refresh(document.uri);
  });
  documents.onDidChangeContent(async ({ document }) => {
    if (!pulls()) await refresh(document.uri);
  });
  documents.onDidClose(async ({ document }) => {
    notOurs.delete(document.uri);
    settings.close(document.uri);
    if (!pulls()) await connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });

  connection.languages.diagnostics.on(
    answerWithOptions<{ textDocument: { uri: string } }, DocumentDiagnosticReport>(
      'diagnostic',
      { kind: DocumentDiagnosticReportKind.Full, items: [] },
      (document, options) => ({ kind: DocumentDiagnosticReportKind.Full, items: diagnose(document, catalog, options) }),
    ),
  );
  connection.onCompletion(
    answerAny('completion', null, (document, { position }) =>
      complete(document, catalog, position, completionOptions()),
    ),
  );
  connection.onCompletionResolve((item, token) =>
    guard('completionItem/resolve', item, (asked: CompletionItem) => resolveCompletion(asked, catalog))(item, token),
  );
  connection.onHover(answerAny('hover', null, (document, { position }) => hover(document, catalog, position)));
  connection.onCodeAction(
    answerWithOptions('codeAction', [], (document, options, params) =>
      codeActions(document, catalog, params, { ...options, secretStore: settings.keepsSecrets() }),
    ),
  );
  connection.onDefinition(
    answer('definition', null, (document, { position }) => definition(document, catalog, position)),
  );
  connection.onDocumentLinks(answer('documentLink', [], (document) => links(document, folders)));
  connection.onDocumentSymbol(answer('documentSymbol', [], (document) => symbols(document, catalog)));
  connection.onFoldingRanges(
    answer('foldingRange', [], (document) => foldingRanges(document, client.textDocument?.foldingRange?.rangeLimit)),
  );
  connection.onSelectionRanges(
    answer('selectionRange', [], (document, { positions }) => selectionRanges(document, positions)),
  );
  connection.onDocumentFormatting(answer('formatting', [], (document, { options }) => format(document, options)));
  connection.onDocumentRangeFormatting(
    answer('rangeFormatting', [], (document, { options, range }) => format(document, options, range)),
  );
  connection.onRequest(
    checkRequest,
    guard('check', null, async ({ text, uri }: CheckParams) => check(text, catalog, await settings.severities(uri))),
  );
  connection.onRequest(
    repairPasteRequest,
    answer<RepairPasteParams, string | null>('repairPaste', null, (document, { range, text }) =>
      repairPaste(document, catalog, range, text),
    ),
  );
  connection.onRequest(
    readCurlRequest,
    guard('readCurl', null, ({ text }: ReadCurlParams) => readCurl(text, catalog)),
  );
  connection.onRequest(curlFilesRequest, answerAny<CurlFilesParams, CurlFile[]>('curlFiles', [], curlFiles));

  documents.listen(
    checkedDocuments(connection, (method) => {
      connection.console.error(`textDocument/${method} lacks a member, and is left out.`);
    }),
  );
  connection.listen();
}
