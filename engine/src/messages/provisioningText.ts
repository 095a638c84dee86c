import type { Unsendable } from '../reasons';
import { inert, word, wordList } from '../../../common/src/text/inertText';
import { accountAt, accountName, elementWord } from './sharedText';
export const alreadyBeingProvisioned = 'This file is already being provisioned. Nothing more was sent.';
export const lockFailed =
  'The storage folder of this extension cannot be written, so a second window could send the same file. Nothing was sent.';
export const recordFailed =
  'The storage folder of this extension cannot be written, so a request could be sent twice. Nothing was sent.';
export const accountGoneUnsent = (account: string) =>
  `${accountName(account)} was removed meanwhile. Nothing was sent.`;
export const accountChanged = (account: string) =>
  `${accountName(account)} was changed meanwhile. Nothing was sent. Provision again to send it.`;
export const signedOutUnsent = (account: string) =>
  `You signed out of ${accountName(account)} meanwhile. Nothing was sent. Provision again to enter its secrets.`;
/** Before what came of looking for it. `time` is when it was sent. */
export const earlierUnsettled = (account: string, time: string) =>
  `This file was sent to ${accountName(account)} before (${time}), and no answer came. It was not sent again.`;
export const unsendable: Record<Unsendable, string> = {
  'not-json': 'This text is not a JSON object, so it cannot be sent.',
  'no-element': 'This text names no element: "element" needs a "key". It cannot be sent.',
  'odd-element':
    'No element has such a key: a slash, a backslash, a control character or dots alone would lead elsewhere. Correct "element.key". It cannot be sent.',
};
export const cannotBeSent = (problem: string) => `This cannot be sent: ${inert(problem, mostOfProblem)}`;
/** What a question says first, whatever makes it be asked: no other text stands beside it. */
export const provisionWith = (account: string, host: string) => `Provision with ${accountAt(account, host)}?`;
export const serverDownDetail = [
  'The language server is not running, so this file could not be checked.',
  'The platform will still say what is missing, after it was sent.',
];
export const hasProblems = (count: number) =>
  count === 1 ? 'This file has a problem:' : `This file has ${count} problems:`;
/** `message` is what the language server says, which may quote the file. */
export const problemLine = (line: number, message: string) => `Line ${line}: ${inert(message, mostOfProblem)}`;
/** UTF-16 units of what is shown of a problem. */
const mostOfProblem = 200;
export const moreProblems = (count: number) => `and ${count} more`;

export const alreadyProvisioned = (account: string, host: string) =>
  `Provision again with ${accountAt(account, host)}?`;
export const alreadyProvisionedDetail = (instanceId: string) => [
  `This very text was already provisioned there, as instance ${word(instanceId)}.`,
  'Sending it again creates another instance.',
];

export const referenceAsElement = 'The key of the element is a reference, so nothing was sent.';
export const referenceAsElementDetail = 'Write the key itself: what is checked and looked for goes by it.';
export const variablesMissing = (count: number) =>
  count === 1
    ? 'An environment variable that this file refers to is not set, so nothing was sent.'
    : `${count} environment variables that this file refers to are not set, so nothing was sent.`;
export const variablesMissingDetail = (names: readonly string[]) =>
  `Set ${wordList(names)} in the environment that VS Code is started from, then restart VS Code.`;
export const askFileSecret = (reference: string, element: string, account: string) =>
  `Value of ${word(reference)} for ${elementWord(element)}. It is kept in the secret storage for ${accountName(account)}.`;
export const fileSecretEmpty = 'Paste the secret.';
export const fileSecretNotKept = "The secret could not be stored: VS Code's secret storage failed. Nothing was sent.";
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

export const provisioning = (element: string, account: string) =>
  `Provisioning ${elementWord(element)} with ${accountName(account)}`;
