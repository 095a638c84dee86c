import { hostWord } from '../../../../common/src/text/plainText';
import { t } from '../../../../common/src/text/translate';
import type { BaseUrlProblem } from '../../../../common/src/platform/baseUrl';
import type { AccountKind, Endpoint } from '../../../../common/src/platform/regions';
import type { Account, AccountColor } from '../../../../engine/src/accounts/accounts';
import type { SecretProblem } from '../../../../engine/src/platform/access';
import { sharedButtons } from '../../../../engine/src/messages/buttons';
import { failureMessage } from '../../../../engine/src/messages/failures';
import { accountName, markedAccount, mostOfLabel } from '../../../../engine/src/messages/names';
import type { ApiFailure } from '../../../../engine/src/platform/errors';

export const titles = {
  addAccount: t('Add Account'),
  checkAccount: t('Check Account'),
  editAccount: t('Edit Account'),
  removeAccount: t('Remove Account'),
  removeSecrets: t('Remove Secrets'),
  switchAccount: t('Switch Account'),
};

export const buttons = {
  addAccount: t('Add Account'),
  enterSecrets: sharedButtons.enterSecrets,
  keepTokens: t('Keep Tokens'),
  removeAccount: t('Remove Account'),
  removeTokens: t('Remove Tokens'),
  removeSecrets: t('Remove Secrets'),
  storeSecrets: t('Store Secrets'),
};

const kindNames: Record<AccountKind, string> = { production: t('production'), test: t('test') };

// The account in use

export const statusText = markedAccount;
export const statusNone = t('Add Account');
export const statusSelect = t('Select Account');
export const statusTip = ({ baseUrl, kind }: Account, hasSecrets: boolean) => {
  const { host } = new URL(baseUrl);
  return [
    kind === 'production'
      ? t('Cloud Elements production account at {host}.', { host })
      : t('Cloud Elements test account at {host}.', { host }),
    ...(hasSecrets ? [] : [t('No secrets are stored. You are asked for them when you use the account.')]),
    t('Click to switch accounts.'),
  ].join(' ');
};
export const statusNoneTip = t('No Cloud Elements account is in use. Click to select or add one.');

export const selectAccount = t('Select the account to use');

/** The description of an account in a list, next to its name. */
export const accountLine = ({ kind }: Account, { isActive, hasSecrets }: { isActive: boolean; hasSecrets: boolean }) =>
  [kindNames[kind], ...(isActive ? [t('in use')] : []), ...(hasSecrets ? [] : [t('no secrets stored')])].join(' · ');
export const noAccounts = t('There are no accounts yet.');
export const accountGone = (account: string) =>
  t('{account} was removed in another window, so nothing was done. Switch to another account, or add this one again.', {
    account,
  });
export const sandboxIsFixed = t(
  "The setting cloudElements.sandbox.url controls this account, so you can't edit it, remove it, or remove its secrets. Clear the setting to remove the account.",
);

// Add Account

export const pickRegion = t('Select the region of the account');
/** The description of a region in a list, next to its name. */
export const regionLine = (host: string, kind: AccountKind) => `${host} · ${kindNames[kind]}`;
export const otherBaseUrl = t('Other Base URL…');
export const otherBaseUrlDetail = t('Enter the base URL of the API');
export const askBaseUrl = t('Enter the base URL of the API, or the address of your account from the browser');

const baseUrlProblems: Record<BaseUrlProblem, (host: string) => string> = {
  empty: () => t('Enter the base URL, such as https://api.cloud-elements.com.'),
  'not-a-url': () => t("This isn't a URL. Enter one such as https://api.cloud-elements.com."),
  'not-https': () =>
    t('Use https, because secrets are sent only over https. Plain http is allowed only for this computer.'),
  'user-info': () => t('Remove the part before the @. You enter the secrets in the next step.'),
  'look-alike': (host) =>
    t('The host contains letters that may only look like others, and leads to {host}. Type it in plain letters.', {
      host: hostWord(host),
    }),
  'no-api': (host) =>
    t("There's no API at {host}. Enter the base URL of the API, or the address of your account from the browser.", {
      host: hostWord(host),
    }),
  uipath: () =>
    t(
      "UiPath isn't supported. It has a different API with different authentication, which doesn't accept these secrets.",
    ),
};
/** `host` is the host as it would be called, where the problem is with that. */
export const baseUrlProblem = (problem: BaseUrlProblem, host = '') => baseUrlProblems[problem](host);
export const askLabel = t('Enter a name for the account');
/** `address` is text of {@link describeAddress}: a person sees where the secrets will go before entering them. */
export const askLabelAt = (address: string) => t('Enter a name for the account at {address}', { address });
/** Where secrets go: the host of the API, its region and the kind of account. `page` is the web page that was given for it. */
export const describeAddress = ({ host: apiHost, region, kind, isLocal }: Endpoint, page?: string) => {
  const host = hostWord(apiHost);
  const where = region ?? (isLocal ? t('this computer') : t('not a public host of the platform'));
  return page === undefined
    ? t('{host} ({where}, {kind})', { host, where, kind: kindNames[kind] })
    : t('{host} ({where}, {kind}), the API of {page}', { host, where, kind: kindNames[kind], page: hostWord(page) });
};
export const labelEmpty = t('Enter a name for the account.');
export const labelTooLong = t('Enter a shorter name. It can have at most {max} characters.', { max: mostOfLabel });
export const labelTaken = t('Another account already has this name.');
export const accountAdded = (account: string) =>
  t("Added {account}. Its secrets work, and it's now in use.", { account });

