import { CodeActionKind, TextDocumentSyncKind, type InitializeResult, type Connection } from 'vscode-languageserver';
import { fixAllKind } from '../features/codeActions';
import type { ClientInfo } from './clientInfo';
import { registerForScripts } from './scriptRegistration';
import type { Settings } from './serverSettings';

/** The capabilities that the server declares. */

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

/**
 * Answers `initialize` and reads what the client declares with it. Registers further capabilities after `initialized`.
 */
export function initialize(connection: Connection, client: ClientInfo, settings: Settings): void {
  connection.onInitialize((params) => {
    client.start(params);
    settings.start(client.capabilities(), params.initializationOptions);
    const pull = { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } };
    return {
      capabilities: { ...capabilities, ...(client.pulls() ? pull : {}) },
      serverInfo: { name: 'cloud-elements-instances' },
    };
  });
  connection.onInitialized(() => {
    settings.watch();
    if (settings.hasScripts()) registerForScripts(connection, client.capabilities(), { completion, codeActionKinds });
  });
}
