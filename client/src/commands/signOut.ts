import { isSandbox } from '../accounts/sandbox';
import * as messages from '../messages';
import type { Services } from './services';

/** Sign Out: forgets an account, its secrets and those of its files and, if wanted, the tokens kept for it. */
export async function signOut(
  services: Pick<Services, 'ui' | 'accounts' | 'tokens' | 'fileSecrets' | 'consents'>,
): Promise<void> {
  const { ui, accounts, tokens, fileSecrets, consents } = services;
  // The sandbox is there while its setting is, and its secrets are public.
  const mine = accounts.list().filter((account) => !isSandbox(account));
  if (mine.length === 0) {
    await ui.tell({ tone: 'info', text: messages.noneToSignOut });
    return;
  }
  const choices = mine.map((account) => ({
    label: account.label,
    detail: new URL(account.baseUrl).host,
    value: account,
  }));
  const account = await ui.pick(messages.titles.signOut, messages.accountNeeded, choices);
  const confirm = {
    tone: 'warning',
    text: messages.confirmSignOut(account.label),
    detail: messages.confirmSignOutDetail,
    modal: true,
  } as const;
  if ((await ui.tell(confirm, messages.buttons.signOut)) === undefined) return;

  const kept = tokens.list().filter(({ accountId }) => accountId === account.id);
  if (kept.length > 0) {
    const { removeTokens, keepTokens } = messages.buttons;
    const question = {
      tone: 'warning',
      text: messages.confirmTokens(account.label, kept.length),
      detail: messages.confirmTokensDetail,
      modal: true,
    } as const;
    const pressed = await ui.tell(question, removeTokens, keepTokens);
    if (pressed === undefined) return;
    if (pressed === removeTokens) await tokens.forget(kept);
  }
  // They are found by the account alone, so without it they could never be used, nor be removed.
  await fileSecrets.forget(fileSecrets.list().filter(({ accountId }) => accountId === account.id));
  await consents.forget(account.id);
  await accounts.remove(account);
  await ui.tell({ tone: 'info', text: messages.signedOut(account.label) });
}
