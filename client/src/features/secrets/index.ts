import type * as vscode from 'vscode';
import * as messages from './messages';
import { registerCommands } from '../../vscode/registerCommands';
import type { CommandWindow } from '../../vscode/runCommand';
import type { StoreSecretContext } from './secretContext';
import { deleteSecret } from './deleteSecret';
import { moveSecret } from './moveSecret';
import { pickSecret } from './pickSecret';
import { secretReference } from './secretReference';
import { setSecret } from './setSecret';

/** Registers the commands for the secrets that files refer to. */
export function activateSecrets(context: StoreSecretContext & CommandWindow): vscode.Disposable {
  const { ui } = context;
  return registerCommands(context, {
    'cloudElements.secret.set': () => setSecret(context),
    'cloudElements.secret.delete': () => deleteSecret(context),
    'cloudElements.secret.list': async () => {
      const { entry } = await pickSecret(context, messages.titles.listSecrets);
      const reference = secretReference(entry.name);
      await ui.copy(reference);
      ui.flash(messages.referenceCopied(reference));
    },
    'cloudElements.secret.move': (argument) => moveSecret(context, argument),
  });
}
