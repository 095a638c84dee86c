/** The extension's log. No line may contain a header, a body, a query or a secret. */
export interface Log {
  readonly error: (line: string) => void;
  readonly info: (line: string) => void;
  /** A step between the calls, for finding the cause of a failure. */
  readonly debug: (line: string) => void;
  /** The last lines, oldest first. They include the steps between the calls where {@link Log.hasSteps} was true. */
  readonly lines: () => readonly string[];
  /** Whether a person has set a log level that includes the steps between the calls. */
  readonly hasSteps: () => boolean;
  readonly show: () => void;
}

/** The output channel. It omits lines below its level, and adds the time to each line. */
export interface LogChannel {
  error(line: string): void;
  info(line: string): void;
  debug(line: string): void;
  show(): void;
}

const maxLines = 200;

/**
 * A log that remembers its last 200 lines for support, whatever the level of the channel.
 * @param hasSteps Whether to remember the steps between the calls. It is called for each step, so a change of the level takes
 * effect immediately.
 */
export function createLog(channel: LogChannel, hasSteps: () => boolean, now: () => Date = () => new Date()): Log {
  const lines: string[] = [];
  const remember = (level: string, line: string) => {
    // In the format that VS Code's language `log` highlights.
    lines.push(`${now().toISOString()} [${level}] ${line}`);
    if (lines.length > maxLines) lines.shift();
  };
  return {
    error: (line) => {
      remember('error', line);
      channel.error(line);
    },
    info: (line) => {
      remember('info', line);
      channel.info(line);
    },
    debug: (line) => {
      if (hasSteps()) remember('debug', line);
      channel.debug(line);
    },
    lines: () => [...lines],
    hasSteps,
    show: () => {
      channel.show();
    },
  };
}
