import { hostOf } from '../../../../engine/src/accounts/accounts';
import * as messages from '../../../../engine/src/messages';
import { pickSecret } from './pickSecret';
import type { AccountServices, Services } from '../../commands/context';

/** Delete Secret: picks a secret kept for the account in use and forgets it, after a question. */
export async function deleteSecret(services: AccountServices & Pick<Services, 'fileSecrets'>): Promise<void> {
  const { ui, fileSecrets } = services;
  const { entry, account } = await pickSecret(services, messages.titles.deleteSecret);
  const notice = {
    tone: 'warning',
    text: messages.confirmDeleteSecret(account.label, hostOf(account)),
    detail: messages.confirmDeleteSecretDetail(entry.name, entry.elementKey),
    modal: true,
  } as const;
  if ((await ui.tell(notice, messages.buttons.deleteSecret)) === undefined) return;
  await fileSecrets.forget([entry]);
  ui.flash(messages.secretDeleted(entry.name));
}
