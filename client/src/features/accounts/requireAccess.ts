import type { Account, Accounts } from '../../../../engine/src/accounts/accounts';
import type { Access } from '../../../../engine/src/platform/access';
import { Cancelled } from '../../../../engine/src/ui';
import { addAccount } from './addAccount';
import { offerSecrets, readAccess } from './enterSecrets';
import type { AccountContext } from './accountContext';
import { switchAccount } from './switchAccount';

/** The account in use with its secrets. Where one is missing, starts what supplies it. Throws `Cancelled`. */
export async function requireAccess(context: AccountContext): Promise<{ account: Account; access: Access }> {
  const { accounts } = context;
  const account = await requireAccount(context);
  const access = (await readAccess(accounts, account)) ?? (await supplyAccess(context, account));
  return { account, access };
}

/** An account as it is by now, with its secrets where they are kept; undefined where it was removed. Throws a `UserFacingError`. */
export async function currentAccount(
  accounts: Accounts,
  id: string,
): Promise<{ account: Account; access?: Access } | undefined> {
  const account = accounts.list().find((one) => one.id === id);
  return account && { account, access: await readAccess(accounts, account) };
}

/** The account in use, without reading its secrets. If there is none, lets a person choose or add one. Throws `Cancelled`. */
export async function requireAccount(context: AccountContext): Promise<Account> {
  return context.accounts.active() ?? (await supplyAccount(context));
}

async function supplyAccount(context: AccountContext): Promise<Account> {
  if (context.accounts.list().length === 0) return addAccount(context);
  await switchAccount(context);
  const account = context.accounts.active();
  if (account === undefined) throw new Cancelled();
  return account;
}

async function supplyAccess(context: AccountContext, account: Account): Promise<Access> {
  await offerSecrets(context, account);
  const access = await readAccess(context.accounts, account);
  if (access === undefined) throw new Cancelled();
  return access;
}
