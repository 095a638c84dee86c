import assert from 'node:assert/strict';
import type { DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { requests } from '../kit/catalog';
import { createClient, type TestClient } from '../kit/client';
import { requote } from '../kit/quotes';
import { startServerProcess, type ServerProcess } from '../kit/serverProcess';

/** Documents of several elements, right and wrong. The same ones from the begin: what is made once per element is kept. */
const texts = requests.flatMap(({ text }) => [
  text,
  requote(text, '“', '”'),
  text.slice(0, -20),
  text.replaceAll('"', "'"),
]);

describe('the memory of the bundled server', () => {
  let server: ServerProcess;
  let client: TestClient;

  before(async () => {
    // Without optimised code: the engine goes on making more of it for minutes, and that is not what is measured.
    server = startServerProcess(true, ['--expose-gc', '--no-opt']);
    client = createClient(server.child.stdout, server.child.stdin);
    await client.initialize({ textDocument: { diagnostic: {} } });
  });
  after(() => {
    server.stop();
  });

  /** Opens a document, asks everything of it before and after a few edits, and closes it. */
  const cycle = async (index: number): Promise<void> => {
    const uri = `file:///memory/${index}.instance.json`;
    const textDocument = { uri };
    const position = { line: 2, character: 8 };
    const range = { start: position, end: position };
    const ask = <Answer>(method: string, params: object = {}): Promise<Answer> =>
      client.connection.sendRequest(`textDocument/${method}`, { textDocument, ...params });
    await client.open(uri, texts[index % texts.length] ?? '');
    for (const text of [`"x${index}": 1, `, '“']) {
      const contentChanges = [{ range, text }];
      const change = { textDocument: { uri, version: 2 }, contentChanges };
      await client.connection.sendNotification('textDocument/didChange', change);
      await Promise.all([
        ask<DocumentDiagnosticReport>('diagnostic'),
        ask('hover', { position }),
        ask('completion', { position }),
        ask('documentSymbol'),
        ask('foldingRange'),
        ask('formatting', { options: { tabSize: 2, insertSpaces: true } }),
        ask('codeAction', { range, context: { diagnostics: [], only: ['quickfix', 'source.fixAll'] } }),
      ]);
    }
    await client.connection.sendNotification('textDocument/didClose', { textDocument });
  };

  it('is, after 1,000 documents, within 10 % of what it is after 100', async () => {
    let index = 0;
    const after = async (documents: number): Promise<number> => {
      while (index < documents) await cycle(index++);
      // The answer to a last request shows that the last closing has been dealt with.
      await client.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: 'file:///none' } });
      return server.ask('heap');
    };
    const first = await after(100);
    const last = await after(1_000);
    assert.ok(last < first * 1.1, `${Math.round(first / 1024)} KB, then ${Math.round(last / 1024)} KB`);
  });
});
