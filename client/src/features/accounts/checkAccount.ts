import * as messages from './messages';
import { offerSecrets, tryAccount } from './enterSecrets';
import { pickAccount } from './pickAccount';
import type { AccountContext } from './accountContext';

/** Check Account: asks the platform once whether the secrets of an account work. Throws `Cancelled`, or a `UserFacingError`. */
export async function checkAccount(context: AccountContext): Promise<void> {
  const { ui, accounts } = context;
  const account = await pickAccount(context, messages.titles.checkAccount, messages.pickToCheck);
  if (!(await accounts.hasSecrets(account))) await offerSecrets(context, account);
  else if (await tryAccount(context, account)) {
    await ui.show({ tone: 'info', text: messages.secretsWork(account.label) });
  }
}
