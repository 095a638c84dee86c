import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import esbuild from 'esbuild';
import { inName, smallDocument } from './documents';
import { ownServer } from './servers';
import { startSession } from './session';
import { readUsage } from './usage';

const keystrokes = 200;
const settleTime = 300;

/** Prints what a process of Node.js takes that does nothing, and a language server that knows nothing: peaks in megabytes. */
export async function measureFloor(root: string): Promise<void> {
  const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'inherit'] });
  await wait(settleTime);
  const bare = readUsage(child.pid).peak;
  child.kill();
  await once(child, 'exit');

  const folder = mkdtempSync(join(tmpdir(), 'bench-floor-'));
  try {
    const program = join(folder, 'server.js');
    await esbuild.build({
      entryPoints: [join(root, 'test/bench/idleServer.ts')],
      outfile: program,
      bundle: true,
      minify: true,
      platform: 'node',
      mainFields: ['module', 'main'],
      logLevel: 'warning',
    });
    const session = await startSession(ownServer(program, '0', 'idle'));
    await session.open(smallDocument);
    for (let count = 0; count < keystrokes; count++) {
      await session.type(smallDocument, inName);
      await session.diagnostics(smallDocument);
    }
    const { peak } = session.usage();
    await session.end();
    console.log(`Node.js that waits: ${bare.toFixed(1)} MB.`);
    console.log(`A server of the protocol's library alone, after ${keystrokes} keystrokes: ${peak.toFixed(1)} MB.`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