// Their secrets

/** `address` is text of {@link describeAddress}. */
export const askUserSecret = (address: string) => t('Enter the user secret for {address}', { address });
export const askOrganizationSecret = (address: string) => t('Enter the organization secret for {address}', { address });
export const secretHint = t('Find it in your profile menu at the top right, or under "Secrets" on the older pages');

export const secretProblems: Record<SecretProblem, string> = {
  empty: t('Paste the secret.'),
  space: t("A secret can't contain spaces. Paste only the secret."),
  comma: t("A secret can't contain a comma. Paste only one secret."),
  'curly-quote': t("A secret can't contain a curly quote. Paste the secret without quotes."),
  character: t("The secret contains a character that isn't allowed. Copy it again."),
};
export const pickToCheck = t('Select the account to check');
export const checkingAccount = (account: string) => t('Checking the secrets of {account}…', { account });

/**
 * Why trying the secrets failed. A missing page and an unexpected success mean something else here than for an instance:
 * the server isn't the platform.
 */
export const checkFailure = (failure: ApiFailure, account: string) =>
  failure.cause === 'missing' || failure.cause === 'odd-success'
    ? t("{host} didn't answer as the platform does ({status}). Check the base URL of {account}.", {
        host: hostWord(failure.host),
        status: failure.status ?? '',
        account,
      })
    : failureMessage(failure, account);
export const secretsWork = (account: string) => t('The secrets of {account} work.', { account });
export const secretsUnchecked = (account: string, why: string) =>
  [t("The secrets of {account} are stored, but couldn't be checked.", { account }), why].join(' ');
export const noSecrets = (account: string) =>
  t('No secrets are stored for {account}. Enter them to use the account.', { account });
export const secretsNotStored = t("Couldn't store the secrets because VS Code's secret storage failed.");
export const accountNotAdded = [secretsNotStored, t("The account wasn't added.")].join(' ');
export const secretsUnreadable = (account: string) =>
  t("Couldn't read the secrets of {account} because VS Code's secret storage failed. Try again, or restart VS Code.", {
    account,
  });

// The secrets of a command

export const confirmStore = (host: string) =>
  t('Store the two secrets of this command for {host}?', { host: hostWord(host) });
/** `address` is text of {@link describeAddress}. */
export const confirmStoreDetail = (address: string, isKnown: boolean) => [
  isKnown
    ? t('They are for {address}.', { address })
    : t('They are for {address}. Store them only if you know this host.', { address }),
  '',
  t(
    "Store them only if they're yours. With a stranger's secrets, what you provision goes to the stranger's organization, and so do the secrets in your files.",
  ),
  '',
  t(
    "They are stored in VS Code's secret storage under a name that you enter, and this host is asked once whether they work. The account in use and all other accounts stay the same. The command itself isn't run.",
  ),
];
export const secretsUnusable = (why: string) => [t("The secrets in the command weren't stored."), why].join(' ');
/** For an account that was created from a command: nothing switches to it. */
export const accountStored = (account: string, works: boolean, inUse?: string) =>
  [
    works ? t('Added {account}. Its secrets work.', { account }) : t('Added {account}.', { account }),
    inUse === undefined ? t('No account is in use.') : t('{account} is still the account in use.', { account: inUse }),
    t('To use {account}, run Cloud Elements: Switch Account.', { account }),
  ].join(' ');

// Edit Account

