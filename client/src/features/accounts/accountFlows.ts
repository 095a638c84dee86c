import type { Account, AccountSecrets } from '../../../../engine/src/accounts/accounts';
import type { ReadCurl } from '../../../../common/src/protocol/curl';
import type { AccountContext } from './accountContext';
import { enterSecrets, requireSecrets, requireStillThere } from './enterSecrets';
import { offerToAddAccount } from './offerToAddAccount';
import { currentAccount, requireAccess, requireAccount } from './requireAccess';

/** What the other features do with accounts. Each of them says what it throws where it is written. */
export function accountFlows(context: AccountContext) {
  const { accounts } = context;
  return {
    requireAccount: () => requireAccount(context),
    requireAccess: () => requireAccess(context),
    requireSecrets: (account: Account) => requireSecrets(accounts, account),
    requireStillThere: (account: Account) => {
      requireStillThere(accounts, account);
    },
    currentAccount: (id: string) => currentAccount(accounts, id),
    enterSecrets: (account: Account, given?: AccountSecrets) => enterSecrets(context, account, given),
    offerToKeep: (title: string, command: ReadCurl) => offerToAddAccount(context, title, command),
  };
}

export type AccountFlows = ReturnType<typeof accountFlows>;
