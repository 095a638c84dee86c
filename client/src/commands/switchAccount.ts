import type { Account } from '../accounts/accounts';
import * as messages from '../messages';
import type { Choice } from '../ui';
import { addAccount } from './addAccount';
import type { AccountServices } from './services';

/** Switch Account: picks the account in use. The last row adds one. */
export async function switchAccount(services: AccountServices): Promise<void> {
  const { ui, accounts } = services;
  const active = accounts.active();
  const choices: Choice<Account | undefined>[] = accounts.list().map((account) => ({
    label: account.label,
    description: account.id === active?.id ? messages.inUse : '',
    detail: new URL(account.baseUrl).host,
    value: account,
  }));
  const adding = { label: `$(add) ${messages.buttons.addAccount}`, value: undefined };
  const account = await ui.pick(messages.titles.switchAccount, messages.accountNeeded, [...choices, adding]);
  if (account === undefined) await addAccount(services);
  else await accounts.choose(account.id);
}
