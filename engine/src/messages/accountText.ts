import type { Account } from '../accounts/accounts';
import type { SecretProblem } from '../platform/access';
import type { BaseUrlProblem } from '../../../common/src/platform/baseUrl';
import type { Trouble } from '../platform/errors';
import type { Place } from '../../../common/src/platform/regions';
import { hostWord } from '../../../common/src/text/inertText';
import { troubleWords } from './calls';
import { mostOfLabel } from './sharedText';

export const accountNeeded = 'Choose the account to use';
export const pickRegion = 'Where is the account?';
export const freeUrl = 'Another address';
export const freeUrlDetail = 'Give the base URL of the API yourself';
export const askBaseUrl = 'Base URL of the API, or the address of your account from the browser';
export const askLabel = 'A name for this account, as you want to see it';
/** The same at a place that was not picked from a list of such: what is asked for next goes there. */
export const askLabelAt = (place: string) => `${askLabel}. It is at ${place}`;
/** Where secrets go: the host of the API, its region and the kind of account. `page` is the web page that was given for it. */
export const placeWords = ({ host, region, kind, isLocal }: Place, page?: string) =>
  `${hostWord(host)} (${region ?? (isLocal ? 'this computer' : notPublic)}, ${kind})${page === undefined ? '' : `, the API of ${hostWord(page)}`}`;
const notPublic = "none of the platform's public hosts";
export const labelEmpty = 'Give the account a name.';
export const labelTooLong = `Give it a shorter name: ${mostOfLabel} characters at most.`;
export const labelTaken = 'Another account has this name.';
/** `place` is in the words of {@link placeWords}. */
export const askUserSecret = (place: string) => `User secret at ${place}`;
export const askOrganizationSecret = (place: string) => `Organization secret at ${place}`;
export const secretPlace = 'In your profile menu at the top right, or under "Secrets" in the older pages';
export const checkingAccount = (account: string) => `Checking the secrets of ${account}`;
export const accountAdded = (account: string) => `${account} is added, and its secrets work. It is the account in use.`;
/** Of an account that came out of a command: nothing switches to it. */
export const accountKept = (account: string, works: boolean, inUse?: string) =>
  `${account} is added${works ? ', and its secrets work' : ''}. ${inUse === undefined ? 'No account is in use' : `${inUse} is still the account in use`}: to use ${account}, run Cloud Elements: Switch Account.`;
export const secretsWork = (account: string) => `The secrets of ${account} work.`;
export const secretsUnchecked = (account: string, why: string) =>
  `The secrets of ${account} are kept, but could not be checked. ${why}`;
export const secretsGone = (account: string) =>
  `You are signed out of ${account}: its secrets are not stored here. Enter them to use it.`;
export const secretsNotKept = "The secrets could not be stored: VS Code's secret storage failed.";
export const accountNotAdded = `${secretsNotKept} The account was not added.`;
export const secretsUnreadable = (account: string) =>
  `The secrets of ${account} could not be read: VS Code's secret storage failed. Try again, or restart VS Code.`;
export const accountGone = (account: string) =>
  `${account} was removed in another window, so nothing was done. Switch to another account, or add it again.`;
export const sandboxStays =
  'This account is there while the setting cloudElements.sandbox.url is, and has nothing to change, sign out of or remove. Clear the setting to take it off the list.';
export const noAccounts = 'There is no account yet.';
export const pickToCheck = 'Whose secrets should be checked?';

/** What a picker says of an account beside its name. */
export const accountLine = ({ kind }: Account, { isActive, isSignedIn }: { isActive: boolean; isSignedIn: boolean }) =>
  [kind, ...(isActive ? ['in use'] : []), ...(isSignedIn ? [] : ['signed out'])].join(' · ');

/** What came of trying secrets: of an answer that would be another thing for an instance, and of any other. */
export const checkTrouble = (trouble: Trouble, account: string) =>
  trouble.cause === 'missing' || trouble.cause === 'odd-success'
    ? `${hostWord(trouble.host)} did not answer as the platform does (${trouble.status ?? ''}). Check the address of ${account}.`
    : troubleWords(trouble, account);

export const secretProblems: Record<SecretProblem, string> = {
  empty: 'Paste the secret.',
  space: 'A secret has no spaces. Paste the secret alone.',
  comma: 'A secret has no comma. Paste one secret alone.',
  'curly-quote': 'There is a curly quote in it. Paste the secret without quotes.',
  character: 'There is a character in it that a secret cannot have. Copy it again.',
};

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
