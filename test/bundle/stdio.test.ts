import assert from 'node:assert/strict';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { createClient, type TestClient } from '../kit/client';

const server = path.resolve(import.meta.dirname, '../../dist/server.js');
const uri = 'file:///anywhere/instance.json';
const straight = '{ "element": { "key": "twilio" } }';
const curly = straight.replaceAll(/"([^"]*)"/g, '“$1”');

describe('the bundled server over stdio', () => {
  let child: ChildProcessWithoutNullStreams;
  let client: TestClient;
  let complaints = '';

  before(() => {
    assert.ok(fs.existsSync(server), `${server} is not there: run "npm run build" first.`);
    // From another folder: it finds its schemas beside itself.
    child = spawn(process.execPath, [server, '--stdio'], { cwd: os.tmpdir() });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaints += text;
    });
    client = createClient(child.stdout, child.stdin);
  });

  after(() => {
    child.kill('SIGKILL');
  });

  it('answers initialize', async () => {
    const { serverInfo } = await client.initialize();
    assert.equal(serverInfo?.name, 'cloud-elements-instances');
  });

  it('finds curly quotes and missing entries, with the schemas beside it', async () => {
    await client.open(uri, curly);
    const codes = (await client.pushed(uri)).map(({ code }) => code);
    assert.deepEqual([...new Set(codes)].sort(), ['look-alike-quotes', 'missing-entries']);
  });

  it('fixes them with fix all', async () => {
    const start = { line: 0, character: 0 };
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start, end: start },
      context: { diagnostics: [], only: ['source.fixAll'] },
    });
    const edits = actions[0]?.edit?.changes?.[uri] ?? [];
    const characters = Array.from(curly);
    for (const { range, newText } of edits) characters[range.start.character] = newText;
    assert.equal(characters.join(''), straight);
  });

  it('exits with 0 after shutdown and exit, without any output to stderr', async () => {
    await client.connection.sendRequest('shutdown');
    const ended = once(child, 'exit');
    await client.connection.sendNotification('exit');
    const [code] = (await ended) as [number | null];
    assert.equal(code, 0);
    assert.equal(complaints, '');
  });
});
