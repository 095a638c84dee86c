import type { Account, AccountColor } from '../../../../engine/src/accounts/accounts';
import * as messages from './messages';
import type { IconName } from '../../vscode/windowViews';

/** What the status bar shows about the account in use. */
export interface AccountStatus {
  readonly icon: IconName;
  readonly text: string;
  readonly tooltip: string;
  readonly color?: AccountColor;
  /** A click runs it. */
  readonly command: 'cloudElements.account.add' | 'cloudElements.account.switch';
}

/**
 * The status of the account in use. Without one, a click selects an account, or adds the first.
 * @param count Number of all accounts.
 */
export function accountStatus(account: Account | undefined, hasSecrets: boolean, count: number): AccountStatus {
  if (account !== undefined) {
    return {
      icon: hasSecrets ? 'cloud' : 'circle-slash',
      text: messages.statusText(account),
      tooltip: messages.statusTip(account, hasSecrets),
      color: account.color,
      command: 'cloudElements.account.switch',
    };
  }
  return {
    icon: 'cloud',
    text: count === 0 ? messages.statusNone : messages.statusSelect,
    tooltip: messages.statusNoneTip,
    command: count === 0 ? 'cloudElements.account.add' : 'cloudElements.account.switch',
  };
}