export const pickToEdit = t('Select the account to edit');
export const pickEdit = t('Select what to change');
export const pickColor = t('Select the color in the status bar and in lists');
export const pickKind = t('Is this a production or a test account?');
export const pickConfirms = t('Select when Provision Instance asks before it sends a request to this account');
export const editTitle = (account: string) => t('Edit {account}', { account });

const colors: Record<AccountColor | 'none', string> = {
  none: t('No Color'),
  red: t('Red'),
  orange: t('Orange'),
  yellow: t('Yellow'),
  green: t('Green'),
  blue: t('Blue'),
  purple: t('Purple'),
};

const kinds: Record<AccountKind, { readonly label: string; readonly detail: string }> = {
  production: {
    label: t('Production'),
    detail: t('Marked as production. Provision Instance can ask before every request.'),
  },
  test: { label: t('Test'), detail: t("Provision Instance doesn't ask before every request.") },
};

export const edits = {
  names: {
    label: t('Rename'),
    color: t('Color'),
    kind: t('Production or Test'),
    confirms: t('Ask Before Provisioning'),
    secrets: t('Enter Secrets'),
  },
  colors,
  kinds,
  confirms: {
    on: { label: t('On'), detail: t('Ask before every request') },
    off: { label: t('Off'), detail: t("Ask only if the file refers to values that aren't in it") },
  },
  current: (value: string) => t('Current: {value}', { value }),
  isCurrent: t('current'),
  renamed: (account: string, label: string) => t('Renamed {account} to {label}.', { account, label }),
  colored: (account: string, color: AccountColor | 'none') =>
    color === 'none'
      ? t('Removed the color of {account}.', { account })
      : t('Changed the color of {account} to {color}.', { account, color: colors[color] }),
  kindChanged: (account: string, kind: AccountKind) =>
    kind === 'production'
      ? t('{account} is now a production account.', { account })
      : t('{account} is now a test account.', { account }),
  confirmsChanged: (account: string, isOn: boolean) =>
    isOn
      ? t('Provision Instance now asks before every request to {account}.', { account })
      : t(
          "Provision Instance now asks before a request to {account} only if the file refers to values that aren't in it.",
          {
            account,
          },
        ),
};

// Remove Secrets and Remove Account

const secretsRemoved = t('Its two secrets, and the secrets entered for its files, are removed from this computer.');
const sandboxStays = t('The setting cloudElements.sandbox.url controls the Sandbox account.');

export const removals = {
  removeSecrets: {
    title: titles.removeSecrets,
    button: buttons.removeSecrets,
    pick: t('Select the account whose secrets to remove'),
    none: [t('There are no accounts to remove secrets from.'), sandboxStays].join(' '),
    confirm: (account: string, host: string) =>
      t('Remove the secrets of {account} at {host}?', { account: accountName(account), host: hostWord(host) }),
    detail: [secretsRemoved, t('The account stays in the list.')].join(' '),
    done: (account: string) =>
      t('Removed the secrets of {account}. You are asked for them when you use the account again.', { account }),
  },
  removeAccount: {
    title: titles.removeAccount,
    button: buttons.removeAccount,
    pick: t('Select the account to remove'),
    none: [t('There are no accounts to remove.'), sandboxStays].join(' '),
    confirm: (account: string, host: string) =>
      t('Remove {account} at {host}?', { account: accountName(account), host: hostWord(host) }),
    detail: [secretsRemoved, t('The account is removed from the list. Nothing changes on the platform.')].join(' '),
    done: (account: string, wasActive: boolean) =>
      wasActive ? t('Removed {account}. No account is in use.', { account }) : t('Removed {account}.', { account }),
  },
};

/** `host` is undefined where the account itself is already removed. */
export const confirmTokens = (label: string, apiHost: string | undefined, count: number) => {
  const account = accountName(label);
  if (apiHost === undefined) {
    return count === 1
      ? t('Remove the element token stored for {account}?', { account })
      : t('Remove the {count} element tokens stored for {account}?', { account, count });
  }
  const host = hostWord(apiHost);
  return count === 1
    ? t('Also remove the element token stored for {account} at {host}?', { account, host })
    : t('Also remove the {count} element tokens stored for {account} at {host}?', { account, host, count });
};
export const confirmTokensDetail = t(
  "The platform shows a token only in the instance list. The instances aren't deleted. Tokens that you keep stay available under Copy Element Token.",
);
export const tokensOnly = (count: number) =>
  count === 1
    ? t('Account removed, one element token stored')
    : t('Account removed, {count} element tokens stored', { count });
export const notRemoved = (account: string) =>
  t("Couldn't remove everything stored for {account} because VS Code's secret storage failed. Try again.", { account });
