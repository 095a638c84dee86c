import assert from 'node:assert/strict';
import type { CodeAction, DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { curlLanguages } from '../../server/src/protocol';
import { createClient, type TestClient } from '../kit/client';
import { extremeScripts } from '../kit/extremeScripts';
import { startServerProcess, type ServerProcess } from '../kit/serverProcess';

/** What a person waits for at most, for each answer; on a busy machine, what the server works at most for it. */
const limit = 2_000;

describe('the bundled server with scripts that nobody writes', () => {
  let server: ServerProcess;
  let client: TestClient;
  let opened = 0;
  const ask = async <Answer>(method: string, uri: string, params: object = {}): Promise<Answer> => {
    const began = [performance.now(), server.worked()] as const;
    const request = client.connection.sendRequest<Answer>(`textDocument/${method}`, {
      textDocument: { uri },
      ...params,
    });
    const late = server.ended.then((code) => assert.fail(`${method}: the server has ended with ${code}`));
    const answer = await Promise.race([request, late]);
    const took = Math.min(performance.now() - began[0], server.worked() - began[1]);
    assert.ok(took < limit, `${method} took ${Math.round(took)} ms`);
    return answer;
  };

  before(async () => {
    server = startServerProcess();
    client = createClient(server.child.stdout, server.child.stdin);
    await client.initialize({ textDocument: { diagnostic: {} } }, { curl: true });
  });
  after(() => {
    server.stop();
    assert.equal(server.complaints(), '');
  });

  for (const { name, text } of extremeScripts) {
    // A code block of Markdown is read as a shell script is.
    for (const languageId of curlLanguages.filter((id) => id !== 'markdown')) {
      it(`${name}, in ${languageId}: answered in time`, async () => {
        const uri = `file:///extreme${opened++}`;
        await client.connection.sendNotification('textDocument/didOpen', {
          textDocument: { uri, languageId, version: 1, text: text() },
        });
        const report = await ask<DocumentDiagnosticReport>('diagnostic', uri);
        assert.ok(report.kind === 'full' && report.items.length > 0, 'none of these texts is without a problem');
        const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
        await ask('completion', uri, { position: range.end });
        await ask<CodeAction[]>('codeAction', uri, { range, context: { diagnostics: [], only: ['source.fixAll'] } });
        await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
      }).timeout(6 * limit);
    }
  }
});
