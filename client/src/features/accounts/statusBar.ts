import * as vscode from 'vscode';
import { languageId } from '../../../../common/src/protocol/documents';
import type { Accounts } from '../../../../engine/src/accounts/accounts';
import { channelName } from '../../vscode/messages';
import { createStatusItem } from '../../vscode/shown';
import { accountStatus } from './accountStatus';

/** Shows the account in use while an instance file is in front. */
export function registerStatusBar(accounts: Accounts): vscode.Disposable {
  const item = createStatusItem('account', channelName);
  let updates = 0;
  const update = async () => {
    updates += 1;
    const mine = updates;
    if (vscode.window.activeTextEditor?.document.languageId !== languageId) {
      item.hide();
      return;
    }
    const account = accounts.active();
    const hasSecrets = account !== undefined && (await accounts.hasSecrets(account));
    // What changed in the meantime is shown by the update that it began.
    if (mine !== updates) return;
    const { color, ...status } = accountStatus(account, hasSecrets, accounts.list().length);
    item.show({ ...status, color: color === undefined ? undefined : new vscode.ThemeColor(`charts.${color}`) });
  };
  const show = () => void update();
  accounts.onDidChange(show);
  show();
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(show),
    // A document's language changes by closing and opening it.
    vscode.workspace.onDidOpenTextDocument(show),
  );
}
