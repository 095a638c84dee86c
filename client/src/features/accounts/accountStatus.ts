import type { Account, AccountColor } from '../../../../engine/src/accounts/accounts';
import * as messages from './messages';
import type { ShownIcon } from '../../vscode/shown';

/** What the status bar shows of the account in use. */
export interface AccountStatus {
  readonly icon: ShownIcon;
  readonly text: string;
  readonly tooltip: string;
  readonly color?: AccountColor;
  /** Run by a click. */
  readonly command: 'cloudElements.account.add' | 'cloudElements.account.switch';
}

/** `count` is that of all accounts. Without one in use, a click chooses one or adds the first. */
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
    text: count === 0 ? messages.statusNone : messages.statusChoose,
    tooltip: messages.statusNoneTip,
    command: count === 0 ? 'cloudElements.account.add' : 'cloudElements.account.switch',
  };
}
