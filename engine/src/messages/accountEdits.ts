import type { AccountColor } from '../accounts/accounts';
import type { AccountKind } from '../../../common/src/platform/regions';
import { accountAt, accountName } from './sharedText';

export const pickToEdit = 'Which account?';
export const pickEdit = 'What do you want to change?';
export const pickColor = 'Its colour in the status bar and in lists';
export const pickKind = 'Is what is created there real, or a trial?';
export const pickConfirms = 'Should Provision ask before it sends anything there?';
export const editTitle = (account: string) => `Edit ${account}`;

const colors: Record<AccountColor | 'none', string> = {
  none: 'No Colour',
  red: 'Red',
  orange: 'Orange',
  yellow: 'Yellow',
  green: 'Green',
  blue: 'Blue',
  purple: 'Purple',
};

const kinds: Record<AccountKind, { readonly label: string; readonly detail: string }> = {
  production: { label: 'Production', detail: 'Marked as such; Provision can ask before it sends' },
  test: { label: 'Test', detail: 'Provision sends without that question' },
};

export const edits = {
  names: {
    label: 'Rename',
    color: 'Colour',
    kind: 'Production or Test',
    confirms: 'Ask Before Provisioning',
    secrets: 'Enter Secrets',
  },
  colors,
  kinds,
  confirms: {
    on: { label: 'On', detail: 'Each call to this account waits for a yes' },
    off: { label: 'Off', detail: 'Provision asks only where a file refers to values that are not in it' },
  },
  now: (value: string) => `now: ${value}`,
  isNow: 'now',
  renamed: (account: string, label: string) => `${account} is called ${label} now.`,
  colored: (account: string, color: AccountColor | 'none') =>
    color === 'none' ? `${account} has no colour now.` : `${account} is ${color} now.`,
  kindNow: (account: string, kind: AccountKind) => `${account} is a ${kind} account now.`,
  confirmsNow: (account: string, isOn: boolean) =>
    isOn
      ? `Provision asks before it sends to ${account}.`
      : `Provision asks before it sends to ${account} only where a file refers to values that are not in it.`,
};

// Sign Out and Remove Account

const forgotten = 'Its two secrets, and those entered for its files, are removed from this computer.';

export const leaving = {
  signOut: {
    title: 'signOut',
    pick: 'Which account do you want to sign out of?',
    none: 'There is no account to sign out of. The sandbox is there while its setting is.',
    confirm: (account: string, host: string) => `Sign out of ${accountAt(account, host)}?`,
    detail: `${forgotten} The account stays in the list.`,
    done: (account: string) => `Signed out of ${account}. It asks for its secrets when you use it again.`,
  },
  remove: {
    title: 'removeAccount',
    pick: 'Which account do you want to remove?',
    none: 'There is no account to remove. The sandbox is there while its setting is.',
    confirm: (account: string, host: string) => `Remove ${accountAt(account, host)}?`,
    detail: `${forgotten} The account is taken off the list; at the platform nothing changes.`,
    done: (account: string, wasActive: boolean) =>
      wasActive ? `${account} is removed, and no account is in use.` : `${account} is removed.`,
  },
} as const;

/** Without a host, the account itself is gone already. */
export const confirmTokens = (account: string, host: string | undefined, count: number) => {
  const tokens = count === 1 ? 'element token' : `${count} element tokens`;
  return host === undefined
    ? `Remove the ${tokens} kept for ${accountName(account)}?`
    : `Remove the ${tokens} kept for ${accountAt(account, host)}, too?`;
};
export const confirmTokensDetail =
  'The platform shows a token only to those who list the instance. The instances stay. Tokens that you keep stay under Copy Element Token.';
export const tokensAlone = (count: number) =>
  `removed · ${count === 1 ? 'one element token' : `${count} element tokens`} kept`;
export const notForgotten = (account: string) =>
  `Not all that is stored for ${account} could be removed: VS Code's secret storage failed. Try again.`;
