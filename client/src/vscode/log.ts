/** The extension's log. No line may hold a header, a body, a query or a secret. */
export interface Log {
  readonly error: (line: string) => void;
  readonly info: (line: string) => void;
  /** A step on the way, for those who look for a fault. */
  readonly debug: (line: string) => void;
  /** The last lines, oldest first. Steps on the way are among them where {@link Log.hasSteps} was true. */
  readonly lines: () => readonly string[];
  /** Whether a person has asked for the steps on the way. */
  readonly hasSteps: () => boolean;
  readonly show: () => void;
}

/** The output channel. It drops lines below its level, and adds the time to each. */
export interface LogChannel {
  error(line: string): void;
  info(line: string): void;
  debug(line: string): void;
  show(): void;
}

const mostLines = 200;

/**
 * A log that keeps its last 200 lines for support, whatever the level of the channel: but for steps on the way, which are kept
 * where `hasSteps` says so. It is asked at each of them, so that a change of the level counts at once.
 */
export function createLog(channel: LogChannel, hasSteps: () => boolean, now: () => Date = () => new Date()): Log {
  const lines: string[] = [];
  const keep = (level: string, line: string) => {
    // In the form that VS Code's language `log` colours.
    lines.push(`${now().toISOString()} [${level}] ${line}`);
    if (lines.length > mostLines) lines.shift();
  };
  return {
    error: (line) => {
      keep('error', line);
      channel.error(line);
    },
    info: (line) => {
      keep('info', line);
      channel.info(line);
    },
    debug: (line) => {
      if (hasSteps()) keep('debug', line);
      channel.debug(line);
    },
    lines: () => [...lines],
    hasSteps,
    show: () => {
      channel.show();
    },
  };
}
