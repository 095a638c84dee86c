import type { Account } from '../../../../engine/src/accounts/accounts';
import * as messages from './messages';
import type { Choice } from '../../../../engine/src/ui';
import { addAccount } from './addAccount';
import { enterSecrets, requireStillThere } from './enterSecrets';
import { accountChoices } from './pickAccount';
import type { AccountContext } from './accountContext';

/** Switch Account: picks the account in use, and asks for the secrets of one that is signed out. The last row adds one. */
export async function switchAccount(context: AccountContext): Promise<void> {
  const { ui, accounts } = context;
  const adding = { label: messages.buttons.addAccount, icon: 'add' as const, value: undefined };
  const choices: Choice<Account | undefined>[] = [...(await accountChoices(accounts)), adding];
  const account = await ui.pick(messages.titles.switchAccount, messages.accountNeeded, choices);
  if (account === undefined) {
    await addAccount(context);
    return;
  }
  requireStillThere(accounts, account);
  // First of all: whoever then closes the question for its secrets must not provision with the account before.
  await accounts.choose(account.id);
  if (!(await accounts.hasSecrets(account))) await enterSecrets(context, account);
}
