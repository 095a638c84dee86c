import path from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './connection';
import { readSchemas } from './node/schemas';

// Transport (--node-ipc, --stdio, --socket, --pipe) comes from the command line, as every language client gives it.
const connection = createConnection(ProposedFeatures.all);
startServer(connection, readSchemas(path.join(__dirname, '..', 'schemas')));
