import * as vscode from 'vscode';
import type { Accounts } from '../../../../engine/src/accounts/accounts';
import type { CommandId } from '../../commands/ids';
import * as messages from '../../../../engine/src/messages';
import { registerLenses } from '../../vscode/shown';

const provision: CommandId = 'cloudElements.instance.provision';
const setting = 'cloudElements.codeLens.enable';

/** Shows "Provision with <account>" at the top of each file. */
export function registerCodeLens(selector: vscode.DocumentSelector, accounts: Accounts): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  accounts.onDidChange(() => {
    changed.fire();
  });
  return vscode.Disposable.from(
    changed,
    registerLenses(selector, changed.event, (document) => {
      if (vscode.workspace.getConfiguration(undefined, document).get(setting) !== true) return [];
      const title = messages.lensTitle(accounts.active());
      return [{ line: 0, icon: 'cloud-upload', title, command: provision, arguments: [document.uri] }];
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(setting)) changed.fire();
    }),
  );
}
