import { word } from '../../../../common/src/text/plainText';
import { t } from '../../../../common/src/text/translate';
import { sharedButtons } from '../../messages/buttons';
import { describeRequestId, quotedReplies, failureMessage, sentences, type Advice } from '../../messages/failures';
import { accountAt, accountName, elementWord, describeInstance } from '../../messages/names';
import type { ApiFailure } from '../../platform/errors';
import type { Instance } from '../../platform/instanceApi';

export const buttons = {
  ...sharedButtons,
  copyRequestId: t('Copy Request ID'),
  copyToken: t('Copy Token'),
  deleteInstance: t('Delete Instance'),
  keepInstance: t('Keep Instance'),
  searchAgain: t('Search Again'),
  searchForInstance: t('Search for Instance'),
  showResponse: t('Show Response'),
  storeToken: t('Store Token'),
} as const;

export const titles = { searchForInstance: t('Search for Instance') } as const;

const isValid = t('The platform reports it as valid.');
const isNotValid = t('The platform reports it as invalid.');
const storedFor = (account: string) =>
  t('Its element token is stored for {account}.', { account: accountName(account) });

/** `works` is whether its provider answered the ping. */
export const created = (instance: Instance, account: string, works: boolean) =>
  sentences([
    works
      ? t('{instance} was created, and its provider responds.', { instance: describeInstance(instance) })
      : t('{instance} was created.', { instance: describeInstance(instance) }),
    instance.valid === false ? isNotValid : instance.valid === true && !works ? isValid : '',
    storedFor(account),
  ]);
/** `account` is the one that the token is stored for; undefined if it is not stored. */
export const createdButRefused = (instance: Instance, refused: ApiFailure, account: string | undefined) =>
  sentences([
    t('{instance} was created, but the provider rejected the ping ({status}).', {
      instance: describeInstance(instance),
      status: refused.status ?? 0,
    }),
    ...quotedReplies(refused),
    account === undefined ? '' : storedFor(account),
    t('If the credentials are wrong, delete the instance, correct them and run Provision Instance again.'),
    describeRequestId(refused),
  ]);
export const tokenNotStored = (instance: Instance) =>
  t("{instance} was created, but its element token couldn't be stored.", { instance: describeInstance(instance) });
export const tokenNotStoredDetail = t(
  "VS Code's secret storage failed. The token is lost when this window closes. Copy it now, and put it in a safe place.",
);
export const tokenCopied = t('Element token copied');

export const notCreated = t('No instance was created.');
export const mayExist = t('The instance may have been created.');
export const maybeCreated = sentences([mayExist, t('Search for it before you send the request again.')]);

export const requestIdCopied = t('Request ID copied');

// Ping and Delete

export const confirmDeletion = (account: string, host: string) =>
  t('Delete the new instance of {account}?', { account: accountAt(account, host) });
export const confirmDeletionDetail = (instance: Instance) => [
  describeInstance(instance),
  t('Whatever uses it stops working, and its element token is removed.'),
];
export const pinging = (element: string) =>
  t('Checking whether {element} accepts the instance…', { element: elementWord(element) });
export const deleting = (instance: Instance) => t('Deleting instance {id}…', { id: word(instance.id, 30) });
/** `forgotten` is whether its token was removed from the secret storage. */
export const deleted = (instance: Instance, forgotten: boolean) =>
  forgotten
    ? t('{instance} was deleted, and its element token was removed.', { instance: describeInstance(instance) })
    : t("{instance} was deleted. Its element token couldn't be removed from secret storage, but it no longer works.", {
        instance: describeInstance(instance),
      });
export const notDeleted = (instance: Instance, failure: ApiFailure, account: string) =>
  failureMessage(
    failure,
    account,
    failure.maybeDone
      ? t("{instance} may have been deleted. Its element token wasn't removed.", {
          instance: describeInstance(instance),
        })
      : t("{instance} wasn't deleted. Its element token wasn't removed.", { instance: describeInstance(instance) }),
    deletionAdvice,
  );

const deletionAdvice: Advice = {
  'bad-request': '',
  missing: t('It may have been deleted already.'),
  conflict: t('Something uses it, such as a formula. Remove it there, then delete the instance.'),
  'too-many': t('Wait a minute, then delete it again.'),
  'too-large': '',
};

// The search for an instance that may have been created

export const searching = (element: string, account: string) =>
  t('Searching for the new instance of {element} in {account}…', {
    element: elementWord(element),
    account: accountName(account),
  });
export const foundNone = (element: string, account: string) =>
  t('{account} has no new instance of {element}. Creating one normally takes under 30 seconds.', {
    account: accountName(account),
    element: elementWord(element),
  });
export const searchStopped = t('The search was stopped. Search again before you send the file again.');
export const found = (instance: Instance, account: string) =>
  t('{instance} is new in {account}.', { instance: describeInstance(instance), account: accountName(account) });
export const foundStored = (instance: Instance, account: string) =>
  sentences([
    t('{instance} was created by this request.', { instance: describeInstance(instance) }),
    storedFor(account),
  ]);
export const noneOfThese = t('None of these: create another instance');
export const selectCreated = t('Select the instance that the request may have created, to store its token');
export const instanceId = (id: string) => t('ID {id}', { id });
export const createdAt = (date: string | undefined) =>
  date === undefined ? t('Creation time unknown') : t('Created {date}', { date: word(date) });
export const tokenStored = (account: string) =>
  t('The element token is stored for {account}.', { account: accountName(account) });
