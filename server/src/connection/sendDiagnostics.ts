import type { Connection } from 'vscode-languageserver';
import type { Catalog } from '../catalog/catalog';
import { diagnose, type DiagnosticOptions } from '../features/diagnostics';
import type { ClientInfo } from './clientInfo';
import type { DocumentStore } from './documentStore';
import type { Settings } from './serverSettings';

/** How diagnostics reach a client: those that can pull are told to, to all others they are pushed. */
export interface DiagnosticSender {
  /** What the client asks of the diagnostics of a document. */
  readonly options: (uri: string) => Promise<DiagnosticOptions>;
  /** After a change of the text: a client that pulls asks by itself. */
  push(uri: string): Promise<void>;
  /** After a change of anything else. */
  refresh(uri: string): Promise<void>;
  refreshAll(): void;
  /** For a document that is closed. */
  clear(uri: string): Promise<void>;
}

export function createDiagnosticSender(
  connection: Connection,
  catalog: Catalog,
  client: ClientInfo,
  settings: Settings,
  documents: DocumentStore,
): DiagnosticSender {
  const options = async (uri: string): Promise<DiagnosticOptions> => ({
    overrides: await settings.severityOverrides(uri),
    explained: client.explains(),
  });
  const push = async (uri: string): Promise<void> => {
    if (client.pulls()) return;
    const diagnosticOptions = await options(uri);
    const document = await documents.find(uri);
    const version = document?.text.version;
    const diagnostics = document ? diagnose(document, catalog, diagnosticOptions) : [];
    await connection.sendDiagnostics({ uri, diagnostics, ...(version === undefined ? {} : { version }) });
  };
  const requestRefresh = async (): Promise<void> => {
    if (client.pulls() && client.refreshes()) await connection.languages.diagnostics.refresh();
  };
  return {
    options,
    push,
    async refresh(uri) {
      await requestRefresh();
      await push(uri);
    },
    refreshAll() {
      void requestRefresh();
      for (const { uri } of documents.open.all()) void push(uri);
    },
    async clear(uri) {
      if (!client.pulls()) await connection.sendDiagnostics({ uri, diagnostics: [] });
    },
  };
}
