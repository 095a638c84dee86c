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
  const place = messages.describePlace({ ...endpointOf(account.baseUrl), kind: account.kind });
  const ask = async (prompt: string) => {
    const text = await ui.ask({
      title: account.label,
      prompt,
      placeHolder: messages.secretPlace,
      password: true,
      validate: (value) => {
        const problem = secretProblem(value.trim());
        return problem === undefined ? undefined : messages.secretProblems[problem];
      },
    });
    return text.trim();
  };
  const userSecret = await ask(messages.askUserSecret(place));
  const organizationSecret = await ask(messages.askOrganizationSecret(place));
  return { userSecret, organizationSecret };
}

/** Asks for the secrets of an account again, unless they are given, then stores and checks them. Throws `Cancelled`. */
export async function enterSecrets(context: AccountContext, account: Account, given?: AccountSecrets): Promise<void> {
  const { ui, accounts } = context;
  const secrets = given ?? (await askSecrets(ui, account));
  requireStillThere(accounts, account);
  await accounts.storeSecrets(account, secrets).catch(() => {
    throw new UserFacingError(messages.secretsNotStored);
  });
  if (await tryAccount(context, account)) ui.flash(messages.secretsWork(account.label));
}

/** Says that an account is signed out, and lets its secrets be entered. Throws `Cancelled`. */
export async function offerSecrets(context: AccountContext, account: Account): Promise<void> {
  const notice = { tone: 'warning', text: messages.secretsGone(account.label) } as const;
  if ((await context.ui.show(notice, messages.buttons.enterSecrets)) === undefined) throw new Cancelled();
  await enterSecrets(context, account);
}

/**
 * One cheap call. True where the secrets work. Else says why not: those that are refused can be entered again; any other
 * failure says nothing against them. Throws `Cancelled` where they are wrong and stay so.
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
  // Whatever was waiting for the account must not go on with secrets that are known to be wrong.
  if (pressed === undefined) throw new Cancelled();
  await enterSecrets(context, account);
  return false;
}

/** The secrets kept for an account. Undefined where it is signed out. Throws a `UserFacingError` where they cannot be read. */
export async function readAccess(accounts: Accounts, account: Account): Promise<Access | undefined> {
  return accounts.access(account).catch(() => {
    throw new UserFacingError(messages.secretsUnreadable(account.label));
  });
}

/** The secrets kept for an account. Throws a `UserFacingError` where it is signed out, or where they cannot be read. */
export async function requireSecrets(accounts: Accounts, account: Account): Promise<Access> {
  const access = await readAccess(accounts, account);
  if (access === undefined) throw new UserFacingError(messages.secretsGone(account.label));
  return access;
}

/** Throws a `UserFacingError` where another window has removed the account while a question was open. */
export function requireStillThere(accounts: Accounts, account: Account): void {
  if (!accounts.list().some(({ id }) => id === account.id))
    throw new UserFacingError(messages.accountGone(account.label));
}
