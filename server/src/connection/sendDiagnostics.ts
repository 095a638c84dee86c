import type { Connection } from 'vscode-languageserver';
import type { Catalog } from '../catalog/catalog';
import { diagnose, type DiagnosticOptions } from '../features/diagnostics';
import type { ClientInfo } from './clientInfo';
import type { DocumentStore } from './documentStore';
import type { Settings } from './serverSettings';

/** Sends diagnostics: a client that pulls is requested to pull again, and to any other they are pushed. */
export interface DiagnosticSender {
  /** The options of the diagnostics of a document. */
  readonly options: (uri: string) => Promise<DiagnosticOptions>;
  /** After a change of the text, which a client that pulls reacts to by itself. */
  push(uri: string): Promise<void>;
  /** After a change of anything else. */
  refresh(uri: string): Promise<void>;
  refreshAll(): void;
  /** For a closed document. */
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
