import { word } from '../../../../common/src/text/plainText';
import { sharedButtons } from '../../messages/buttons';
import { describeRequestId, quotedReplies, failureMessage, type Advice } from '../../messages/failures';
import { accountAt, accountName, elementWord, describeInstance } from '../../messages/names';
import type { ApiFailure } from '../../platform/errors';
import type { Instance } from '../../platform/instanceApi';

export const buttons = {
  ...sharedButtons,
  copyRequestId: 'Copy Request Id',
  copyToken: 'Copy Token',
  deleteInstance: 'Delete Instance',
  keep: 'Keep',
  keepToken: 'Keep Its Token',
  lookAgain: 'Look Again',
  lookForIt: 'Look for It',
  showResponse: 'Show Response',
} as const;

export const titles = { lookForIt: 'Look for the Instance' } as const;

const validity = (valid: boolean | undefined) =>
  valid === undefined ? '' : valid ? ' The platform says it is valid.' : ' The platform says it is not valid.';
const storedFor = (account: string) => `Its element token is kept for ${accountName(account)}.`;

export const created = (instance: Instance, account: string, works: boolean) => {
  const what = works
    ? `is created, and its provider answers.${instance.valid === false ? validity(false) : ''}`
    : `is created.${validity(instance.valid)}`;
  return `${describeInstance(instance)} ${what} ${storedFor(account)}`;
};
/** `account` is the one that the token is kept for, if it is. */
export const createdButRefused = (instance: Instance, refused: ApiFailure, account: string | undefined) =>
  [
    ...quotedReplies(`${describeInstance(instance)} is created, but the provider refused the ping`, refused),
    account === undefined ? '' : storedFor(account),
    'If the credentials are wrong, delete it, correct them and provision again.',
    describeRequestId(refused),
  ]
    .filter((part) => part !== '')
    .join(' ');
export const tokenNotStored = (instance: Instance) =>
  `${describeInstance(instance)} is created, but its element token could not be stored.`;
export const tokenNotStoredDetail =
  "VS Code's secret storage failed. The token is held only until this window closes: copy it now, and put it in a safe place.";
export const tokenCopied = 'Element token copied';

export const notCreated = 'No instance was created.';
export const mayExist = 'The instance may have been created.';
export const maybeCreated = `${mayExist} Look for it before you send it again.`;

export const requestIdCopied = 'Request id copied';

// Ping and Delete

export const confirmDeletion = (account: string, host: string) =>
  `Delete the new instance of ${accountAt(account, host)}?`;
export const confirmDeletionDetail = (instance: Instance) => [
  describeInstance(instance),
  'What uses it stops working, and its element token is forgotten.',
];
export const pinging = (element: string) => `Asking ${elementWord(element)} whether it accepts the instance`;
export const deleting = (instance: Instance) => `Deleting instance ${word(instance.id, 30)}`;
export const deleted = (instance: Instance, forgotten: boolean) =>
  forgotten
    ? `${describeInstance(instance)} is deleted, and its element token is forgotten.`
    : `${describeInstance(instance)} is deleted. Its element token could not be removed from the secret storage; it opens nothing any more.`;
export const notDeleted = (instance: Instance, failure: ApiFailure, account: string) =>
  failureMessage(
    failure,
    account,
    failure.maybeDone
      ? `${describeInstance(instance)} may have been deleted. Its token is kept.`
      : `${describeInstance(instance)} was not deleted. Its token is kept.`,
    deletionAdvice,
  );

const tryAgain = 'Wait a minute, then delete it again.';
const deletionAdvice: Advice = {
  'bad-request': '',
  missing: 'It may have been deleted already.',
  conflict: 'Something uses it, such as a formula: take it out there, then delete it.',
  'too-many': tryAgain,
  'too-large': '',
};

// Look for It

export const looking = (element: string, account: string) =>
  `Looking for the new instance of ${elementWord(element)} at ${accountName(account)}`;
export const foundNone = (element: string, account: string) =>
  `${accountName(account)} has no new instance of ${elementWord(element)} after a minute of looking. Creating one seldom takes half as long.`;
export const stoppedLooking = 'You stopped looking for it. Look again before you send the file again.';
export const found = (instance: Instance, account: string) =>
  `${describeInstance(instance)} is new at ${accountName(account)}.`;
export const foundStored = (instance: Instance, account: string) =>
  `${describeInstance(instance)} came of it. ${storedFor(account)}`;
export const noneOfThese = 'None of these came of it: create another one';
export const foundSeveral = (count: number) =>
  `It may be one of these ${count} instances. Pick the one whose token you want to keep.`;
export const createdAt = (date: string | undefined) =>
  date === undefined ? 'creation time unknown' : `created ${word(date)}`;
export const tokenStored = (account: string) => `The element token is kept for ${accountName(account)}.`;
