import type * as vscode from 'vscode';
import { registerCommands } from '../../vscode/registerCommands';
import { copySupport, type SupportContext } from './copySupport';
import type { CommandWindow } from '../../vscode/runCommand';

/** Registers the command that copies diagnostics. */
export function activateSupport(context: SupportContext & CommandWindow): vscode.Disposable {
  return registerCommands(context, { 'cloudElements.support.copy': () => copySupport(context) });
}
