import type { Account, Accounts } from '../../../../engine/src/accounts/accounts';
import * as messages from './messages';
import { Cancelled, type Choice } from '../../../../engine/src/ui';
import { addAccount } from './addAccount';
import type { AccountContext } from './accountContext';

/** A row for each account: its color, kind and host, whether it is in use, and whether it has secrets. */
export async function accountChoices(accounts: Accounts): Promise<Choice<Account>[]> {
  const active = accounts.active();
  return Promise.all(
    accounts.list().map(async (account) => ({
      label: account.label,
      description: messages.accountLine(account, {
        isActive: account.id === active?.id,
        hasSecrets: await accounts.hasSecrets(account),
      }),
      detail: new URL(account.baseUrl).host,
      dot: account.color ?? 'none',
      value: account,
    })),
  );
}

/** Lets a person select an account, or add one where there is none. Throws `Cancelled`. */
export async function pickAccount(context: AccountContext, title: string, placeHolder: string): Promise<Account> {
  const { ui, accounts } = context;
  if (accounts.list().length === 0) {
    const pressed = await ui.show({ tone: 'info', text: messages.noAccounts }, messages.buttons.addAccount);
    if (pressed !== undefined) await addAccount(context);
    throw new Cancelled();
  }
  return ui.pick(title, placeHolder, await accountChoices(accounts));
}
