import { tokenCopied } from '../../../../engine/src/provisioning/outcome/messages';
import * as messages from './messages';
import type { Accounts } from '../../../../engine/src/accounts/accounts';
import type { Tokens } from '../../../../engine/src/accounts/tokens';
import type { Ui } from '../../../../engine/src/ui';

export interface TokenContext {
  readonly ui: Ui;
  readonly tokens: Tokens;
  readonly accounts: Accounts;
}

/** Copy Element Token: lets a person select a stored token, and copies it. The token is never shown. Throws `Cancelled`. */
export async function copyToken({ ui, tokens, accounts }: TokenContext): Promise<void> {
  const accountIds = new Set(accounts.list().map(({ id }) => id));
  const entries = tokens.list();
  if (entries.length === 0) {
    await ui.show({ tone: 'info', text: messages.noTokens });
    return;
  }
  const choices = entries.map((entry) => ({
    label: entry.name === '' ? entry.elementKey : entry.name,
    description: messages.tokenLine(entry),
    detail: messages.tokenDetail(entry, accountIds.has(entry.accountId)),
    value: entry,
  }));
  const entry = await ui.pick(messages.titles.copyToken, messages.pickToken, choices);
  const token = await tokens.read(entry);
  if (token === undefined) {
    await tokens.forget([entry]);
    await ui.show({ tone: 'warning', text: messages.tokenGone });
    return;
  }
  await ui.copy(token);
  ui.flash(tokenCopied);
}
