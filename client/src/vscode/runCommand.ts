import * as messages from './messages';
import { Cancelled, UserFacingError, type Ui } from '../../../engine/src/ui';
import type { Log } from './log';

/** Where a command reports why it failed. */
export interface CommandWindow {
  readonly ui: Ui;
  readonly log: Pick<Log, 'error' | 'show'>;
}

/**
 * Runs a command and never throws. A closed question is not an error; a `UserFacingError` is shown as it is; any other
 * error is shown as one general sentence, and its stack goes to the log.
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
    log.error(`${id} failed: ${whereItHappened(error)}`);
    const pressed = await ui.show({ tone: 'error', text: messages.commandFailed }, messages.buttons.showLog);
    if (pressed !== undefined) log.show();
  }
}

/** Kind and place of an error. Its message is left out: it may quote what was being read or sent. */
export function whereItHappened(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const { code } = error as NodeJS.ErrnoException;
  return [typeof code === 'string' ? `${error.name} ${code}` : error.name, ...frames].join('\n');
}
