import { hostOf } from '../../../../engine/src/accounts/accounts';
import * as messages from './messages';
import { pickSecret } from './pickSecret';
import type { SecretContext } from './secretContext';

/**
 * Delete Secret: lets a person select a secret stored for the account in use, and deletes it after a question. Throws
 * `Cancelled`, or a `UserFacingError`.
 */
export async function deleteSecret(context: SecretContext): Promise<void> {
  const { ui, fileSecrets } = context;
  const { entry, account } = await pickSecret(context, messages.titles.deleteSecret);
  const notice = {
    tone: 'warning',
    text: messages.confirmDeleteSecret(account.label, hostOf(account)),
    detail: messages.confirmDeleteSecretDetail(entry.name, entry.elementKey),
    modal: true,
  } as const;
  if ((await ui.show(notice, messages.buttons.deleteSecret)) === undefined) return;
  await fileSecrets.forget([entry]);
  ui.flash(messages.secretDeleted(entry.name));
}
