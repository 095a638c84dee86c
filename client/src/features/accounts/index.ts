import * as vscode from 'vscode';
import { registerCommands } from '../../vscode/registerCommands';
import type { CommandWindow } from '../../vscode/runCommand';
import { settings } from '../../../../common/src/protocol/settings';
import { addAccount } from './addAccount';
import { checkAccount } from './checkAccount';
import type { AccountStoreContext } from './accountContext';
import { editAccount } from './editAccount';
import { removeAccount, removeSecrets } from './removeAccount';
import { registerStatusBar } from './statusBar';
import { switchAccount } from './switchAccount';

export { accountFlows, type AccountFlows } from './accountFlows';

/** Registers the commands for accounts, and shows the account in use in the status bar. */
export function activateAccounts(context: AccountStoreContext & CommandWindow): vscode.Disposable {
  const { accounts } = context;
  return vscode.Disposable.from(
    registerCommands(context, {
      'cloudElements.account.add': () => addAccount(context),
      'cloudElements.account.switch': () => switchAccount(context),
      'cloudElements.account.edit': () => editAccount(context),
      'cloudElements.account.check': () => checkAccount(context),
      'cloudElements.account.removeSecrets': () => removeSecrets(context),
      'cloudElements.account.remove': () => removeAccount(context),
    }),
    registerStatusBar(accounts),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(settings.sandboxUrl)) accounts.changed();
    }),
    // Another window may have switched the account.
    vscode.window.onDidChangeWindowState(accounts.changed),
  );
}
