import {
  DocumentDiagnosticReportKind,
  type CompletionItem,
  type Connection,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Catalog } from '../catalog/catalog';
import { readCurl } from '../curl/readCurl';
import { check } from '../features/check';
import { codeActions } from '../features/codeActions';
import { complete } from '../features/completion';
import { curlFiles } from '../features/filesOfCommands';
import { definition } from '../features/definition';
import { diagnose } from '../features/diagnostics';
import { foldingRanges } from '../features/folding';
import { format } from '../features/formatting';
import { hover } from '../features/hover';
import { links } from '../features/links';
import { repairPaste } from '../features/repairPaste';
import { resolveCompletion } from '../features/resolveCompletion';
import { selectionRanges } from '../features/selectionRanges';
import { symbols } from '../features/symbols';
import { checkRequest, type CheckParams } from '../../../common/src/protocol/checking';
import {
  curlFilesRequest,
  readCurlRequest,
  type CurlFile,
  type CurlFilesParams,
  type ReadCurlParams,
} from '../../../common/src/protocol/curl';
import { repairPasteRequest, type RepairPasteParams } from '../../../common/src/protocol/pasting';
import type { Answers } from './answers';
import type { ClientInfo } from './clientInfo';
import type { Guard } from './guard';
import type { Settings } from './serverSettings';

/** Registers a handler for every request, each with the feature that answers it. */
export function answerRequests(
  connection: Connection,
  catalog: Catalog,
  client: ClientInfo,
  settings: Settings,
  guard: Guard,
  { answer, answerAny, answerWithOptions }: Answers,
): void {
  connection.languages.diagnostics.on(
    answerWithOptions<{ textDocument: { uri: string } }, DocumentDiagnosticReport>(
      'diagnostic',
      { kind: DocumentDiagnosticReportKind.Full, items: [] },
      (document, options) => ({ kind: DocumentDiagnosticReportKind.Full, items: diagnose(document, catalog, options) }),
    ),
  );
  connection.onCompletion(
    answerAny('completion', null, (document, { position }) =>
      complete(document, catalog, position, client.completion()),
    ),
  );
  connection.onCompletionResolve((item, token) =>
    guard('completionItem/resolve', item, (resolved: CompletionItem) => resolveCompletion(resolved, catalog))(
      item,
      token,
    ),
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
  connection.onDocumentLinks(answer('documentLink', [], (document) => links(document, client.folders())));
  connection.onDocumentSymbol(answer('documentSymbol', [], (document) => symbols(document, catalog)));
  connection.onFoldingRanges(
    answer('foldingRange', [], (document) =>
      foldingRanges(document, client.capabilities().textDocument?.foldingRange?.rangeLimit),
    ),
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
    guard('check', null, async ({ text, uri }: CheckParams) =>
      check(text, catalog, await settings.severityOverrides(uri)),
    ),
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
}
