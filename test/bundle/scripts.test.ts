import type { DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { curlLanguages } from '../../common/src/protocol/curl';
import { extremeScripts } from '../kit/extremeScripts';
import { assertGrowth } from '../kit/growth';
import { startMeasuredSession, type MeasuredSession } from '../kit/measuredSession';

describe('the bundled server with extreme scripts', () => {
  let session: MeasuredSession;
  let opened = 0;
  before(async () => {
    session = await startMeasuredSession({ curl: true });
  });
  after(() => {
    session.stop();
  });

  for (const { name, text } of extremeScripts) {
    // A code block of Markdown is read as a shell script is.
    for (const languageId of curlLanguages.filter((id) => id !== 'markdown')) {
      it(`${name}, in ${languageId}: answers in time linear in the text`, () =>
        assertGrowth((times) =>
          session.measure({ uri: `file:///extreme${opened++}`, languageId, text: text(times) }, async (ask) => {
            await ask<DocumentDiagnosticReport>('diagnostic');
            const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
            await ask('completion', { position: range.end });
            await ask('codeAction', { range, context: { diagnostics: [], only: ['source.fixAll'] } });
          }),
        ));
    }
  }
});
