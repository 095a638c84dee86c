import assert from 'node:assert/strict';
import type { Diagnostic, DocumentDiagnosticReport, Range } from 'vscode-languageserver-protocol';
import { createClient, type TestClient } from '../kit/client';
import { extremes } from '../kit/extremes';
import { startServerProcess, type ServerProcess } from '../kit/serverProcess';

/** What a person waits for at most, for each answer; on a busy machine, what the server works at most for it. */
const limit = 2_000;

const uri = 'file:///extreme.instance.json';
const textDocument = { uri };
const small = '{ "element": { "key": "helpscout" }, "configuration": {} }';

describe('the bundled server with texts that nobody writes', () => {
  let server: ServerProcess;
  let client: TestClient;
  const ask = async <Answer>(method: string, params: object = {}): Promise<Answer> => {
    const began = [performance.now(), server.worked()] as const;
    const request = client.connection.sendRequest<Answer>(`textDocument/${method}`, { textDocument, ...params });
    const late = server.ended.then((code) => assert.fail(`${method}: the server has ended with ${code}`));
    const answer = await Promise.race([request, late]);
    const took = Math.min(performance.now() - began[0], server.worked() - began[1]);
    assert.ok(took < limit, `${method} took ${Math.round(took)} ms`);
    return answer;
  };
  const diagnostics = async (): Promise<readonly Diagnostic[]> => {
    const report = await ask<DocumentDiagnosticReport>('diagnostic');
    return report.kind === 'full' ? report.items : [];
  };

  before(async () => {
    server = startServerProcess();
    client = createClient(server.child.stdout, server.child.stdin);
    await client.initialize({ textDocument: { diagnostic: {} } });
  });
  afterEach(async () => {
    await client.connection.sendNotification('textDocument/didClose', { textDocument });
  });
  after(() => {
    server.stop();
    assert.equal(server.complaints(), '');
  });

  for (const { name, text, codes = [] } of extremes) {
    it(`${name}: answered in time, and a small file after it`, async () => {
      const content = text();
      const lines = content.split(/\r\n|\r|\n/);
      await client.open(uri, content);
      const found = await diagnostics();
      assert.ok(found.length > 0, 'none of these texts is without a problem');
      for (const code of codes)
        assert.ok(
          found.some((problem) => problem.code === code),
          `${code} is missing`,
        );
      for (const { range } of found) assertWithin(lines, range);

      const middle = positionOf(lines, content.length >> 1);
      const whole = { start: { line: 0, character: 0 }, end: positionOf(lines, content.length) };
      for (const position of [whole.start, middle, whole.end]) {
        await ask('hover', { position });
        await ask('completion', { position });
      }
      await ask('documentSymbol');
      await ask('foldingRange');
      await ask('selectionRange', { positions: [middle] });
      await ask('formatting', { options: { tabSize: 2, insertSpaces: true } });
      await ask('codeAction', { range: { start: middle, end: middle }, context: { diagnostics: [] } });
      await ask('codeAction', { range: whole, context: { diagnostics: [], only: ['source.fixAll'] } });

      const version = 2;
      const contentChanges = [{ text: small }];
      await client.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges,
      });
      assert.deepEqual(
        (await diagnostics()).map(({ code }) => code),
        ['missing-entries'],
      );
    }).timeout(12 * limit);
  }
});

function positionOf(lines: readonly string[], offset: number): Range['start'] {
  let before = 0;
  for (const [line, text] of lines.entries()) {
    // Counts every line end as one: near the offset is near enough.
    if (offset <= before + text.length) return { line, character: Math.max(0, offset - before) };
    before += text.length + 1;
  }
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

function assertWithin(lines: readonly string[], { start, end }: Range): void {
  for (const { line, character } of [start, end]) {
    assert.ok(
      line >= 0 && character >= 0 && character <= (lines[line]?.length ?? -1),
      `${line}:${character} is outside`,
    );
  }
  assert.ok(start.line < end.line || (start.line === end.line && start.character <= end.character), 'backwards');
}
