import type { Connection } from 'vscode-languageserver';
import { createCatalog } from '../catalog/catalog';
import { quote } from '../../../common/src/text/plainText';
import type { SchemaSource } from '../catalog/schemaTypes';
import { answerRequests } from './answerRequests';
import { createAnswers } from './answers';
import { initialize } from './initialize';
import { createClientInfo } from './clientInfo';
import { followDocuments } from './followDocuments';
import { createGuard, describeError } from './guard';
import { createDiagnosticSender } from './sendDiagnostics';
import { createDocumentStore } from './documentStore';
import { createSettings } from './serverSettings';

/** Starts the server on a connection. Schemas are read when a document first needs them. */
export function startServer(connection: Connection, schemas: SchemaSource): void {
  const catalog = createCatalog(schemas, (schema, error) => {
    connection.console.warn(`Values are not checked against the schema ${quote(schema, 200)}: ${describeError(error)}`);
  });
  const client = createClientInfo();
  const settings = createSettings(connection);
  const documents = createDocumentStore(settings);
  const diagnostics = createDiagnosticSender(connection, catalog, client, settings, documents);
  const guard = createGuard(connection.console);
  const answers = createAnswers(guard, documents.find, diagnostics.options);

  initialize(connection, client, settings);
  connection.onDidChangeConfiguration((params: unknown) => {
    settings.change(params);
    diagnostics.refreshAll();
  });
  followDocuments(connection, catalog, settings, documents, diagnostics);
  answerRequests(connection, catalog, client, settings, guard, answers);
  connection.listen();
}
