import type { Account, Accounts } from '../../../../engine/src/accounts/accounts';
import type { Access } from '../../../../engine/src/platform/access';
import { Cancelled } from '../../../../engine/src/ui';
import { addAccount } from './addAccount';
import { offerSecrets, readAccess } from './enterSecrets';
import type { AccountServices } from '../../commands/context';
import { switchAccount } from './switchAccount';

/** The account in use with its secrets. Where one is missing, starts what supplies it. Throws `Cancelled`. */
export async function requireAccess(services: AccountServices): Promise<{ account: Account; access: Access }> {
  const { accounts } = services;
  const account = await requireAccount(services);
  const access = (await readAccess(accounts, account)) ?? (await supplyAccess(services, account));
  return { account, access };
}

/** An account as it is by now, with its secrets where they are kept; undefined where it was removed. Throws a `Refusal`. */
export async function currentAccount(
  accounts: Accounts,
  id: string,
): Promise<{ account: Account; access?: Access } | undefined> {
  const account = accounts.list().find((one) => one.id === id);
  return account && { account, access: await readAccess(accounts, account) };
}

/** The account in use, its secrets not looked at. Where there is none, starts what supplies one. Throws `Cancelled`. */
export async function requireAccount(services: AccountServices): Promise<Account> {
  return services.accounts.active() ?? (await supplyAccount(services));
}

async function supplyAccount(services: AccountServices): Promise<Account> {
  if (services.accounts.list().length === 0) return addAccount(services);
  await switchAccount(services);
  const account = services.accounts.active();
  if (account === undefined) throw new Cancelled();
  return account;
}

async function supplyAccess(services: AccountServices, account: Account): Promise<Access> {
  await offerSecrets(services, account);
  const access = await readAccess(services.accounts, account);
  if (access === undefined) throw new Cancelled();
  return access;
}
