import path from 'node:path';
import { startServer } from './connection';
import { createOrderlyConnection } from './lifecycle';
import { readSchemas } from './node/schemas';

// Transport (--node-ipc, --stdio, --socket, --pipe) comes from the command line, as every language client gives it.
startServer(createOrderlyConnection(), readSchemas(path.join(__dirname, '..', 'schemas')));
