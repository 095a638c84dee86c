import * as vscode from 'vscode';
import type { Accounts } from '../../../../engine/src/accounts/accounts';
import * as messages from './messages';
import { settings } from '../../../../common/src/protocol/settings';
import { registerLenses } from '../../vscode/windowViews';

/** Shows "Provision with <account>" above the first line of each instance file. */
export function registerCodeLens(selector: vscode.DocumentSelector, accounts: Accounts): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  accounts.onDidChange(() => {
    changed.fire();
  });
  return vscode.Disposable.from(
    changed,
    registerLenses(selector, changed.event, (document) => {
      if (vscode.workspace.getConfiguration(undefined, document).get(settings.codeLens) !== true) return [];
      const title = messages.lensTitle(accounts.active());
      return [
        {
          line: 0,
          icon: 'cloud-upload',
          title,
          command: 'cloudElements.instance.provision',
          arguments: [document.uri],
        },
      ];
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(settings.codeLens)) changed.fire();
    }),
  );
}
