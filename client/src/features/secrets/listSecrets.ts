import * as messages from '../../../../engine/src/messages';
import { pickSecret } from './pickSecret';
import type { AccountServices, Services } from '../../commands/context';

/** List Secrets: the names of the secrets kept for the account in use. The one picked goes on the clipboard as a reference. */
export async function listSecrets(services: AccountServices & Pick<Services, 'fileSecrets'>): Promise<void> {
  const { entry } = await pickSecret(services, messages.titles.listSecrets);
  const reference = messages.secretReference(entry.name);
  await services.ui.copy(reference);
  services.ui.flash(messages.referenceCopied(reference));
}
