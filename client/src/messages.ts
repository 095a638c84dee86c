// Every word a person reads of the client stands here, ready to be translated. Nothing here knows what is secret:
// callers hand in texts that may be shown.
import type { SecretProblem } from './accounts/secretRules';
import type { TokenEntry } from './accounts/tokens';
import type { BaseUrlProblem } from './platform/baseUrl';
import type { Trouble } from './platform/errors';
import type { Instance } from './platform/instances';

export const buttons = {
  addAccount: 'Add Account',
  copyToken: 'Copy Token',
  enterSecrets: 'Enter Secrets',
  goToProblem: 'Go to Problem',
  keepToken: 'Keep Its Token',
  keepTokens: 'Keep Tokens',
  lookAgain: 'Look Again',
  lookForIt: 'Look for It',
  manageTrust: 'Manage Workspace Trust',
  provisionAgain: 'Provision Again',
  provisionAnyway: 'Provision Anyway',
  removeTokens: 'Remove Tokens',
  send: 'Send',
  showLog: 'Show Log',
  showResponse: 'Show Response',
  signOut: 'Sign Out',
} as const;

export const titles = {
  addAccount: 'Add Account',
  copyToken: 'Copy Element Token',
  fileSecret: 'Secret of This File',
  lookForIt: 'Look for the Instance',
  newInstance: 'New Instance File',
  signOut: 'Sign Out',
  switchAccount: 'Switch Account',
} as const;

export const channelName = 'Cloud Elements';
export const serverChannelName = 'Cloud Elements Language Server';
export const serverName = 'Cloud Elements language server';

// Provision Instance, before the request

export const openAFileFirst = 'Open the instance file to provision first.';
export const untrusted =
  'Provisioning waits until you trust this workspace: it sends the content of a file, with your secrets, to your account.';
export const alreadyBeingProvisioned = 'This file is already being provisioned. Nothing more was sent.';
export const lockFailed =
  'The storage folder of this extension cannot be written, so a second window could send the same file. Nothing was sent.';
export const notJson = 'This text is not a JSON object, so it cannot be sent.';
export const noElement = 'This text names no element: "element" needs a "key". It cannot be sent.';
export const cannotBeSent = (problem: string) => `This cannot be sent: ${problem}`;
export const serverDown = 'The language server is not running, so this file could not be checked.';
export const serverDownDetail = 'The platform will still say what is missing, after it was sent.';

export const hasProblems = (count: number) =>
  count === 1 ? 'This file has a problem.' : `This file has ${count} problems.`;
export const problemLine = (line: number, message: string) => `Line ${line}: ${message}`;
export const moreProblems = (count: number) => `and ${count} more`;

export const needsSignIn = (element: string) => `${element} signs in through its provider's page.`;
export const needsSignInDetail =
  'This version does not open that page. Add "providerData" with the "code" that the provider hands to your callback ' +
  'address, then provision.';

export const alreadyProvisioned = (account: string, instanceId: string | undefined) =>
  instanceId === undefined
    ? `This very text was already sent to ${account}, and the instance may have been created.`
    : `This very text was already provisioned with ${account}, as instance ${instanceId}.`;
export const alreadyProvisionedDetail = 'Sending it again creates another instance.';

export const referenceAsElement = 'The key of the element is a reference, so nothing was sent.';
export const referenceAsElementDetail = 'Write the key itself: what is checked and looked for goes by it.';
export const variablesMissing = (count: number) =>
  count === 1
    ? 'An environment variable that this file refers to is not set, so nothing was sent.'
    : `${count} environment variables that this file refers to are not set, so nothing was sent.`;
export const variablesMissingDetail = (names: readonly string[]) =>
  `Set ${names.join(', ')} in the environment that VS Code is started from, then restart VS Code.`;
export const askFileSecret = (reference: string, element: string, account: string) =>
  `Value of ${reference} for ${element}. It is kept in the secret storage for ${account}.`;
export const fileSecretEmpty = 'Paste the secret.';
export const fileSecretNotKept = "The secret could not be stored: VS Code's secret storage failed. Nothing was sent.";
export const sendReferences = (account: string, host: string) =>
  `Send values that are not in this file to ${account} at ${host}?`;
export const sendReferencesDetail = (references: readonly string[], hosts: readonly string[]) => {
  const values = `The file refers to:\n${references.join('\n')}`;
  return hosts.length === 0
    ? values
    : `${values}\n\nIt also has these addresses, where the values may end up:\n${hosts.join('\n')}`;
};

export const provisioning = (element: string, account: string) => `Provisioning ${element} with ${account}`;

// Provision Instance, after the request

const instanceWords = ({ name, elementName, elementKey, id }: Instance) => {
  const element = elementName ?? elementKey;
  return `Instance ${name === undefined ? '' : `"${name}" `}${element === undefined ? '' : `of ${element} `}(id ${id})`;
};
const validity = (valid: boolean | undefined) =>
  valid === undefined ? '' : valid ? ' The platform says it is valid.' : ' The platform says it is not valid.';

