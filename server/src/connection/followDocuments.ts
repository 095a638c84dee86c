import type { Connection } from 'vscode-languageserver';
import type { Catalog } from '../catalog/catalog';
import { notARequestRequest, type NotARequestParams } from '../../../common/src/protocol/documents';
import type { DiagnosticSender } from './sendDiagnostics';
import type { DocumentStore } from './documentStore';
import type { Settings } from './serverSettings';
import { checkedDocuments } from './shapes';

/** Handles the opening, changing and closing of documents. */
export function followDocuments(
  connection: Connection,
  catalog: Catalog,
  settings: Settings,
  { open, ignored }: DocumentStore,
  diagnostics: DiagnosticSender,
): void {
  open.onDidOpen(async ({ document }) => {
    const { uri } = document;
    // Requested now, so that the settings have arrived when the first problems are found.
    void settings.severityOverrides(uri);
    void settings.serves(document);
    if (!document.isNotInstanceRequest(catalog)) return;
    ignored.add(uri);
    const params: NotARequestParams = { uri };
    // A client that released this document before keeps it now, because its user switched back. One that doesn't know
    // the request keeps the document, too, but gets no problems of it.
    const isReleased = await connection.sendRequest<boolean>(notARequestRequest, params).catch(() => true);
    if (isReleased) return;
    ignored.delete(uri);
    await diagnostics.refresh(uri);
  });
  open.onDidChangeContent(({ document }) => diagnostics.push(document.uri));
  open.onDidClose(({ document }) => {
    ignored.delete(document.uri);
    settings.close(document.uri);
    return diagnostics.clear(document.uri);
  });
  open.listen(
    checkedDocuments(connection, (method) => {
      connection.console.error(`textDocument/${method} was ignored: it lacks a required property.`);
    }),
  );
}
