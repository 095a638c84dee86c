import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { translationsVariable } from '../../common/src/protocol/translations';
import { createClient } from '../kit/client';
import { startServerProcess } from '../kit/serverProcess';

const uri = 'file:///anywhere/instance.json';
const english = "Trailing commas aren't allowed in JSON.";
const german = 'Am Ende steht ein Komma zu viel.';

describe('the translations that the bundled server gets the address of', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'translations-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** The message for a trailing comma, and what the server writes to stderr. */
  async function open(location: string): Promise<{ message: string | undefined; complaints: string }> {
    const server = startServerProcess(false, [], undefined, { [translationsVariable]: location });
    try {
      const client = createClient(server.child.stdout, server.child.stdin);
      await client.initialize();
      await client.open(uri, '{ "element": { "key": "helpscout" }, }');
      const problems = await client.pushed(uri);
      const message = problems.find(({ code }) => code === 'trailing-comma')?.message;
      return { message: typeof message === 'string' ? message : message?.value, complaints: server.complaints() };
    } finally {
      server.stop();
    }
  }

  function write(content: string): string {
    const file = path.join(folder, 'bundle.l10n.de.json');
    writeFileSync(file, content);
    return pathToFileURL(file).href;
  }

  it('are used for every message from the start on', async () => {
    const location = write(JSON.stringify({ [english]: german }));
    assert.deepEqual(await open(location), { message: german, complaints: '' });
  });

  it('are not needed: without an address, messages are in English', async () => {
    assert.deepEqual(await open(''), { message: english, complaints: '' });
  });

  for (const [what, locate] of [
    ['is not JSON', () => write('{')],
    ['does not exist', () => pathToFileURL(path.join(folder, 'none.json')).href],
    ['is on another computer', () => 'https://example.com/bundle.json'],
  ] as const) {
    it(`leave messages in English where the file ${what}, and the log says why`, async () => {
      const location = locate();
      const { message, complaints } = await open(location);
      assert.equal(message, english);
      assert.ok(complaints.includes(location), complaints);
    });
  }
});
