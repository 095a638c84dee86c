import { inert, word } from '../../../common/src/text/plainText';
import { sharedButtons } from '../messages/buttons';
import { accountAt, accountName, elementWord } from '../messages/names';
import type { Unsendable } from './reasons';

export const buttons = {
  ...sharedButtons,
  goToProblem: 'Go to Problem',
  provisionAnyway: 'Provision Anyway',
  send: 'Send',
  showRequest: 'Show Request',
  signIn: 'Sign In',
  signInAgain: 'Sign In Again',
} as const;

// Before anything is sent

export const alreadyBeingProvisioned = 'This file is already being provisioned. Nothing more was sent.';
export const lockFailed =
  'The storage folder of this extension cannot be written, so a second window could send the same file. Nothing was sent.';
export const recordFailed =
  'The storage folder of this extension cannot be written, so a request could be sent twice. Nothing was sent.';
export const accountGoneUnsent = (account: string) =>
  `${accountName(account)} was removed meanwhile. Nothing was sent.`;
export const accountChanged = (account: string) =>
  `${accountName(account)} was changed meanwhile. Nothing was sent. Provision again to send it.`;
export const secretsRemovedUnsent = (account: string) =>
  `You signed out of ${accountName(account)} meanwhile. Nothing was sent. Provision again to enter its secrets.`;
export const unsendable: Record<Unsendable, string> = {
  'not-json': 'This text is not a JSON object, so it cannot be sent.',
  'no-element': 'This text names no element: "element" needs a "key". It cannot be sent.',
  'odd-element':
    'No element has such a key: a slash, a backslash, a control character or dots alone would lead elsewhere. Correct "element.key". It cannot be sent.',
};
export const cannotBeSent = (problem: string) => `This cannot be sent: ${inert(problem, mostOfProblem)}`;

export const referenceAsElement = 'The key of the element is a reference, so nothing was sent.';
export const referenceAsElementDetail = 'Write the key itself: what is checked and looked for goes by it.';
/** What a question says first, whatever makes it be asked: no other text stands beside it. */
export const provisionWith = (account: string, host: string) => `Provision with ${accountAt(account, host)}?`;
export const serverDownDetail = [
  'The language server is not running, so this file could not be checked.',
  'The platform will still say what is missing, after it was sent.',
];
export const hasProblems = (count: number) =>
  count === 1 ? 'This file has a problem:' : `This file has ${count} problems:`;
/** UTF-16 units of what is shown of a problem. */
const mostOfProblem = 200;
/** `message` is what the language server says, which may quote the file. */
export const problemLine = (line: number, message: string) => `Line ${line}: ${inert(message, mostOfProblem)}`;
export const moreProblems = (count: number) => `and ${count} more`;

export const provisioning = (element: string, account: string) =>
  `Provisioning ${elementWord(element)} with ${accountName(account)}`;
export const signsInAtProvider = (element: string) =>
  `${elementWord(element)} signs in at the page of its provider, so nothing was created yet.`;

// What was sent before

/** Before what came of looking for it. `time` is when it was sent. */
export const earlierUnsettled = (account: string, time: string) =>
  `This file was sent to ${accountName(account)} before (${time}), and no answer came. It was not sent again.`;

export const alreadyProvisioned = (account: string, host: string) =>
  `Provision again with ${accountAt(account, host)}?`;
export const alreadyProvisionedDetail = (instanceId: string) => [
  `This very text was already provisioned there, as instance ${word(instanceId)}.`,
  'Sending it again creates another instance.',
];

// The question that shows the request

/** The first line of the question before a request is sent: nothing in it comes from the file. */
export const sendRequest = (account: string, host: string) => `Send this request with ${accountAt(account, host)}?`;
/** What a yes does, by action. */
export const requestDoes = {
  provision: (element: string) => `It creates an instance of ${elementWord(element)}.`,
} as const;
export const fillsReferences = (does: string) => `${does} The values that are referred to here are sent with it:`;
export const readFirst = (count: number) =>
  `It refers to ${count === 1 ? 'a value that is' : `${count} values that are`} not in the file, and cannot be shown here as a whole. Show Request opens it: read it, and send it there.`;
export const yesIsRemembered =
  'Your yes is remembered for this file and account until a name or a value in the file changes.';
export const productionAsks = (account: string) =>
  `${accountName(account)} is a production account. Edit Account can turn this question off for files without references.`;
export const productionAlwaysAsks = (account: string) =>
  `${accountName(account)} is a production account, so this is asked each time.`;

// The preview of a request

export const previewOf = (time: string) => `What Provision Instance sends, as of ${time}.`;
export const previewRenew = 'To renew it, run Preview Request on the file again.';
export const previewMask = (mask: string) => `Secrets are shown as ${mask}. All else is as it is sent.`;
export const previewSignIn = (element: string) =>
  `${inert(element, 60)} signs in on its provider's page: Provision opens that first, and what it brings is added as "providerData".`;
export const previewVariables = (names: readonly string[]) =>
  `Not set in the environment of VS Code, so nothing is sent: ${names.join(', ')}`;
export const previewSecrets = (references: readonly string[]) =>
  `Not kept yet, so Provision asks for it: ${references.join(', ')}`;
export const previewUnchecked =
  'The language server is not running, so it is not known which entries are secret: all of them are masked.';
export const previewNoAccount = 'No account is in use. Provision asks for one.';
/** In place of the base URL. */
export const noAddress = '(no account in use)';

// The page on which a request is read before it is sent

export const readNothingSent =
  'Nothing is sent before you press Send, on this page or in the message. Close this page to send nothing.';
export const readMask = (mask: string) =>
  `Secrets are shown as ${mask}, and references as the file has them: what they stand for is sent.`;
export const readLayout = (continuation: string) =>
  `The layout is not that of the file. A line that begins with ${continuation} goes on where the one before it ends.`;
export const sendFromPage = (account: string, host: string) => `Send with ${inert(account, 60)} at ${inert(host, 100)}`;
/** What a message says that has outlived its page. `sent` is whether Send was pressed there. */
export const requestEnded = (sent: boolean) =>
  sent
    ? 'Send was pressed on its page already, so nothing more was sent.'
    : 'Its page was closed or another took its place, so nothing was sent. Run Provision Instance again.';
