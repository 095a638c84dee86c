import { hostOf, type Account } from '../../../../engine/src/accounts/accounts';
import { isSandbox } from '../../../../engine/src/accounts/sandboxAccount';
import type { TokenEntry } from '../../../../engine/src/accounts/tokens';
import * as messages from './messages';
import { UserFacingError, type Choice } from '../../../../engine/src/ui';
import { accountChoices } from './pickAccount';
import type { AccountStoreContext } from './accountContext';

type RemovalContext = Omit<AccountStoreContext, 'http'>;
type Removal = keyof typeof messages.removals;

/** What can be removed: an account, or the tokens that are stored for an account that was already removed. */
interface Removable {
  readonly id: string;
  readonly label: string;
  readonly account?: Account;
}

/**
 * Remove Secrets: removes the secrets of an account and of its files and, if a person agrees, its tokens. The account stays.
 * Throws `Cancelled`, or a `UserFacingError`.
 */
export async function removeSecrets(context: RemovalContext): Promise<void> {
  await remove(context, 'removeSecrets');
}

/**
 * Remove Account: removes the same, and the account. Tokens that a person keeps can be removed with it later. Throws
 * `Cancelled`, or a `UserFacingError`.
 */
export async function removeAccount(context: RemovalContext): Promise<void> {
  await remove(context, 'removeAccount');
}

async function remove(context: RemovalContext, removal: Removal): Promise<void> {
  const { ui, accounts, tokens } = context;
  const text = messages.removals[removal];
  const choices = await removalChoices(context, removal);
  if (choices.every(({ value }) => isFixed(value))) {
    await ui.show({ tone: 'info', text: text.none });
    return;
  }
  const removable = await ui.pick(text.title, text.pick, choices);
  if (isFixed(removable)) {
    await ui.show({ tone: 'info', text: messages.sandboxIsFixed });
    return;
  }
  const wasActive = accounts.active()?.id === removable.id;
  if (removable.account !== undefined) {
    const question = {
      tone: 'warning',
      text: text.confirm(removable.label, hostOf(removable.account)),
      detail: text.detail,
      modal: true,
    } as const;
    if ((await ui.show(question, text.button)) === undefined) return;
  }
  const tokensToRemove = await askTokensToRemove(context, removable);
  if (tokensToRemove === undefined) return;
  try {
    await tokens.forget(tokensToRemove);
    await removeStored(context, removable, removal);
  } catch {
    throw new UserFacingError(messages.notRemoved(removable.label));
  }
  await ui.show({ tone: 'info', text: text.done(removable.label, wasActive) });
}

function isFixed({ account }: Removable): boolean {
  return account !== undefined && isSandbox(account);
}

async function removalChoices({ accounts, tokens }: RemovalContext, removal: Removal): Promise<Choice<Removable>[]> {
  const choices = (await accountChoices(accounts)).map((choice) => {
    const { id, label } = choice.value;
    return { ...choice, value: { id, label, account: choice.value } };
  });
  if (removal === 'removeSecrets') return choices;
  const existing = new Set(choices.map(({ value }) => value.id));
  const orphans = tokens.list().filter(({ accountId }) => !existing.has(accountId));
  const removed = new Map(orphans.map(({ accountId, accountLabel }) => [accountId, accountLabel]));
  const removedChoices = [...removed].map(([id, label]) => {
    const count = orphans.filter(({ accountId }) => accountId === id).length;
    return { label, description: messages.tokensOnly(count), dot: 'none' as const, value: { id, label } };
  });
  return [...choices, ...removedChoices];
}

/** The tokens that a person wants to remove; undefined where the question was closed. */
async function askTokensToRemove(
  { ui, tokens }: RemovalContext,
  { id, label, account }: Removable,
): Promise<TokenEntry[] | undefined> {
  const stored = tokens.list().filter(({ accountId }) => accountId === id);
  if (stored.length === 0) return [];
  const { removeTokens, keepTokens } = messages.buttons;
  const question = {
    tone: 'warning',
    text: messages.confirmTokens(label, account && hostOf(account), stored.length),
    detail: messages.confirmTokensDetail,
    modal: true,
  } as const;
  const pressed = await ui.show(question, removeTokens, ...(account === undefined ? [] : [keepTokens]));
  return pressed === undefined ? undefined : pressed === removeTokens ? stored : [];
}

/** Removes the account last: where something else cannot be removed, a person can try again. */
async function removeStored(context: RemovalContext, { id, account }: Removable, removal: Removal): Promise<void> {
  const { accounts, fileSecrets, consents, records } = context;
  await fileSecrets.forget(fileSecrets.list().filter(({ accountId }) => accountId === id));
  await consents.forget(id);
  // An account without secrets keeps its records: what was sent to it must not be sent again without a question.
  if (removal === 'removeAccount') await records.forget(id);
  if (account === undefined) return;
  if (removal === 'removeAccount') await accounts.remove(account);
  else await accounts.removeSecrets(account);
}
