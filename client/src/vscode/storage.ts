import * as vscode from 'vscode';
import type { Accounts } from '../../../engine/src/accounts/accounts';
import { createFileSecrets, type FileSecrets } from '../../../engine/src/accounts/fileSecrets';
import { createAccounts } from '../../../engine/src/accounts/storedAccounts';
import { createTokens, type Tokens } from '../../../engine/src/accounts/tokens';
import { createConsents, type Consents } from '../../../engine/src/provisioning/consents';
import { createLock } from '../../../engine/src/provisioning/lock';
import { createRecords, type CreationRecords } from '../../../engine/src/provisioning/records';
import { settings } from '../../../common/src/protocol/settings';

/** What is stored on this computer; every secret is in VS Code's secret storage. */
export interface Stores {
  readonly accounts: Accounts;
  readonly tokens: Tokens;
  readonly fileSecrets: FileSecrets;
  readonly consents: Consents;
  readonly records: CreationRecords;
  /** One window at a time holds it while it sends a request. */
  readonly lock: ReturnType<typeof createLock>;
}

/** Creates the stores over VS Code's storage for the extension. It reads nothing yet. */
export function openStores({ globalState, secrets, globalStorageUri }: vscode.ExtensionContext): Stores {
  const folder = (name: string) => vscode.Uri.joinPath(globalStorageUri, name).fsPath;
  const sandboxUrl = () => vscode.workspace.getConfiguration().get(settings.sandboxUrl, '');
  return {
    accounts: createAccounts(globalState, secrets, sandboxUrl),
    tokens: createTokens(globalState, secrets, () => new Date()),
    fileSecrets: createFileSecrets(globalState, secrets),
    consents: createConsents(globalState),
    records: createRecords(folder('creations')),
    lock: createLock(folder('locks')),
  };
}
