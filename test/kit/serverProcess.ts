import assert from 'node:assert/strict';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The bundled server, as the package has it. */
export const bundledServer = path.resolve(__dirname, '../../dist/server.js');

/** A server in a process of its own. */
export interface ServerProcess {
  readonly child: ChildProcessWithoutNullStreams;
  /** Its exit code, once it has ended and all its output has been read; null where a signal ended it. */
  readonly ended: Promise<number | null>;
  /** What it has written to stderr so far. */
  complaints(): string;
  /** Milliseconds that it has worked; on a system that does not tell, those that have passed. */
  worked(): number;
  stop(): void;
}

/**
 * Starts the bundled server over stdio, from another folder: it finds its schemas beside itself. `channel` opens one more
 * to the process, for what `nodeOptions` load into it.
 */
export function startServerProcess(nodeOptions: readonly string[] = [], channel = false): ServerProcess {
  assert.ok(fs.existsSync(bundledServer), `${bundledServer} is not there: run "npm run build" first.`);
  const child = spawn(process.execPath, [...nodeOptions, bundledServer, '--stdio'], {
    cwd: os.tmpdir(),
    stdio: ['pipe', 'pipe', 'pipe', ...(channel ? (['ipc'] as const) : [])],
  }) as ChildProcessWithoutNullStreams;
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  // What is written to a server that has ended is lost; `ended` tells, not a broken pipe.
  child.stdin.on('error', () => undefined);
  return {
    child,
    ended: new Promise((resolve) => child.once('close', resolve)),
    complaints: () => complaints,
    worked: () => workOf(child.pid),
    stop: () => child.kill('SIGKILL'),
  };
}

/** What Linux keeps of a process; the fields behind its name, which may hold anything, are counted from the bracket. */
function workOf(pid: number | undefined): number {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return performance.now();
  }
}
