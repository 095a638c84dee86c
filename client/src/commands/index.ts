import * as vscode from 'vscode';
import { addAccount } from '../features/accounts/addAccount';
import { checkAccount } from '../features/accounts/checkAccount';
import { copySupport } from '../features/support/copySupport';
import { copyToken } from '../features/provision/copyToken';
import { copyCurl } from '../features/curl/copyCurl';
import { createFromCurl } from '../features/curl/createFromCurl';
import { deleteSecret } from '../features/secrets/deleteSecret';
import { editAccount } from '../features/accounts/editAccount';
import { commandIds, type CommandId } from './ids';
import { listSecrets } from '../features/secrets/listSecrets';
import { moveSecret } from '../features/secrets/moveSecret';
import { newInstance } from '../features/editing/newInstance';
import { openSource } from '../features/provision/openSource';
import { previewRequest } from '../features/provision/previewRequest';
import { provisionInstance } from '../features/provision/provisionInstance';
import { runCommand } from './runCommand';
import type { Services } from './context';
import { setSecret } from '../features/secrets/setSecret';
import { showResponse } from '../features/provision/showResponse';
import { removeAccount, signOut } from '../features/accounts/signOut';
import { switchAccount } from '../features/accounts/switchAccount';

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
