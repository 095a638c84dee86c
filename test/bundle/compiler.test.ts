import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { requests } from '../kit/catalog';
import { createClient } from '../kit/client';
import { startServerProcess } from '../kit/serverProcess';

const root = path.join(import.meta.dirname, '../..');
const uri = 'file:///anywhere/instance.json';

describe('the compiler of schemas beside the bundled server', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'server-'));
    for (const name of ['dist/server.js', 'dist/compileSchema.js', 'schemas', 'snippets']) {
      cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
    }
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** Opens texts in a server of that folder, one after another; the codes of their problems, and what the server logs. */
  async function open(texts: readonly string[]): Promise<{ codes: unknown[][]; logged: string[] }> {
    const server = startServerProcess(false, [], path.join(folder, 'dist/server.js'));
    const logged: string[] = [];
    try {
      const client = createClient(server.child.stdout, server.child.stdin);
      client.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
        logged.push(message);
      });
      await client.initialize();
      const codes: unknown[][] = [];
      for (const [index, text] of texts.entries()) {
        await client.open(`${uri}.${index}`, text);
        codes.push((await client.pushed(`${uri}.${index}`)).map(({ code }) => code));
      }
      return { codes, logged };
    } finally {
      server.stop();
    }
  }

  /** Gives an entry a schema that no schema of the package has. */
  function changeSchema(): void {
    const file = path.join(folder, 'schemas/elements/helpscout.schema.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"username": {', '"username": { "enum": ["nobody"],'));
  }
  const text = '{ "element": { "key": "helpscout" }, "configuration": { "username": "somebody" } }';

  it('is not asked for where all schemas are those of the package', async () => {
    rmSync(path.join(folder, 'dist/compileSchema.js'));
    const wrong = '{ "element": { "key": "helpscout" }, "tags": "a,b" }';
    const { codes, logged } = await open([...requests.map((request) => request.text), wrong]);
    assert.ok(codes.at(-1)?.includes('wrong-type'));
    assert.deepEqual(logged, []);
  });

  it('compiles a schema that is not', async () => {
    changeSchema();
    assert.deepEqual(await open([text]), { codes: [['missing-entries', 'invalid-value']], logged: [] });
  });

  it('is missed by nothing but the values of such a schema', async () => {
    changeSchema();
    rmSync(path.join(folder, 'dist/compileSchema.js'));
    const { codes, logged } = await open([text]);
    assert.deepEqual(codes, [['missing-entries', 'written-secret']]);
    assert.equal(logged.length, 1);
  });
});
