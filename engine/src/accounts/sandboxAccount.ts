import { isLoopback, normaliseBaseUrl } from '../../../common/src/platform/baseUrl';
import type { Account, AccountSecrets } from './accounts';

const sandboxId = 'sandbox';
/** No other account may have this name, even while the setting is empty. */
export const sandboxLabel = 'Sandbox';

/**
 * The account `Sandbox` if the setting is a loopback address, in an array that can be joined with other accounts. Otherwise
 * the array is empty.
 */
export function sandboxAccount(setting: string): readonly Account[] {
  const base = normaliseBaseUrl(setting);
  if (!('url' in base) || !isLoopback(new URL(base.url).hostname)) return [];
  return [{ id: sandboxId, label: sandboxLabel, baseUrl: base.url, kind: 'test', confirms: false }];
}

export function isSandbox(account: Account): boolean {
  return account.id === sandboxId;
}

/** The sandbox's secrets, which are fixed and public: they protect nothing. Undefined for any other account. */
export function sandboxSecrets(account: Account): AccountSecrets | undefined {
  if (!isSandbox(account)) return undefined;
  return { userSecret: 'sandbox-user-secret', organizationSecret: 'sandbox-organization-secret' };
}
