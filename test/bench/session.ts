import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import type { CompletionList, Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { createClient } from '../kit/client';
import { inName, type BenchDocument, type Place } from './documents';

/** A server that runs, and what an editor asks of it. Documents are diagnosed by pull. */
export interface Session {
  open(document: BenchDocument): Promise<void>;
  /** Types one character into a document, and takes it back the next time. */
  type(document: BenchDocument): Promise<void>;
  diagnostics(document: BenchDocument): Promise<readonly Diagnostic[]>;
  completion(document: BenchDocument, position: Place): Promise<CompletionList>;
  hover(document: BenchDocument, position: Place): Promise<unknown>;
  memory(): Memory;
  end(): Promise<void>;
}

/** In megabytes; undefined where the system does not tell. */
export interface Memory {
  readonly now?: number;
  readonly peak?: number;
}

const running = new Set<ChildProcess>();

/** Ends what was not ended in good order: for the last moment of the process. */
export function endAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

const capabilities = {
  textDocument: { diagnostic: {}, completion: { completionItem: { snippetSupport: true } } },
};

/** Starts a server over stdio; done once it has answered `initialize`. */
export async function startSession(server: string): Promise<Session> {
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  running.add(child);
  const exited = once(child, 'exit').finally(() => running.delete(child));
  const client = createClient(child.stdout, child.stdin);
  await client.initialize(capabilities);
  const versions = new Map<string, number>();
  const ask = <Result>(method: string, { uri }: BenchDocument, position?: Place): Promise<Result> =>
    client.connection.sendRequest<Result>(method, { textDocument: { uri }, ...(position ? { position } : {}) });
  return {
    open: ({ uri, text }) => client.open(uri, text),
    async type({ uri }) {
      const version = (versions.get(uri) ?? 1) + 1;
      versions.set(uri, version);
      const isThere = version % 2 === 1;
      const end = { ...inName, character: inName.character + (isThere ? 1 : 0) };
      await client.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range: { start: inName, end }, text: isThere ? '' : 'x' }],
      });
    },
    async diagnostics(document) {
      const report = await ask<DocumentDiagnosticReport>('textDocument/diagnostic', document);
      return report.kind === 'full' ? report.items : [];
    },
    completion: (document, position) => ask('textDocument/completion', document, position),
    hover: (document, position) => ask('textDocument/hover', document, position),
    memory: () => readMemory(child.pid),
    async end() {
      await client.connection.sendRequest('shutdown');
      await client.connection.sendNotification('exit');
      await exited;
      client.dispose();
    },
  };
}

function readMemory(pid: number | undefined): Memory {
  const file = `/proc/${pid ?? 'self'}/status`;
  if (!existsSync(file)) return {};
  const status = readFileSync(file, 'utf8');
  const megabytes = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
}
