import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from '../../scripts/host/run';

/** A home directory and a folder to work in, of an editor that has the language server on its PATH and nothing else. */
export interface Workplace {
  readonly home: string;
  /** Writes a file into the folder and gives its path. */
  write(name: string, text: string): string;
  /** Runs an editor to its end in the folder; `settings` are variables for the script that drives it. */
  run(command: string, args: readonly string[], settings?: Readonly<Record<string, string>>): Promise<string>;
  remove(): void;
}

/** Makes a workplace with files in its home directory, by their paths in there. */
export function createWorkplace(bin: string, homeFiles: Readonly<Record<string, string>>): Workplace {
  const top = mkdtempSync(path.join(os.tmpdir(), 'instances-editor-'));
  const home = path.join(top, 'home');
  const folder = path.join(top, 'work');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(homeFiles)) {
    mkdirSync(path.dirname(path.join(home, name)), { recursive: true });
    writeFileSync(path.join(home, name), text);
  }
  const env = {
    PATH: [bin, process.env.PATH].join(path.delimiter),
    HOME: home,
    XDG_CONFIG_HOME: path.join(home, '.config'),
    XDG_DATA_HOME: path.join(home, '.local/share'),
    XDG_STATE_HOME: path.join(home, '.local/state'),
    XDG_CACHE_HOME: path.join(home, '.cache'),
    LANG: 'C.UTF-8',
    TERM: 'dumb',
  };
  return {
    home,
    write(name, text) {
      const file = path.join(folder, name);
      writeFileSync(file, text);
      return file;
    },
    // An editor that is killed at the limit closes its server's input, and that ends the server.
    run: (command, args, settings) =>
      run(command, args, { cwd: folder, env: { ...env, ...settings }, limit: 4 * 60_000 }),
    remove() {
      rmSync(top, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** What the scripts that drive the editors write down. Columns are counted as the editor counts them, lines from 0. */
export interface Observation {
  readonly language: string;
  readonly problems: readonly Place[];
  /** The editor's answer when the server asks for `cloudElements.diagnosticSeverityOverrides`. */
  readonly settings: unknown;
  /** The text in the editor after fix all. */
  readonly text: string;
}

export interface Place {
  readonly code: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

export const readObservation = (file: string): Observation => JSON.parse(readFileSync(file, 'utf8')) as Observation;
