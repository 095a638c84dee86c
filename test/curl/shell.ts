import { spawn } from 'node:child_process';

/** The environment that a script runs in, beside the PATH: no proxy and no .curlrc of the person who runs the tests. */
export type Variables = Readonly<Record<string, string>>;

/**
 * Runs a script in a shell of this computer, in a folder, and gives what it output. Rejects where a command of it fails,
 * with its error output.
 */
export function runScript(
  shell: 'bash' | 'sh',
  script: string,
  folder: string,
  variables: Variables = {},
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const { PATH = '' } = process.env;
    // By its standard input, since an argument has a limit.
    const child = spawn(shell, ['-e', '-s'], { cwd: folder, env: { PATH, HOME: folder, ...variables } });
    const [output, errors]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (data: Buffer) => output.push(data));
    child.stderr.on('data', (data: Buffer) => errors.push(data));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(output));
      else
        reject(
          new Error(`${shell} ended with ${code ?? 'a signal'}: ${Buffer.concat(errors).toString().slice(-2000)}`),
        );
    });
    // A script that ends early has reported why.
    child.stdin.on('error', () => undefined);
    child.stdin.end(script);
  });
}
