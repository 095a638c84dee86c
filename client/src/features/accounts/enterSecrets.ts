import type { Account, Accounts, AccountSecrets } from '../../../../engine/src/accounts/accounts';
import { isSandbox } from '../../../../engine/src/accounts/sandboxAccount';
import { secretProblem } from '../../../../engine/src/platform/access';
import * as messages from './messages';
import type { Access } from '../../../../engine/src/platform/access';
import { checkAccess } from '../../../../engine/src/platform/instanceApi';
import { endpointOf } from '../../../../common/src/platform/regions';
import { Cancelled, UserFacingError, type Ui } from '../../../../engine/src/ui';
import type { AccountContext } from './accountContext';

/** Asks for the two secrets of an account. Throws `Cancelled`. */
export async function askSecrets(ui: Ui, account: Account): Promise<AccountSecrets> {
  const address = messages.describeAddress({ ...endpointOf(account.baseUrl), kind: account.kind });
  const ask = async (prompt: string) => {
    const text = await ui.ask({
      title: account.label,
      prompt,
      placeHolder: messages.secretHint,
      password: true,
      validate: (value) => {
        const problem = secretProblem(value.trim());
        return problem === undefined ? undefined : messages.secretProblems[problem];
      },
    });
    return text.trim();
  };
  const userSecret = await ask(messages.askUserSecret(address));
  const organizationSecret = await ask(messages.askOrganizationSecret(address));
  return { userSecret, organizationSecret };
}

/**
 * Stores and checks new secrets of an account, and asks for them unless they are given. Throws `Cancelled`, or a
 * `UserFacingError`.
 */
export async function enterSecrets(context: AccountContext, account: Account, given?: AccountSecrets): Promise<void> {
  const { ui, accounts } = context;
  const secrets = given ?? (await askSecrets(ui, account));
  requireExistingAccount(accounts, account);
  await accounts.storeSecrets(account, secrets).catch(() => {
    throw new UserFacingError(messages.secretsNotStored);
  });
  if (await tryAccount(context, account)) ui.flash(messages.secretsWork(account.label));
}

/** Says that no secrets are stored for an account, and lets a person enter them. Throws `Cancelled`, or a `UserFacingError`. */
export async function offerSecrets(context: AccountContext, account: Account): Promise<void> {
  const notice = { tone: 'warning', text: messages.noSecrets(account.label) } as const;
  if ((await context.ui.show(notice, messages.buttons.enterSecrets)) === undefined) throw new Cancelled();
  await enterSecrets(context, account);
}

/**
 * Checks the secrets of an account with one cheap call. Gives true where they work. Otherwise it shows why not. Secrets that
 * the platform rejects can be entered again; any other failure does not mean that they are wrong. Throws `Cancelled` where
 * they are wrong and were not replaced.
 */
export async function tryAccount(context: AccountContext, account: Account): Promise<boolean> {
  const { ui, http, accounts } = context;
  const access = await requireSecrets(accounts, account);
  const check = (signal: AbortSignal) => checkAccess(http, access, signal);
  const failure = await ui.progress(messages.checkingAccount(account.label), check, 'status');
  if (failure === undefined) return true;
  const why = messages.checkFailure(failure, account.label);
  if (failure.cause !== 'unauthorized') {
    await ui.show({ tone: 'warning', text: messages.secretsUnchecked(account.label, why) });
    return false;
  }
  const buttons = isSandbox(account) ? [] : [messages.buttons.enterSecrets];
  const pressed = await ui.show({ tone: 'error', text: why }, ...buttons);
  // A flow that needs the account must not continue with secrets that are known to be wrong.
  if (pressed === undefined) throw new Cancelled();
  await enterSecrets(context, account);
  return false;
}

/** The stored secrets of an account; undefined where none are stored. Throws a `UserFacingError` where they cannot be read. */
export async function readAccess(accounts: Accounts, account: Account): Promise<Access | undefined> {
  return accounts.access(account).catch(() => {
    throw new UserFacingError(messages.secretsUnreadable(account.label));
  });
}

/** The stored secrets of an account. Throws a `UserFacingError` where none are stored or they cannot be read. */
export async function requireSecrets(accounts: Accounts, account: Account): Promise<Access> {
  const access = await readAccess(accounts, account);
  if (access === undefined) throw new UserFacingError(messages.noSecrets(account.label));
  return access;
}

/** Throws a `UserFacingError` where another window has removed the account while a question was open. */
export function requireExistingAccount(accounts: Accounts, account: Account): void {
  if (!accounts.list().some(({ id }) => id === account.id))
    throw new UserFacingError(messages.accountGone(account.label));
}
