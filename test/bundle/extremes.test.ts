import assert from 'node:assert/strict';
import type { DocumentDiagnosticReport, Range } from 'vscode-languageserver-protocol';
import { languageId } from '../../common/src/protocol/documents';
import { extremes, type Extreme } from '../kit/extremes';
import { assertGrowth, type Times, type Work } from '../kit/growth';
import { problemsIn, startMeasuredSession, type MeasuredSession } from '../kit/measuredSession';

const uri = 'file:///extreme.instance.json';
const small = '{ "element": { "key": "helpscout" }, "configuration": {} }';

describe('the bundled server with extreme texts', () => {
  let session: MeasuredSession;
  before(async () => {
    session = await startMeasuredSession();
  });
  after(() => {
    session.stop();
  });

  /** Asks everything of a text, and of a small one that takes its place. */
  function askAll(content: string, codes: readonly string[]): Promise<Work> {
    const lines = content.split(/\r\n|\r|\n/);
    return session.measure({ uri, languageId, text: content }, async (ask) => {
      const found = problemsIn(await ask<DocumentDiagnosticReport>('diagnostic'));
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

      await session.client.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: 2 },
        contentChanges: [{ text: small }],
      });
      assert.deepEqual(
        problemsIn(await ask<DocumentDiagnosticReport>('diagnostic')).map(({ code }) => code),
        ['missing-entries'],
      );
    });
  }
  const measure =
    ({ text, codes = [] }: Extreme) =>
    (times: Times): Promise<Work> =>
      // What is too much of something is so at its full length.
      askAll(text(times), times === 4 ? codes : []);

  for (const extreme of extremes) {
    it(`${extreme.name}: answers in time linear in the text, and a small file after it`, () =>
      assertGrowth(measure(extreme)));
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