export const created = (instance: Instance, account: string) =>
  `${instanceWords(instance)} is created.${validity(instance.valid)} Its element token is kept for ${account}.`;
export const tokenNotKept = (instance: Instance) =>
  `${instanceWords(instance)} is created, but its element token could not be stored.`;
export const tokenNotKeptDetail =
  "VS Code's secret storage failed. The token is held only until this window closes: copy it now, and put it in a safe place.";
export const tokenCopied = 'Element token copied';

export const notCreated = 'No instance was created.';
export const maybeCreated = 'The instance may have been created. Look for it before you send it again.';

// Look for It

export const looking = (element: string, account: string) => `Looking for the new instance of ${element} at ${account}`;
export const foundNone = (element: string, account: string) =>
  `${account} has no new instance of ${element} yet. Creating one can take half a minute.`;
export const found = (instance: Instance) => `${instanceWords(instance)} was created.`;
export const foundSeveral = (count: number) => `${count} instances fit. Pick the one whose token you want to keep.`;
export const createdAt = (date: string | undefined) =>
  date === undefined ? 'creation time unknown' : `created ${date}`;
export const tokenKept = (account: string) => `The element token is kept for ${account}.`;

// Calls to the platform

/** What went wrong and what to do about it, for each cause. What the platform itself said goes between the two. */
const causes: Record<Trouble['cause'], (trouble: Trouble, account: string) => readonly [what: string, todo: string]> = {
  cancelled: () => ['You cancelled.', ''],
  'timed-out': ({ host }) => [`${host} did not answer in time.`, ''],
  refused: ({ host }, account) => [
    `${host} refused the connection. Nothing was sent.`,
    `Check the address of ${account}, and that the server runs.`,
  ],
  'not-found': ({ host }, account) => [
    `The host ${host} was not found. Nothing was sent.`,
    `Check the address of ${account} and your network.`,
  ],
  unreachable: ({ host }) => [
    `${host} could not be reached. Nothing was sent.`,
    'Check your network, and the setting http.proxy if you are behind a proxy.',
  ],
  certificate: ({ host, code }) => [
    `No secure connection to ${host}: its certificate was not accepted${code === undefined ? '' : ` (${code})`}. Nothing was sent.`,
    'If your network inspects traffic, have its certificate installed in the system and see the setting http.systemCertificates.',
  ],
  proxy: () => [
    'Nothing reached the platform: the proxy did not let the request through.',
    'Check the settings http.proxy and http.proxyAuthorization.',
  ],
  lost: ({ host }) => [`The connection to ${host} was lost after the request had been sent.`, ''],
  unsendable: (_, account) => [
    'The request could not be written. Nothing was sent.',
    `A secret of ${account} may have a character that a header cannot carry: enter the secrets again.`,
  ],
  'bad-request': () => [
    'The platform refused the request',
    'Check the configuration entries; a code from the provider works only once.',
  ],
  unauthorized: ({ host }, account) => [
    'The platform did not accept the secrets',
    `Check user secret and organization secret of ${account}: they must both be of ${host}.`,
  ],
  forbidden: (_, account) => [
    'The platform does not allow this',
    `Ask an administrator of ${account} for the privilege to work with instances.`,
  ],
  missing: ({ notJson: noJson }, account) => [
    'The platform did not find what was asked for',
    noJson ? `Check the address of ${account}.` : `Check "element.key": ${account} may not have this element.`,
  ],
  conflict: () => ['The platform sees a conflict', 'Check whether the instance exists already.'],
  'too-many': ({ retryAfter }) => [
    'The platform limits requests, or the file is over 8 MB',
    retryAfter === undefined
      ? 'Wait a minute, then provision again.'
      : `Provision again ${/^\d+$/.test(retryAfter) ? `in ${retryAfter} seconds` : `after ${retryAfter}`}.`,
  ],
  redirect: ({ host, redirectHost }, account) => [
    `${host} points to ${redirectHost ?? 'another address'}, which was not followed: the secrets are for ${host} alone`,
    `Check the address of ${account}.`,
  ],
  server: () => ['The platform failed', ''],
  'odd-success': () => ['The platform answered without an instance id and token', ''],
  other: () => ['The platform refused the request', ''],
};

