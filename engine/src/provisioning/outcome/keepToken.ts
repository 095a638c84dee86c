import type { Account } from '../../accounts/accounts';
import type { Tokens } from '../../accounts/tokens';
import * as messages from '../../messages';
import type { Instance } from '../../platform/instanceApi';
import type { Ui } from '../../ui';

/** A secret storage that has not answered by then, in milliseconds, counts as one that failed. */
const storeLimitMs = 10_000;

export interface StoreTokenDeps {
  readonly tokens: Tokens;
  /** Resolves after that many milliseconds, or when the signal aborts. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** Keeps an instance's token. False where it could not be stored, or the storage did not answer in ten seconds. */
export async function storeToken(
  { tokens, wait }: StoreTokenDeps,
  account: Account,
  instance: Instance,
): Promise<boolean> {
  const ended = new AbortController();
  const kept = tokens.keep(account, instance).then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([kept, wait(storeLimitMs, ended.signal).then(() => false)]);
  } finally {
    ended.abort();
  }
}

/** Says that a token is not stored, and offers to copy it. */
export async function tellTokenNotKept(ui: Ui, instance: Instance): Promise<void> {
  const text = messages.tokenNotKept(instance);
  const notice = { tone: 'error', text, detail: messages.tokenNotKeptDetail, modal: true } as const;
  if ((await ui.tell(notice, messages.buttons.copyToken)) === undefined) return;
  await ui.copy(instance.token);
  ui.flash(messages.tokenCopied);
}
