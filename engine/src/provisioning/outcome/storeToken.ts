import type { Account } from '../../accounts/accounts';
import type { Instance } from '../../platform/instanceApi';
import type { Ui } from '../../ui';
import type { ProvisionContext } from '../provisionContext';
import * as messages from './messages';

/** Milliseconds after which a secret storage that does not respond counts as failed. */
const storeLimitMs = 10_000;

/** Stores an instance's token. Resolves to false if that failed or took more than ten seconds. */
export async function storeToken(
  { tokens, wait }: ProvisionContext,
  account: Account,
  instance: Instance,
): Promise<boolean> {
  const ended = new AbortController();
  const stored = tokens.store(account, instance).then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([stored, wait(storeLimitMs, ended.signal).then(() => false)]);
  } finally {
    ended.abort();
  }
}

/** Shows that a token is not stored, and offers to copy it. */
export async function showTokenNotStored(ui: Ui, instance: Instance): Promise<void> {
  const text = messages.tokenNotStored(instance);
  const notice = { tone: 'error', text, detail: messages.tokenNotStoredDetail, modal: true } as const;
  if ((await ui.show(notice, messages.buttons.copyToken)) === undefined) return;
  await ui.copy(instance.token);
  ui.flash(messages.tokenCopied);
}
