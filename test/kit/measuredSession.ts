import assert from 'node:assert/strict';
import type { DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { createClient, type TestClient } from './client';
import type { Work } from './growth';
import { startServerProcess, type ServerProcess } from './serverProcess';

/** A server in a process of its own, and what it has worked for each request. */
export interface MeasuredSession {
  readonly client: TestClient;
  /** A document, open until `work` is done; what was worked for each request about it. */
  measure(document: OpenDocument, work: (ask: Ask) => Promise<void>): Promise<Work>;
  /** Ends the server, which must not have complained of anything. */
  stop(): void;
}

interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly text: string;
}

/** Sends a request `textDocument/<method>`; fails where the server ends instead of answering. */
export type Ask = <Answer>(method: string, params?: object) => Promise<Answer>;

export async function startMeasuredSession(initializationOptions?: unknown): Promise<MeasuredSession> {
  const server: ServerProcess = startServerProcess(true);
  const client = createClient(server.child.stdout, server.child.stdin);
  await client.initialize({ textDocument: { diagnostic: {} } }, initializationOptions);
  const ended = server.ended.then((code) => assert.fail(`the server has ended with ${code}`));
  ended.catch(() => undefined);
  return {
    client,
    async measure({ uri, languageId, text }, work) {
      const textDocument = { uri };
      const worked = new Map<string, number>();
      // What the server does for a notification counts for the request that comes next.
      let before = await server.ask('work');
      await client.connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: 1, text },
      });
      await work(async <Answer>(method: string, params: object = {}) => {
        const request = client.connection.sendRequest<Answer>(`textDocument/${method}`, { textDocument, ...params });
        const answer = await Promise.race([request, ended]);
        const now = await server.ask('work');
        worked.set(method, (worked.get(method) ?? 0) + now - before);
        before = now;
        return answer;
      });
      await client.connection.sendNotification('textDocument/didClose', { textDocument });
      return worked;
    },
    stop() {
      server.stop();
      assert.equal(server.complaints(), '');
    },
  };
}

/** The problems of a report that was asked for anew. */
export const problemsIn = (report: DocumentDiagnosticReport) => (report.kind === 'full' ? report.items : []);
