import * as vscode from 'vscode';
import type { Accounts } from '../accounts/accounts';
import type { CommandId } from '../commands/ids';
import * as messages from '../messages';

const provision: CommandId = 'cloudElements.instance.provision';
const setting = 'cloudElements.codeLens.enable';

/** Shows "Provision with <account>" at the top of each file. */
export function registerCodeLens(selector: vscode.DocumentSelector, accounts: Accounts): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  accounts.onDidChange(() => {
    changed.fire();
  });
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses: (document) => {
      if (vscode.workspace.getConfiguration(undefined, document).get(setting) !== true) return [];
      const title = messages.lensTitle(accounts.active());
      const command = { title, command: provision, arguments: [document.uri] };
      return [new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), command)];
    },
  };
  return vscode.Disposable.from(
    changed,
    vscode.languages.registerCodeLensProvider(selector, provider),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(setting)) changed.fire();
    }),
  );
}
