// The problems of every fixture (code, range, severity) and the edits of their fixes, without any message or title: rewording
// these changes nothing here. `UPDATE_GOLDEN=1 npx mocha test/golden/golden.test.ts` rewrites the file; read its diff then.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CodeAction, Diagnostic, TextEdit } from 'vscode-languageserver-protocol';
import { startInProcess, type TestClient } from '../kit/client';
import { schemas } from '../kit/catalog';

const root = path.join(import.meta.dirname, '../..');
const golden = path.join(import.meta.dirname, 'problems.golden.txt');
const folders = [
  'test/golden/texts',
  'sandbox/samples',
  ...['documented', 'fixes', 'fuzz', 'requests'].map((name) => `test/fixtures/${name}`),
];
const languages: Readonly<Record<string, string>> = {
  '.json': 'cloud-elements-instance',
  '.sh': 'shellscript',
};

const position = ({ start, end }: Diagnostic['range']): string =>
  `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
const severities = ['', 'error', 'warning', 'information', 'hint'];
const editLines = (uri: string, edits: CodeAction['edit']): string[] =>
  (edits?.changes?.[uri] ?? []).map(({ range, newText }: TextEdit) => `${position(range)} ${JSON.stringify(newText)}`);

async function report(client: TestClient, file: string): Promise<string[]> {
  const uri = `file:///${file}`;
  const languageId = languages[path.extname(file)] ?? assert.fail(file);
  const text = readFileSync(path.join(root, file), 'utf8');
  await client.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId, version: 1, text },
  });
  const textDocument = { uri };
  const { items } = await client.connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
    textDocument,
  });
  const lines = [`# ${file}`];
  for (const diagnostic of items) {
    lines.push(
      `${position(diagnostic.range)} ${severities[diagnostic.severity ?? 0] ?? ''} ${String(diagnostic.code)}`,
    );
    const context = { diagnostics: [diagnostic], only: ['quickfix'] };
    const fixes = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range: diagnostic.range,
      context,
    });
    for (const { isPreferred, edit, command } of fixes.filter((fix) => !fix.kind?.startsWith('source'))) {
      lines.push(
        `  ${isPreferred === true ? 'preferred fix' : 'fix'}${command === undefined ? '' : ` ${command.command}`}`,
      );
      lines.push(...editLines(uri, edit).map((line) => `    ${line}`));
    }
  }
  const whole = { start: { line: 0, character: 0 }, end: { line: text.split('\n').length, character: 0 } };
  const all = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument,
    range: whole,
    context: { diagnostics: [], only: ['source.fixAll'] },
  });
  for (const { edit } of all) lines.push('fix-all', ...editLines(uri, edit).map((line) => `  ${line}`));
  return [...lines, ''];
}

describe('the problems of all fixtures and the edits of their fixes', () => {
  it('are those of the golden file', async () => {
    const client = startInProcess(schemas);
    try {
      await client.initialize({ textDocument: { diagnostic: {} } }, { curl: true, secretStore: true });
      const files = folders.flatMap((folder) =>
        readdirSync(path.join(root, folder))
          .filter((name) => path.extname(name) in languages)
          .sort()
          .map((name) => path.posix.join(folder, name)),
      );
      const lines: string[] = [];
      for (const file of files) lines.push(...(await report(client, file)));
      const text = lines.join('\n');
      if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(golden, text);
      assert.equal(text, readFileSync(golden, 'utf8'));
    } finally {
      client.dispose();
    }
  });
});
