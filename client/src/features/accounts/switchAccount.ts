import type { Account } from '../../../../engine/src/accounts/accounts';
import * as messages from './messages';
import type { Choice } from '../../../../engine/src/ui';
import { addAccount } from './addAccount';
import { enterSecrets, requireExistingAccount } from './enterSecrets';
import { accountChoices } from './pickAccount';
import type { AccountContext } from './accountContext';

/** Switch Account: lets a person select the account in use, and asks for its secrets where none are stored. Throws `Cancelled`. */
export async function switchAccount(context: AccountContext): Promise<void> {
  const { ui, accounts } = context;
  const adding = { label: messages.buttons.addAccount, icon: 'add' as const, value: undefined };
  const choices: Choice<Account | undefined>[] = [...(await accountChoices(accounts)), adding];
  const account = await ui.pick(messages.titles.switchAccount, messages.selectAccount, choices);
  if (account === undefined) {
    await addAccount(context);
    return;
  }
  requireExistingAccount(accounts, account);
  // Before its secrets are asked for: a person who closes that question must not provision with the previous account.
  await accounts.choose(account.id);
  if (!(await accounts.hasSecrets(account))) await enterSecrets(context, account);
}
