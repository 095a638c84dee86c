import { PassThrough, type Readable, type Writable } from 'node:stream';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';
import { createConnection } from 'vscode-languageserver/node';
import { startServer } from '../../server/src/connection/connection';
import type { SchemaSource } from '../../server/src/catalog/schemaTypes';
import { languageId } from '../../common/src/protocol/documents';

/** A language client as small as it can be: what it asks, a test decides. */
export interface TestClient {
  readonly connection: ProtocolConnection;
  initialize(capabilities?: ClientCapabilities, initializationOptions?: unknown): Promise<InitializeResult>;
  open(uri: string, text: string): Promise<void>;
  /** The next diagnostics pushed for a document; those that came before it was asked for count, too. */
  pushed(uri: string): Promise<Diagnostic[]>;
  /** How many times diagnostics were pushed for a document. */
  pushes(uri: string): number;
  dispose(): void;
}

/** Speaks to a server over a pair of streams. */
export function createClient(fromServer: Readable, toServer: Writable): TestClient {
  const connection = createProtocolConnection(new StreamMessageReader(fromServer), new StreamMessageWriter(toServer));
  const arrived = new Map<string, Diagnostic[][]>();
  const waiting = new Map<string, (diagnostics: Diagnostic[]) => void>();
  const counts = new Map<string, number>();
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
    counts.set(uri, (counts.get(uri) ?? 0) + 1);
    const resolve = waiting.get(uri);
    waiting.delete(uri);
    if (resolve) resolve(diagnostics);
    else arrived.set(uri, [...(arrived.get(uri) ?? []), diagnostics]);
  });
  connection.listen();
  return {
    connection,
    async initialize(capabilities = {}, initializationOptions) {
      const result = await connection.sendRequest<InitializeResult>('initialize', {
        // No process to watch: the server would look every three seconds whether it is still there, for ever.
        processId: null,
        rootUri: null,
        capabilities,
        initializationOptions,
      });
      await connection.sendNotification('initialized', {});
      return result;
    },
    async open(uri, text) {
      const textDocument = { uri, languageId, version: 1, text };
      await connection.sendNotification('textDocument/didOpen', { textDocument });
    },
    pushed(uri) {
      const first = arrived.get(uri)?.shift();
      return first ? Promise.resolve(first) : new Promise((resolve) => waiting.set(uri, resolve));
    },
    pushes: (uri) => counts.get(uri) ?? 0,
    dispose() {
      connection.dispose();
    },
  };
}

/** A client of a server that runs in this process, over streams. */
export function startInProcess(schemas: SchemaSource): TestClient {
  const toServer = new PassThrough();
  const fromServer = new PassThrough();
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(fromServer));
  startServer(server, schemas);
  return createClient(fromServer, toServer);
}
