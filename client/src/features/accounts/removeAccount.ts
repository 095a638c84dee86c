import { hostOf, type Account } from '../../../../engine/src/accounts/accounts';
import { isSandbox } from '../../../../engine/src/accounts/sandboxAccount';
import type { TokenEntry } from '../../../../engine/src/accounts/tokens';
import * as messages from './messages';
import { UserFacingError, type Choice } from '../../../../engine/src/ui';
import { accountChoices } from './pickAccount';
import type { AccountStoreContext } from './accountContext';

type LeaveContext = Omit<AccountStoreContext, 'http'>;
type Removal = 'removeSecrets' | 'remove';

/** What can be left: an account, or what is kept for one that is gone. */
interface Leaving {
  readonly id: string;
  readonly label: string;
  readonly account?: Account;
}

/** Sign Out: forgets the secrets of an account and of its files and, if wanted, its tokens. The account stays. */
export async function removeSecrets(context: LeaveContext): Promise<void> {
  await leave(context, 'removeSecrets');
}

/** Remove Account: the same, and the account is gone. Later, the tokens that were kept can be removed by it, too. */
export async function removeAccount(context: LeaveContext): Promise<void> {
  await leave(context, 'remove');
}

async function leave(context: LeaveContext, removal: Removal): Promise<void> {
  const { ui, accounts, tokens } = context;
  const words = messages.leaving[removal];
  const choices = await leavingChoices(context, removal);
  if (choices.every(({ value }) => isFixed(value))) {
    await ui.show({ tone: 'info', text: words.none });
    return;
  }
  const leaving = await ui.pick(messages.titles[words.title], words.pick, choices);
  if (isFixed(leaving)) {
    await ui.show({ tone: 'info', text: messages.sandboxStays });
    return;
  }
  const wasActive = accounts.active()?.id === leaving.id;
  if (leaving.account !== undefined) {
    const question = {
      tone: 'warning',
      text: words.confirm(leaving.label, hostOf(leaving.account)),
      detail: words.detail,
      modal: true,
    } as const;
    if ((await ui.show(question, messages.buttons[words.title])) === undefined) return;
  }
  const unwanted = await unwantedTokens(context, leaving);
  if (unwanted === undefined) return;
  try {
    await tokens.forget(unwanted);
    await forget(context, leaving, removal);
  } catch {
    throw new UserFacingError(messages.notForgotten(leaving.label));
  }
  await ui.show({ tone: 'info', text: words.done(leaving.label, wasActive) });
}

function isFixed({ account }: Leaving): boolean {
  return account !== undefined && isSandbox(account);
}

async function leavingChoices({ accounts, tokens }: LeaveContext, removal: Removal): Promise<Choice<Leaving>[]> {
  const choices = (await accountChoices(accounts)).map((choice) => {
    const { id, label } = choice.value;
    return { ...choice, value: { id, label, account: choice.value } };
  });
  if (removal === 'removeSecrets') return choices;
  const there = new Set(choices.map(({ value }) => value.id));
  const alone = tokens.list().filter(({ accountId }) => !there.has(accountId));
  const gone = new Map(alone.map(({ accountId, accountLabel }) => [accountId, accountLabel]));
  const goneChoices = [...gone].map(([id, label]) => {
    const count = alone.filter(({ accountId }) => accountId === id).length;
    return { label, description: messages.tokensAlone(count), dot: 'none' as const, value: { id, label } };
  });
  return [...choices, ...goneChoices];
}

/** The tokens to remove. Undefined where the question about them was closed. */
async function unwantedTokens({ ui, tokens }: LeaveContext, leaving: Leaving): Promise<TokenEntry[] | undefined> {
  const kept = tokens.list().filter(({ accountId }) => accountId === leaving.id);
  if (kept.length === 0) return [];
  const { removeTokens, keepTokens } = messages.buttons;
  const question = {
    tone: 'warning',
    text: messages.confirmTokens(leaving.label, leaving.account && hostOf(leaving.account), kept.length),
    detail: messages.confirmTokensDetail,
    modal: true,
  } as const;
  const pressed = await ui.show(question, removeTokens, ...(leaving.account === undefined ? [] : [keepTokens]));
  return pressed === undefined ? undefined : pressed === removeTokens ? kept : [];
}

/** The account goes last: where something cannot be removed, it is there to be left again. */
async function forget(context: LeaveContext, { id, account }: Leaving, removal: Removal): Promise<void> {
  const { accounts, fileSecrets, consents, records } = context;
  await fileSecrets.forget(fileSecrets.list().filter(({ accountId }) => accountId === id));
  await consents.forget(id);
  // Signed out, an account stays: what was sent to it must not be sent again unseen.
  if (removal === 'remove') await records.forget(id);
  if (account === undefined) return;
  if (removal === 'remove') await accounts.remove(account);
  else await accounts.removeSecrets(account);
}
