import type { Account } from '../../accounts/accounts';
import type { Tokens } from '../../accounts/tokens';
import * as messages from '../../messages';
import type { Instance } from '../../platform/instances';
import type { Ui } from '../../ui';

/** Keeps an instance's token. Where it cannot be stored, says so in a dialog, offers to copy it, and gives false. */
export async function keepToken(tokens: Tokens, ui: Ui, account: Account, instance: Instance): Promise<boolean> {
  try {
    await tokens.keep(account, instance);
    return true;
  } catch {
    await tellNotKept(ui, instance);
    return false;
  }
}

async function tellNotKept(ui: Ui, instance: Instance): Promise<void> {
  const text = messages.tokenNotKept(instance);
  const notice = { tone: 'error', text, detail: messages.tokenNotKeptDetail, modal: true } as const;
  if ((await ui.tell(notice, messages.buttons.copyToken)) === undefined) return;
  await ui.copy(instance.token);
  ui.flash(messages.tokenCopied);
}
