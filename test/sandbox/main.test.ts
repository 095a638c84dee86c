import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { sandboxSecrets, startSandbox } from '../../sandbox/src/server';

const main = join(import.meta.dirname, '../../sandbox/src/runSandbox.ts');

function run(...flags: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...flags], { stdio: ['ignore', 'pipe', 'pipe'] });
  return { child, errors: text(child.stderr), ended: once(child, 'exit') };
}

describe('sandbox: npm run sandbox', () => {
  for (const [signal, latency] of [
    ['SIGINT', '5'],
    ['SIGTERM', 'realistic'],
  ] as const) {
    it(`prints its URL and secrets, answers, and ends on ${signal}`, async () => {
      const { child, ended } = run('--port', '0', '--latency', latency);
      try {
        let output = '';
        for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
          output += chunk.toString();
          if (output.includes('Ctrl+C')) break;
        }
        assert.ok(output.includes(sandboxSecrets.user) && output.includes(sandboxSecrets.organization));
        const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
        assert.equal((await fetch(`${url ?? ''}/elements/api-v2/elements/keys`)).status, 200);
        const settings = (await (await fetch(`${url ?? ''}/sandbox/settings`)).json()) as { latency: unknown };
        assert.equal(String(settings.latency), latency);
        child.kill(signal);
        assert.deepEqual(await ended, [0, null]);
      } finally {
        child.kill('SIGKILL');
      }
    });
  }

  const wrong: readonly [flags: string[], message: RegExp][] = [
    [['--port', '70000'], /--port cannot be "70000"[^]*Usage:/],
    [['--latency', 'long'], /--latency cannot be "long"/],
  ];
  for (const [flags, message] of wrong) {
    it(`refuses ${flags.join(' ')} and says how to call it`, async () => {
      const { errors, ended } = run(...flags);
      assert.deepEqual(await ended, [1, null]);
      assert.match(await errors, message);
    });
  }

  it('says so, without a stack, when its port is in use', async () => {
    const sandbox = await startSandbox();
    try {
      const { errors, ended } = run('--port', new URL(sandbox.url).port);
      assert.deepEqual(await ended, [1, null]);
      assert.match(await errors, /^Port \d+ of 127\.0\.0\.1 is in use\. Stop the program that has it.*\n$/);
    } finally {
      await sandbox.close();
    }
  });
});
