import { hostWord } from '../../../../common/src/text/plainText';
import type { BaseUrlProblem } from '../../../../common/src/platform/baseUrl';
import type { AccountKind, Endpoint } from '../../../../common/src/platform/regions';
import type { Account, AccountColor } from '../../../../engine/src/accounts/accounts';
import type { SecretProblem } from '../../../../engine/src/platform/access';
import { sharedButtons } from '../../../../engine/src/messages/buttons';
import { failureMessage } from '../../../../engine/src/messages/failures';
import { accountAt, accountName, markedAccount, mostOfLabel } from '../../../../engine/src/messages/names';
import type { ApiFailure } from '../../../../engine/src/platform/errors';

export const titles = {
  addAccount: 'Add Account',
  checkAccount: 'Check Account',
  editAccount: 'Edit Account',
  removeAccount: 'Remove Account',
  removeSecrets: 'Sign Out',
  switchAccount: 'Switch Account',
} as const;

export const buttons = {
  addAccount: 'Add Account',
  enterSecrets: sharedButtons.enterSecrets,
  keepSecrets: 'Keep Secrets',
  keepTokens: 'Keep Tokens',
  removeAccount: 'Remove Account',
  removeTokens: 'Remove Tokens',
  removeSecrets: 'Sign Out',
} as const;

// The account in use

export const statusText = markedAccount;
export const statusNone = 'Add account';
export const statusChoose = 'Choose account';
export const statusTip = ({ baseUrl, kind }: Account, hasSecrets: boolean) =>
  `Cloud Elements ${kind} account at ${new URL(baseUrl).host}, ${
    hasSecrets ? 'signed in' : 'signed out: it asks for its secrets when it is used'
  }. Click to switch accounts.`;
export const statusNoneTip = 'No Cloud Elements account is in use. Click to choose or add one.';

export const accountNeeded = 'Choose the account to use';

/** What a picker says of an account beside its name. */
export const accountLine = ({ kind }: Account, { isActive, hasSecrets }: { isActive: boolean; hasSecrets: boolean }) =>
  [kind, ...(isActive ? ['in use'] : []), ...(hasSecrets ? [] : ['signed out'])].join(' · ');
export const noAccounts = 'There is no account yet.';
export const accountGone = (account: string) =>
  `${account} was removed in another window, so nothing was done. Switch to another account, or add it again.`;
export const sandboxStays =
  'This account is there while the setting cloudElements.sandbox.url is, and has nothing to change, sign out of or remove. Clear the setting to take it off the list.';

// Add Account

export const pickRegion = 'Where is the account?';
export const freeUrl = 'Another address';
export const freeUrlDetail = 'Give the base URL of the API yourself';
export const askBaseUrl = 'Base URL of the API, or the address of your account from the browser';

const baseUrlProblems: Record<BaseUrlProblem, (host: string) => string> = {
  empty: () => 'Give the base URL, such as https://api.cloud-elements.com.',
  'not-a-url': () => 'This is not a URL. Give one such as https://api.cloud-elements.com.',
  'not-https': () => 'Secrets are sent only over https. Plain http is for this computer alone.',
  'user-info': () => 'Leave out the part before the @. The secrets are asked for next.',
  'look-alike': (host) =>
    `There are letters in it that may only look like others: it would lead to ${hostWord(host)}. Type it in plain letters.`,
  'no-api': (host) =>
    `There is no API at ${hostWord(host)}. Give the base URL of the API, or the address of your account from the browser.`,
  uipath: () => 'This is UiPath. It has another API with another sign-in, which does not take these secrets.',
};
/** `host` is the host as it would be called, where the problem is with that. */
export const baseUrlProblem = (problem: BaseUrlProblem, host = '') => baseUrlProblems[problem](host);
export const askLabel = 'A name for this account, as you want to see it';
/** The same at a place that was not picked from a list of such: what is asked for next goes there. */
export const askLabelAt = (place: string) => `${askLabel}. It is at ${place}`;
/** Where secrets go: the host of the API, its region and the kind of account. `page` is the web page that was given for it. */
export const describePlace = ({ host, region, kind, isLocal }: Endpoint, page?: string) =>
  `${hostWord(host)} (${region ?? (isLocal ? 'this computer' : notPublic)}, ${kind})${page === undefined ? '' : `, the API of ${hostWord(page)}`}`;
const notPublic = "none of the platform's public hosts";
export const labelEmpty = 'Give the account a name.';
export const labelTooLong = `Give it a shorter name: ${mostOfLabel} characters at most.`;
export const labelTaken = 'Another account has this name.';
export const accountAdded = (account: string) => `${account} is added, and its secrets work. It is the account in use.`;

// Their secrets

/** `place` is in the words of {@link describePlace}. */
export const askUserSecret = (place: string) => `User secret at ${place}`;
export const askOrganizationSecret = (place: string) => `Organization secret at ${place}`;
export const secretPlace = 'In your profile menu at the top right, or under "Secrets" in the older pages';

export const secretProblems: Record<SecretProblem, string> = {
  empty: 'Paste the secret.',
  space: 'A secret has no spaces. Paste the secret alone.',
  comma: 'A secret has no comma. Paste one secret alone.',
  'curly-quote': 'There is a curly quote in it. Paste the secret without quotes.',
  character: 'There is a character in it that a secret cannot have. Copy it again.',
};
export const pickToCheck = 'Whose secrets should be checked?';
export const checkingAccount = (account: string) => `Checking the secrets of ${account}`;

/** What came of trying secrets: of an answer that would be another thing for an instance, and of any other. */
export const checkFailure = (failure: ApiFailure, account: string) =>
  failure.cause === 'missing' || failure.cause === 'odd-success'
    ? `${hostWord(failure.host)} did not answer as the platform does (${failure.status ?? ''}). Check the address of ${account}.`
    : failureMessage(failure, account);
export const secretsWork = (account: string) => `The secrets of ${account} work.`;
export const secretsUnchecked = (account: string, why: string) =>
  `The secrets of ${account} are kept, but could not be checked. ${why}`;
export const secretsGone = (account: string) =>
  `You are signed out of ${account}: its secrets are not stored here. Enter them to use it.`;
export const secretsNotStored = "The secrets could not be stored: VS Code's secret storage failed.";
export const accountNotAdded = `${secretsNotStored} The account was not added.`;
export const secretsUnreadable = (account: string) =>
  `The secrets of ${account} could not be read: VS Code's secret storage failed. Try again, or restart VS Code.`;

// The secrets of a command

export const confirmKeep = (host: string) => `Keep the two secrets of this command for ${hostWord(host)}?`;
/** `place` is where they would be sent. */
export const confirmKeepDetail = (place: string, isKnown: boolean) => [
  `They are for ${place}.${isKnown ? '' : ' Keep them only if you know this host.'}`,
  '',
  "Keep them only if they are yours: with a stranger's secrets, what you provision goes into the stranger's organization, and so do the secrets in your files.",
  '',
  "They go into VS Code's secret storage under a name that you give them, and this host is asked once whether they work. The account in use stays in use, and no other account is changed. The command itself is not run.",
];
export const secretsUnfit = (why: string) => `The secrets in the command were not kept. ${why}`;
/** Of an account that came out of a command: nothing switches to it. */
export const accountStored = (account: string, works: boolean, inUse?: string) =>
  `${account} is added${works ? ', and its secrets work' : ''}. ${inUse === undefined ? 'No account is in use' : `${inUse} is still the account in use`}: to use ${account}, run Cloud Elements: Switch Account.`;

// Edit Account

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
  removeSecrets: {
    title: 'removeSecrets',
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
