import type { Account, AccountSecrets } from '../../../../engine/src/accounts/accounts';
import type { ReadCurl } from '../../../../common/src/protocol/curl';
import type { AccountContext } from './accountContext';
import { enterSecrets, requireSecrets, requireExistingAccount } from './enterSecrets';
import { offerToAddAccount } from './offerToAddAccount';
import { currentAccount, requireAccess, requireAccount } from './requireAccess';

/** What the other features do with accounts. The functions themselves document what they throw. */
export function accountFlows(context: AccountContext) {
  const { accounts } = context;
  return {
    requireAccount: () => requireAccount(context),
    requireAccess: () => requireAccess(context),
    requireSecrets: (account: Account) => requireSecrets(accounts, account),
    requireExistingAccount: (account: Account) => {
      requireExistingAccount(accounts, account);
    },
    currentAccount: (id: string) => currentAccount(accounts, id),
    enterSecrets: (account: Account, given?: AccountSecrets) => enterSecrets(context, account, given),
    offerToAddAccount: (title: string, command: ReadCurl) => offerToAddAccount(context, title, command),
  };
}

export type AccountFlows = ReturnType<typeof accountFlows>;
