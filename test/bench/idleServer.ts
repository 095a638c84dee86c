// A language server that knows nothing: the protocol's library, and one answer. What it takes is the floor of every server.
import { createConnection, DiagnosticSeverity, ProposedFeatures, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const connection = createConnection(ProposedFeatures.all);
const start = { line: 0, character: 0 };
connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: 2,
    diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
  },
}));
connection.languages.diagnostics.on(() => ({
  kind: 'full',
  items: [{ message: 'The same to every text.', severity: DiagnosticSeverity.Hint, range: { start, end: start } }],
}));
new TextDocuments(TextDocument).listen(connection);
connection.listen();
