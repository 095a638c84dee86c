import type { SecretProblem } from '../accounts/secretRules';
import type { BaseUrlProblem } from '../platform/baseUrl';

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
