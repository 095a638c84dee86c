import * as vscode from 'vscode';
import * as messages from './messages';
import { createLog, type Log } from './log';

/** The extension's log, in an output channel of its own. */
export function openLog(): Log & { dispose(): void } {
  const channel = vscode.window.createOutputChannel(messages.channelName, 'log');
  const level = () => vscode.workspace.getConfiguration().get('cloudElements.log.level');
  return {
    ...createLog(channel, level),
    dispose: () => {
      channel.dispose();
    },
  };
}
