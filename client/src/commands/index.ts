import * as vscode from 'vscode';
import { addAccount } from './account/addAccount';
import { checkAccount } from './account/checkAccount';
import { copySupport } from './copySupport';
import { copyToken } from './copyToken';
import { copyCurl } from './curl/copyCurl';
import { createFromCurl } from './curl/createFromCurl';
import { deleteSecret } from './secret/deleteSecret';
import { editAccount } from './account/editAccount';
import { commandIds, type CommandId } from './ids';
import { listSecrets } from './secret/listSecrets';
import { moveSecret } from './secret/moveSecret';
import { newInstance } from './newInstance';
import { openSource } from './openSource';
import { previewRequest } from './previewRequest';
import { provisionInstance } from './provisionInstance';
import { runCommand } from './runCommand';
import type { Services } from './services';
import { setSecret } from './secret/setSecret';
import { showResponse } from './showResponse';
import { removeAccount, signOut } from './account/signOut';
import { switchAccount } from './account/switchAccount';

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
  'cloudElements.curl.copy': async (services, uri) => copyCurl(services, await openSource(uri)),
  'cloudElements.curl.create': createFromCurl,
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
