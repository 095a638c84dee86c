import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import esbuild from 'esbuild';
import { anAccount, newSecret } from '../kit/client/fakes';
import { useSandbox } from '../kit/client/ownSandbox';
import { steps, type ChildInput, type ChildOutput, type Step } from './steps';
import { buttons as outcomeButtons } from '../../engine/src/provisioning/outcome/messages';

/** What the press after a kill finds, what is pressed then, and how often the request is sent in all. */
const untouched = { says: /was created/, press: [], posts: 1 };
const unmade = { says: /without a response\..* has no new instance/, press: ['Provision Again'], posts: 1 };
const unheard = { says: /without a response\..* is new in Work/, press: [outcomeButtons.storeToken], posts: 1 };
const unnoted = {
  says: /without a response\..* was created by this request\. Its element token is stored/,
  press: [],
  posts: 1,
};
const known = { says: /^Provision again with Work/, press: [], posts: 1 };
const afterwards: Record<Step, { readonly says: RegExp; readonly press: string[]; readonly posts: number }> = {
  question: untouched,
  checked: untouched,
  'about to lock': untouched,
  locked: untouched,
  'about to record': untouched,
  recorded: unmade,
  'about to send': unmade,
  sent: unheard,
  answered: unheard,
  'token about to be stored': unheard,
  'token stored, not listed': unheard,
  'token kept': unnoted,
  'about to complete': unnoted,
  completed: known,
};

describe('a window that is killed', () => {
  const place = useSandbox('kill');
  let program = '';
  before(async () => {
    program = path.join(place.folder, 'child.cjs');
    const entry = path.join(import.meta.dirname, 'child.ts');
    await esbuild.build({
      entryPoints: [entry],
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      mainFields: ['module', 'main'],
      logLevel: 'warning',
    });
  });

  /** Runs a child; gives the signal that ended it, or what it says. */
  function run(input: ChildInput): Promise<NodeJS.Signals | ChildOutput> {
    return new Promise((resolve, reject) => {
      const env = { ...process.env, CHILD: JSON.stringify(input) };
      const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'inherit'] });
      let output = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
      child.on('error', reject);
      child.on('close', (_, signal) => {
        resolve(signal ?? (JSON.parse(output) as ChildOutput));
      });
    });
  }

  for (const step of steps) {
    it(`makes one instance in all, and its token is kept: ${step}`, async () => {
      const folder = path.join(place.folder, step.replaceAll(/\W/g, '-'));
      await mkdir(folder);
      const { baseUrl, secrets } = place.sandbox;
      const name = `desk ${newSecret()}`;
      const configuration = { username: 'me', password: newSecret(), 'mailbox.name': 'support' };
      const text = JSON.stringify({ element: { key: 'helpscout' }, configuration, name });
      const account = { ...anAccount, baseUrl, kind: 'test' } as const;
      const access = { baseUrl, userSecret: secrets.user, organizationSecret: secrets.organization };
      const { says, press, posts } = afterwards[step];
      if (step === 'sent') place.sandbox.faults.next('hang-after-commit');

      const input = { folder, text, account, access, press: [] };
      assert.equal(await run({ ...input, killAt: step }), 'SIGKILL');
      const second = await run({ ...input, press });
      assert.ok(typeof second === 'object');
      assert.match(second.shown[0] ?? '', says);
      const made = place.sandbox.instances().filter((one) => one.name === name);
      assert.deepEqual(
        second.kept,
        made.map(({ token }) => token),
      );
      assert.deepEqual([made.length, place.sandbox.counts()['POST /instances']], [1, posts]);
    });
  }
});
