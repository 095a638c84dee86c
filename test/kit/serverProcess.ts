import assert from 'node:assert/strict';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
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
  /** What its process says of itself (serverProbe.cjs); it has to be started with a probe. */
  ask(question: 'heap' | 'work'): Promise<number>;
  stop(): void;
}

/**
 * Starts the bundled server, or a copy of it, over stdio, from another folder: it finds its schemas beside itself. `probed`
 * loads what answers `ask`.
 */
export function startServerProcess(
  probed = false,
  nodeOptions: readonly string[] = [],
  program = bundledServer,
  env: Readonly<Record<string, string>> = {},
): ServerProcess {
  assert.ok(fs.existsSync(program), `${program} is not there: run "npm run build" first.`);
  const probe = probed ? ['--require', path.join(__dirname, 'serverProbe.cjs')] : [];
  const child = spawn(process.execPath, [...nodeOptions, ...probe, program, '--stdio'], {
    cwd: os.tmpdir(),
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe', ...(probed ? (['ipc'] as const) : [])],
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
    async ask(question) {
      child.send(question);
      const [answer] = (await once(child, 'message')) as [number];
      return answer;
    },
    stop: () => child.kill('SIGKILL'),
  };
}
