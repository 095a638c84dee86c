import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { findProgram } from './debianPackages';

export interface DesktopOptions {
  readonly userData: string;
  readonly extensions: string;
  readonly extension: string;
  readonly folder: string;
}

export interface Desktop {
  /** Resolves with a sentence when the window is closed or VS Code cannot be started. */
  readonly ended: Promise<string>;
  stop(): void;
}

/** Path of desktop VS Code's command, where it is on the PATH and there is a screen to show it on. */
export function findDesktop(): string | undefined {
  // In a terminal of a remote VS Code, `code` talks to that window and takes no user-data folder.
  if (process.env.VSCODE_IPC_HOOK_CLI) return undefined;
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  const screen = process.platform === 'linux' ? Boolean(DISPLAY ?? WAYLAND_DISPLAY) : true;
  return screen ? findProgram('code') : undefined;
}

/** Opens a folder in a desktop VS Code of its own, with an extension under development in it. */
export function openDesktop(code: string, options: DesktopOptions): Desktop {
  const args = [
    '--new-window',
    '--wait',
    `--user-data-dir=${options.userData}`,
    `--extensions-dir=${options.extensions}`,
    `--extensionDevelopmentPath=${options.extension}`,
    // Electron refuses to run as root inside its sandbox.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    options.folder,
  ];
  const child = spawn(code, args, { stdio: 'ignore' });
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => {
      resolve(`VS Code could not be started: ${error.message}`);
    });
    child.once('exit', (status) => {
      resolve(status === 0 ? 'VS Code was closed.' : `VS Code ended with status ${String(status)}.`);
    });
  });
  const stop = (): void => {
    child.kill();
    // The command starts the program apart from itself; the program notes its process id here.
    const lock = path.join(options.userData, 'code.lock');
    const pid = fs.existsSync(lock) ? Number(fs.readFileSync(lock, 'utf8')) : 0;
    if (pid <= 0) return;
    try {
      process.kill(pid, 'SIGTERM');
    } catch {
      // Already gone.
    }
  };
  return { ended, stop };
}
