import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type {
  ClientCapabilities,
  CompletionItem,
  CompletionList,
  ConfigurationParams,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
} from 'vscode-languageserver-protocol';
import { createClient, type TestClient } from '../kit/client';
import type { BenchDocument, Position } from './documents';
import type { Server } from './servers';
import { startTyping } from './typing';
import { readUsage, type Usage } from './usage';

/** A server that runs, and what an editor asks of it. */
export interface Session {
  open(document: BenchDocument): Promise<void>;
  /** Types one character at a place, or takes one back, and gives the place of the cursor after it. */
  type(document: BenchDocument, at: Position): Promise<Position>;
  /** Asks for diagnostics; of a server that pushes, waits for the next ones. */
  diagnostics(document: BenchDocument): Promise<readonly Diagnostic[]>;
  /** Waits for diagnostics that a server will still push for the last keystroke: later they would disturb others. */
  idle(document: BenchDocument): Promise<void>;
  completion(document: BenchDocument, position: Position): Promise<readonly CompletionItem[]>;
  hover(document: BenchDocument, position: Position): Promise<Hover | null>;
  usage(): Usage;
  end(): Promise<void>;
  /** For a server that does not answer any more. */
  kill(): void;
}

const running = new Set<ChildProcess>();

/** Ends what was not ended in good order: for the last moment of the process. */
export function endAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** The same for every server. */
const capabilities: ClientCapabilities = {
  textDocument: {
    synchronization: {},
    diagnostic: {},
    publishDiagnostics: {},
    completion: {
      completionItem: {
        snippetSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
        resolveSupport: { properties: ['documentation', 'detail', 'additionalTextEdits'] },
        labelDetailsSupport: true,
      },
      // As VS Code's own client says.
      completionList: { itemDefaults: ['commitCharacters', 'editRange', 'insertTextFormat', 'insertTextMode', 'data'] },
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
};

/** Starts a server over stdio; done once it has answered `initialize`. */
export async function startSession(server: Server): Promise<Session> {
  const child = spawn(process.execPath, [...(server.flags ?? []), server.program, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  running.add(child);
  const exited = once(child, 'exit').finally(() => running.delete(child));
  const client = createClient(child.stdout, child.stdin);
  await initialize(client, server);

  const typing = startTyping();
  const seen = new Map<string, number>();
  const awaited = new Set<string>();
  const ask = <Result>(method: string, { uri }: BenchDocument, position?: Position): Promise<Result> =>
    client.connection.sendRequest<Result>(method, { textDocument: { uri }, ...(position ? { position } : {}) });
  const nextPushed = (uri: string): Promise<Diagnostic[]> => {
    awaited.delete(uri);
    seen.set(uri, (seen.get(uri) ?? 0) + 1);
    return client.pushed(uri);
  };
  return {
    open: ({ uri, text }) =>
      client.connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: server.languageId, version: 1, text },
      }),
    async type(document, at) {
      const { uri } = document;
      // What was pushed before this keystroke does not answer it.
      while ((seen.get(uri) ?? 0) < client.pushes(uri)) await nextPushed(uri);
      if (server.pushes) awaited.add(uri);
      const { version, change, cursor } = typing(document, at);
      await client.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [change],
      });
      return cursor;
    },
    async diagnostics(document) {
      if (server.pushes) return nextPushed(document.uri);
      const report = await ask<DocumentDiagnosticReport>('textDocument/diagnostic', document);
      return report.kind === 'full' ? report.items : [];
    },
    async idle({ uri }) {
      if (awaited.has(uri)) await nextPushed(uri);
    },
    async completion(document, position) {
      const list = await ask<CompletionList | CompletionItem[] | null>('textDocument/completion', document, position);
      return Array.isArray(list) ? list : (list?.items ?? []);
    },
    hover: (document, position) => ask('textDocument/hover', document, position),
    usage: () => readUsage(child.pid),
    async end() {
      await client.connection.sendRequest('shutdown');
      await client.connection.sendNotification('exit');
      await exited;
      client.dispose();
    },
    kill() {
      client.dispose();
      child.kill('SIGKILL');
    },
  };
}

/** As an editor does; what the server asks in return is answered at once, so that it waits for nothing. */
async function initialize({ connection }: TestClient, server: Server): Promise<void> {
  const { initializationOptions, settings = {} } = server;
  connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) =>
    items.map(({ section }) => settings[section ?? ''] ?? null),
  );
  for (const method of ['client/registerCapability', 'workspace/diagnostic/refresh']) {
    connection.onRequest(method, () => null);
  }
  // No process to watch: a server would look every few seconds whether it is still there.
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities, initializationOptions });
  await connection.sendNotification('initialized', {});
  if (server.isTold) await connection.sendNotification('workspace/didChangeConfiguration', { settings });
}
