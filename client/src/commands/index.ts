import * as vscode from 'vscode';
import { addAccount } from './addAccount';
import { checkAccount } from './checkAccount';
import { copySupport } from './copySupport';
import { copyToken } from './copyToken';
import { deleteSecret } from './deleteSecret';
import { editAccount } from './editAccount';
import { commandIds, type CommandId } from './ids';
import { listSecrets } from './listSecrets';
import { moveSecret } from './moveSecret';
import { newInstance } from './newInstance';
import { previewRequest } from './previewRequest';
import { provisionInstance } from './provisionInstance';
import { runCommand } from './runCommand';
import type { Services } from './services';
import { setSecret } from './setSecret';
import { showResponse } from './showResponse';
import { removeAccount, signOut } from './signOut';
import { switchAccount } from './switchAccount';

type Command = (services: Services, argument: unknown) => Promise<unknown>;

const commands: Record<CommandId, Command> = {
  'cloudElements.instance.provision': provisionInstance,
  'cloudElements.instance.new': newInstance,
  'cloudElements.account.add': addAccount,
  'cloudElements.account.switch': switchAccount,
  'cloudElements.account.edit': editAccount,
  'cloudElements.account.check': checkAccount,
  'cloudElements.account.signOut': signOut,
  'cloudElements.account.remove': removeAccount,
  'cloudElements.token.copy': copyToken,
  'cloudElements.response.show': showResponse,
  'cloudElements.request.preview': previewRequest,
  'cloudElements.secret.set': setSecret,
  'cloudElements.secret.delete': deleteSecret,
  'cloudElements.secret.list': listSecrets,
  'cloudElements.secret.move': moveSecret,
  'cloudElements.support.copy': copySupport,
};

/** Registers every command. None of them ever rejects. */
export function registerCommands(services: Services): vscode.Disposable {
  const registered = commandIds.map((id) =>
    vscode.commands.registerCommand(id, (argument: unknown) =>
      runCommand(services, id, async () => {
        await commands[id](services, argument);
      }),
    ),
  );
  return vscode.Disposable.from(...registered);
}
