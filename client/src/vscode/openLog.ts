import * as vscode from 'vscode';
import { createLog, type Log } from './log';
import * as messages from './messages';

/** The extension's log in its own output channel. "Developer: Set Log Level…" sets its level. */
export function openLog(): Log & { dispose(): void } {
  const channel = vscode.window.createOutputChannel(messages.channelName, { log: true });
  const hasSteps = () => [vscode.LogLevel.Trace, vscode.LogLevel.Debug].includes(channel.logLevel);
  return {
    ...createLog(channel, hasSteps),
    dispose: () => {
      channel.dispose();
    },
  };
}
