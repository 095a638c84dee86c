import type { Account } from '../../../../engine/src/accounts/accounts';
import { fileSecretEntry, type FileSecretEntry } from '../../../../engine/src/accounts/fileSecrets';
import * as messages from './messages';
import { UserFacingError } from '../../../../engine/src/ui';
import type { SecretContext } from './secretContext';

/**
 * Lets a person select a secret stored for the account in use, by name. Throws `Cancelled`, or a `UserFacingError` where none is
 * stored.
 */
export async function pickSecret(
  { ui, fileSecrets, requireAccount }: SecretContext,
  title: string,
): Promise<{ readonly entry: FileSecretEntry; readonly account: Account }> {
  const account = await requireAccount();
  const { accountId, origin } = fileSecretEntry(account, '', '');
  const entries = fileSecrets.list().filter((entry) => entry.accountId === accountId && entry.origin === origin);
  if (entries.length === 0) throw new UserFacingError(messages.noFileSecrets(account.label));
  const choices = entries.map((entry) => ({
    label: entry.name,
    description: entry.elementKey,
    detail: account.label,
    value: entry,
  }));
  const entry = await ui.pick(title, messages.pickSecret, choices);
  return { entry, account };
}
