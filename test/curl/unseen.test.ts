import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { curlCommand } from '../../engine/src/curl/curlCommand';
import { shells } from '../../common/src/shells/shells';
import { aDocument } from '../kit/client/document';
import { jsonWord, secretReferences } from '../../engine/src/curl/variables';
import { debianPackages } from '../../scripts/host/debianPackages';
import { anyJson, plainText } from '../kit/unseen';
import { runScript } from './shell';

const access = { baseUrl: 'https://api.cloud-elements.com/elements/api-v2', ...secretReferences };

describe('a cURL command with invisible characters in its request', () => {
  let folder = '';
  before(async function () {
    this.timeout(10 * 60_000);
    await debianPackages({ bash: 'bash' }, (line) => process.stderr.write(`${line}\n`));
    folder = await mkdtemp(path.join(tmpdir(), 'unseen-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('has no character that a terminal interprets, and bash passes the same JSON', async function () {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(fc.array(anyJson, { minLength: 20, maxLength: 60, size: 'max' }), async (bodies) => {
        const commands = bodies.map((json) => {
          const command = curlCommand(shells.posix, access, { json: jsonWord(aDocument(json), new Map()) });
          assert.ok('text' in command);
          assert.match(command.text, plainText);
          return command.text;
        });
        // Instead of cURL, a function that prints the word after -d.
        const script = `curl() { while [ "$1" != -d ]; do shift; done; printf '%s\\0' "$2"; }\n${commands.join('\n')}\n`;
        const printed = await runScript('bash', script, folder, { CE_USER_SECRET: 'u', CE_ORGANIZATION_SECRET: 'o' });
        const arrived = printed.toString('utf8').split('\0').slice(0, -1);
        assert.deepEqual(
          arrived.map((text): unknown => JSON.parse(text)),
          bodies.map((text): unknown => JSON.parse(text)),
        );
      }),
      { numRuns: 10 },
    );
  });
});
