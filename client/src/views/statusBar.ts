import * as vscode from 'vscode';
import { languageId } from '../../../server/src/protocol';
import type { Accounts } from '../accounts/accounts';
import type { CommandId } from '../commands/ids';
import * as messages from '../messages';

const add: CommandId = 'cloudElements.account.add';
const change: CommandId = 'cloudElements.account.switch';

/** Shows the account in use while an instance file is in front. */
export function registerStatusBar(accounts: Accounts): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('account', vscode.StatusBarAlignment.Right, 100);
  item.name = messages.channelName;
  const update = () => {
    if (vscode.window.activeTextEditor?.document.languageId !== languageId) {
      item.hide();
      return;
    }
    const account = accounts.active();
    const isEmpty = accounts.list().length === 0;
    item.text =
      account !== undefined
        ? messages.statusText(account.label)
        : isEmpty
          ? messages.statusNone
          : messages.statusChoose;
    item.tooltip = account === undefined ? messages.statusNoneTip : messages.statusTip(new URL(account.baseUrl).host);
    item.command = isEmpty ? add : change;
    item.show();
  };
  accounts.onDidChange(update);
  update();
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(update),
    // A document's language changes by closing and opening it.
    vscode.workspace.onDidOpenTextDocument(update),
  );
}
