import * as messages from './messages';
import { Cancelled, UserFacingError, type Ui } from '../../../engine/src/ui';
import type { Log } from './log';

/** Where a failed command reports the reason. */
export interface CommandWindow {
  readonly ui: Ui;
  readonly log: Pick<Log, 'error' | 'show'>;
}

/**
 * Runs a command and never throws. A closed question is not an error. The message of a `UserFacingError` is shown. Any other
 * error is shown as a general message, and its stack trace is logged.
 */
export async function runCommand({ ui, log }: CommandWindow, id: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (error instanceof Cancelled) return;
    if (error instanceof UserFacingError) {
      await ui.show({ tone: 'error', text: error.message });
      return;
    }
    log.error(`${id} failed: ${errorLocation(error)}`);
    const pressed = await ui.show({ tone: 'error', text: messages.commandFailed }, messages.buttons.showLog);
    if (pressed !== undefined) log.show();
  }
}

/** Name and stack trace of an error. The message is omitted, because it may quote what was read or sent. */
export function errorLocation(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const { code } = error as NodeJS.ErrnoException;
  return [typeof code === 'string' ? `${error.name} ${code}` : error.name, ...frames].join('\n');
}
