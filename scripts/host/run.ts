import { spawn } from 'node:child_process';

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Milliseconds after which the program is killed. */
  readonly limit: number;
}

/**
 * Runs a program to its end and gives what it printed on standard output.
 * Throws an Error with the last lines of its output where it fails, cannot be started or takes longer than the limit.
 */
export function run(command: string, args: readonly string[], options: RunOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: options.limit,
      killSignal: 'SIGKILL',
    });
    let stdout = '';
    let both = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      both += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      both += text;
    });
    const line = [command, ...args].join(' ');
    child.on('error', (error) => {
      reject(new Error(`Cannot run "${line}": ${error.message}`));
    });
    child.on('close', (code, signal) => {
      if (code === 0) {
        resolve(stdout);
        return;
      }
      const end =
        code === null ? `was ended by ${String(signal)} (limit ${options.limit / 60_000} minutes)` : `failed (${code})`;
      const tail = both.trimEnd().split('\n').slice(-25).join('\n');
      reject(new Error(`"${line}" ${end}:\n${tail}`));
    });
  });
}