/** One account of a call that failed, in plain sentences. `outcome` says what it means for what was wanted. */
export function troubleWords(trouble: Trouble, account: string, outcome = ''): string {
  const [what, todo] = causes[trouble.cause](trouble, account);
  const { cause, status, message, providerMessage, requestId } = trouble;
  const first = status === undefined ? what : `${what.replace(/\.$/, '')} (${status})`;
  const said = [
    message === undefined ? sentence(first) : sentence(`${first}: ${message}`),
    providerMessage === undefined ? '' : sentence(`The provider says: ${providerMessage}`),
    status !== undefined && trouble.notJson && cause !== 'redirect' && cause !== 'proxy'
      ? 'The answer is not from the platform itself: a proxy or gateway may have given it.'
      : '',
  ];
  const id = requestId === undefined ? '' : `Request id: ${requestId}.`;
  return [...said, outcome, todo, id].filter((part) => part !== '').join(' ');
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

// Accounts

export const accountNeeded = 'Choose the account to use';
export const pickRegion = 'Where is the account?';
export const freeUrl = 'Another address';
export const freeUrlDetail = 'Give the base URL of the API yourself';
export const askBaseUrl = 'Base URL of the API, with or without /elements/api-v2';
export const askLabel = 'A name for this account, as you want to see it';
export const labelEmpty = 'Give the account a name.';
export const labelTaken = 'Another account has this name.';
export const askUserSecret = (host: string) => `User secret at ${host}`;
export const askOrganizationSecret = (host: string) => `Organization secret at ${host}`;
export const secretPlace = 'In your profile menu at the top right, or under "Secrets" in the older pages';
export const checkingAccount = (account: string) => `Checking the secrets of ${account}`;
export const accountAdded = (account: string) => `${account} is added, and its secrets work. It is the account in use.`;
export const accountUnchecked = (account: string, why: string) =>
  `${account} is added, but its secrets could not be checked. ${why}`;
export const secretsGone = (account: string) => `The secrets of ${account} are not stored any more. Enter them again.`;
export const secretsNotKept =
  "The secrets could not be stored: VS Code's secret storage failed. The account was not added.";
export const noneToSignOut = 'There is no account to sign out of. The sandbox is there while its setting is.';
export const inUse = 'in use';
export const confirmSignOut = (account: string) => `Sign out of ${account}?`;
export const confirmSignOutDetail = 'Its two secrets, and those entered for its files, are removed from this computer.';
export const confirmTokens = (account: string, count: number) =>
  count === 1
    ? `Remove the element token kept for ${account}, too?`
    : `Remove the ${count} element tokens kept for ${account}, too?`;
export const confirmTokensDetail =
  'The platform shows a token only to those who list the instance. The instances stay.';
export const signedOut = (account: string) => `Signed out of ${account}.`;

export const secretProblems: Record<SecretProblem, string> = {
  empty: 'Paste the secret.',
  space: 'A secret has no spaces. Paste the secret alone.',
  comma: 'A secret has no comma. Paste one secret alone.',
  'curly-quote': 'There is a curly quote in it. Paste the secret without quotes.',
  character: 'There is a character in it that a secret cannot have. Copy it again.',
};

const baseUrlProblems: Record<BaseUrlProblem, string> = {
  empty: 'Give the base URL, such as https://api.cloud-elements.com.',
  'not-a-url': 'This is not a URL. Give one such as https://api.cloud-elements.com.',
  'not-https': 'Secrets are sent only over https. Plain http is for this computer alone.',
  'user-info': 'Leave out the part before the @. The secrets are asked for next.',
  'extra-path': 'Leave out the path, or let it be /elements/api-v2.',
  query: 'Leave out everything from the ? or # on.',
  'web-page': 'This is the address of the web page.',
};
export const baseUrlProblem = (problem: BaseUrlProblem, host?: string) =>
  `${baseUrlProblems[problem]}${host === undefined ? '' : ` The API is at ${host}.`}`;

// Tokens and responses

export const noTokens = 'No element token is kept yet. Provision an instance first.';
export const pickToken = 'Whose token?';
export const tokenLine = ({ instanceId, elementKey }: TokenEntry) => `${elementKey} · id ${instanceId}`;
export const tokenDetail = ({ accountLabel, created: date }: TokenEntry) => `${accountLabel} · created ${date}`;
export const tokenGone = 'This token is not stored any more, and was taken off the list.';
export const noResponse = 'No response yet. Provision an instance first.';
export const responseTitle = 'Last Response';

// New Instance File

export const pickElement = 'Search by name, key or hub';
export const catalogUnreadable = 'The list of elements could not be read. Reinstall the extension.';
export const noSkeleton = (key: string) => `There is no skeleton for "${key}".`;

// Editing

export const pasteStraight = 'Paste with Straight Quotes';

// Views and commands

export const lensTitle = (account: string | undefined) =>
  account === undefined ? '$(cloud-upload) Provision' : `$(cloud-upload) Provision with ${account}`;
export const statusText = (account: string) => `$(cloud) ${account}`;
export const statusNone = '$(cloud) Add account';
export const statusChoose = '$(cloud) Choose account';
export const statusTip = (host: string) => `Cloud Elements account at ${host}. Click to switch.`;
export const statusNoneTip = 'No Cloud Elements account is in use. Click to choose or add one.';
export const commandFailed = 'This did not work, for a reason the extension does not know.';
export const serverFailed = 'The language server did not start, so nothing is checked or completed.';
