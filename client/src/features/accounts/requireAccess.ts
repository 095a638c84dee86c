import type { Account, Accounts } from '../../../../engine/src/accounts/accounts';
import type { Access } from '../../../../engine/src/platform/access';
import { Cancelled } from '../../../../engine/src/ui';
import { addAccount } from './addAccount';
import { offerSecrets, readAccess } from './enterSecrets';
import type { AccountContext } from './accountContext';
import { switchAccount } from './switchAccount';

/** The account in use with its secrets. Asks for what is missing. Throws `Cancelled`, or a `UserFacingError`. */
export async function requireAccess(context: AccountContext): Promise<{ account: Account; access: Access }> {
  const { accounts } = context;
  const account = await requireAccount(context);
  const access = (await readAccess(accounts, account)) ?? (await askAccess(context, account));
  return { account, access };
}

/**
 * The current state of an account, with its secrets where they are stored; undefined where it was removed. Throws a
 * `UserFacingError` where the secrets cannot be read.
 */
export async function currentAccount(
  accounts: Accounts,
  id: string,
): Promise<{ account: Account; access?: Access } | undefined> {
  const account = accounts.list().find((one) => one.id === id);
  return account && { account, access: await readAccess(accounts, account) };
}

/** The account in use, without its secrets. Where there is none, a person selects or adds one. Throws `Cancelled`. */
export async function requireAccount(context: AccountContext): Promise<Account> {
  return context.accounts.active() ?? (await askAccount(context));
}

async function askAccount(context: AccountContext): Promise<Account> {
  if (context.accounts.list().length === 0) return addAccount(context);
  await switchAccount(context);
  const account = context.accounts.active();
  if (account === undefined) throw new Cancelled();
  return account;
}

async function askAccess(context: AccountContext, account: Account): Promise<Access> {
  await offerSecrets(context, account);
  const access = await readAccess(context.accounts, account);
  if (access === undefined) throw new Cancelled();
  return access;
}
