import * as vscode from 'vscode';
import { languageId } from '../../../../common/src/protocol/documents';
import type { Accounts } from '../../../../engine/src/accounts/accounts';
import { channelName } from '../../vscode/messages';
import { createStatusItem } from '../../vscode/windowViews';
import { accountStatus } from './accountStatus';

/** Shows the account in use while an instance file is in the active editor. */
export function registerStatusBar(accounts: Accounts): vscode.Disposable {
  const item = createStatusItem('account', channelName);
  let updates = 0;
  const update = async () => {
    updates += 1;
    const ownUpdate = updates;
    if (vscode.window.activeTextEditor?.document.languageId !== languageId) {
      item.hide();
      return;
    }
    const account = accounts.active();
    const hasSecrets = account !== undefined && (await accounts.hasSecrets(account));
    // A later change has started an update of its own, which shows the current state.
    if (ownUpdate !== updates) return;
    const { color, ...status } = accountStatus(account, hasSecrets, accounts.list().length);
    item.show({ ...status, color: color === undefined ? undefined : new vscode.ThemeColor(`charts.${color}`) });
  };
  const show = () => void update();
  accounts.onDidChange(show);
  show();
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(show),
    // VS Code changes the language of a document by closing and opening it.
    vscode.workspace.onDidOpenTextDocument(show),
  );
}
