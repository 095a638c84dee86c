/** How much is written: each level writes what those before it write, too. */
export const logLevels = ['off', 'error', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

/** The extension's log. No line may hold a header, a body, a query or a secret. */
export interface Log {
  readonly error: (line: string) => void;
  readonly info: (line: string) => void;
  /** A step on the way, for those who look for a fault. */
  readonly debug: (line: string) => void;
  /** The last lines that were written, oldest first. */
  readonly lines: () => readonly string[];
  readonly show: () => void;
}

/** Where lines go. */
export interface LogChannel {
  appendLine(line: string): void;
  show(): void;
}

const mostLines = 200;

/**
 * A log that keeps its last 200 lines. `level` is asked at each line, so that a change of the setting counts at once; a
 * value that is none of the levels counts as `info`.
 */
export function createLog(channel: LogChannel, level: () => unknown, now: () => Date = () => new Date()): Log {
  const lines: string[] = [];
  const write = (own: LogLevel) => (line: string) => {
    const wanted = logLevels.find((known) => known === level()) ?? 'info';
    if (logLevels.indexOf(own) > logLevels.indexOf(wanted)) return;
    // In the form that VS Code's language `log` colours.
    const stamped = `${now().toISOString()} [${own}] ${line}`;
    lines.push(stamped);
    if (lines.length > mostLines) lines.shift();
    channel.appendLine(stamped);
  };
  return {
    error: write('error'),
    info: write('info'),
    debug: write('debug'),
    lines: () => [...lines],
    show: () => {
      channel.show();
    },
  };
}
