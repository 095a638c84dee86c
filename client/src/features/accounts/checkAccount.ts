import * as messages from '../../../../engine/src/messages';
import { offerSecrets, tryAccount } from './enterSecrets';
import { pickAccount } from './pickAccount';
import type { AccountServices } from '../../commands/context';

/** Check Account: asks the platform once whether the secrets of an account work. */
export async function checkAccount(services: AccountServices): Promise<void> {
  const { ui, accounts } = services;
  const account = await pickAccount(services, messages.titles.checkAccount, messages.pickToCheck);
  if (!(await accounts.isSignedIn(account))) await offerSecrets(services, account);
  else if (await tryAccount(services, account)) {
    await ui.tell({ tone: 'info', text: messages.secretsWork(account.label) });
  }
}
