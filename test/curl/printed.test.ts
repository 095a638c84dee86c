import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startSandbox, type Sandbox } from '../../sandbox/src/server';
import { debianPackages } from '../../scripts/host/debianPackages';
import { curlFixed, printedForms } from '../kit/curl';
import { helpScoutRequest } from '../sandbox/callSandbox';
import { runScript } from './shell';

describe('the command of the documentation, fixed and filled in', () => {
  let sandbox: Sandbox;
  let folder: string;
  before(async function () {
    this.timeout(30 * 60_000);
    await debianPackages({ bash: 'bash', curl: 'curl' }, (line) => process.stderr.write(`${line}\n`));
    sandbox = await startSandbox();
    folder = await mkdtemp(path.join(tmpdir(), 'printed-'));
    await writeFile(path.join(folder, 'instance.json'), JSON.stringify(helpScoutRequest()));
  });
  after(async () => {
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  });

  for (const [name, text] of Object.entries(printedForms)) {
    it(`creates an instance, from the one ${name}`, async () => {
      const script = curlFixed(text)
        .replace('<INSERT_USER_SECRET>', sandbox.secrets.user)
        .replace('<INSERT_ORGANIZATION_SECRET>', sandbox.secrets.organization)
        .replace('https://api.cloud-elements.com', sandbox.url)
        .replace('curl ', String.raw`curl -sS -w '\n%{http_code}' `);
      const [body = '', status] = (await runScript('bash', script, folder)).toString('utf8').split('\n');
      assert.equal(status, '200');
      assert.equal((JSON.parse(body) as { id: number }).id, sandbox.instances().at(-1)?.id);
    });
  }
});
