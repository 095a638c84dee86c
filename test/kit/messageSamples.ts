// What messages are made with in tests: a row for each function of each file of messages.
import { createRequire } from 'node:module';
import path from 'node:path';
import * as accounts from '../../client/src/features/accounts/messages';
import * as curl from '../../client/src/features/curl/messages';
import * as editing from '../../client/src/features/editing/messages';
import * as provisionWords from '../../client/src/features/provision/messages';
import * as secrets from '../../client/src/features/secrets/messages';
import * as failures from '../../engine/src/messages/failures';
import * as names from '../../engine/src/messages/names';
import * as provisioning from '../../engine/src/provisioning/messages';
import * as outcome from '../../engine/src/provisioning/outcome/messages';
import * as request from '../../engine/src/provisioning/request/messages';
import * as signIn from '../../engine/src/provisioning/signIn/messages';
import type { FailureKind } from '../../engine/src/platform/http';
import type { StatusCause, ApiFailure } from '../../engine/src/platform/errors';

/** Every function among the words, by its path. */
export function functionsOf(value: object, path = ''): Map<string, (...args: never[]) => unknown> {
  return new Map(
    Object.entries(value).flatMap(([name, member]: [string, unknown]) => {
      const own = path === '' ? name : `${path}.${name}`;
      if (typeof member === 'function') return [[own, member as () => unknown]];
      return typeof member === 'object' && member !== null ? [...functionsOf(member, own)] : [];
    }),
  );
}

/** A call without an answer, and with one; a proxy has both. */
const unanswered: readonly FailureKind[] = [
  ...(['cancelled', 'timed-out', 'refused', 'not-found', 'unreachable', 'certificate', 'proxy', 'lost'] as const),
  'unsendable',
];
const answers: readonly (StatusCause | FailureKind)[] = [
  ...(['bad-request', 'unauthorized', 'payment', 'forbidden', 'missing', 'unfit', 'conflict', 'too-large'] as const),
  ...(['too-many', 'redirect', 'server', 'odd-success', 'other', 'proxy'] as const),
];

/** An answer of which every text is the one given. What is no JSON says nothing. */
export const failure = (cause: ApiFailure['cause'], x: string, notJson = false): ApiFailure => ({
  ...{ cause, host: x, status: 400, requestId: x, retryAfter: x, redirectHost: x, notJson, maybeDone: true },
  ...(notJson ? {} : { message: x, providerMessage: x }),
});
const everyFailure = (x: string): ApiFailure[] => [
  ...unanswered.map((cause) => ({ cause, host: x, code: x, notJson: false, maybeDone: true })),
  ...answers.flatMap((cause) => [failure(cause, x), failure(cause, x, true)]),
];
export const instance = (x: string) => ({ id: x, token: '', name: x, elementKey: x, elementName: x, valid: false });
const token = (x: string) => ({
  ...{ accountId: 'a', accountLabel: 'Work', instanceId: x, name: x, elementKey: x, created: x },
});

/** What is known of the functions of one file of messages. */
export interface Room {
  /** Says what each function with values from outside makes of them: all of them are the text given. */
  readonly fromOutside?: Readonly<Record<string, (x: string) => unknown>>;
  /** Nothing in them comes from outside but what other rows have looked at: names of accounts, counts, words of ours. */
  readonly ofOurs?: readonly string[];
  /** Whole texts, or their parts, that are no messages: a document, what is put on the clipboard, rows and placeholders. */
  readonly data?: readonly string[];
}

export const rooms: Readonly<Record<string, Room>> = {
  'client/src/features/accounts/messages.ts': {
    fromOutside: {
      'removals.removeSecrets.confirm': (x) => accounts.removals.removeSecrets.confirm('Work', x),
      'removals.removeAccount.confirm': (x) => accounts.removals.removeAccount.confirm('Work', x),
      confirmTokens: (x) => accounts.confirmTokens('Work', x, 2),
      describeAddress: (x) => accounts.describeAddress({ host: x, kind: 'production', isLocal: false }, x),
      secretsUnchecked: (x) =>
        everyFailure(x).map((one) => accounts.secretsUnchecked('Work', accounts.checkFailure(one, 'Work'))),
      checkFailure: (x) => everyFailure(x).map((one) => accounts.checkFailure(one, 'Work')),
      baseUrlProblem: (x) => [accounts.baseUrlProblem('look-alike', x), accounts.baseUrlProblem('no-api', x)],
      confirmStore: accounts.confirmStore,
    },
    ofOurs: [
      'editTitle',
      'edits.current',
      'edits.renamed',
      'edits.colored',
      'edits.kindChanged',
      'edits.confirmsChanged',
      'removals.removeSecrets.done',
      'removals.removeAccount.done',
      'tokensOnly',
      'notRemoved',
      'checkingAccount',
      'accountAdded',
      'accountStored',
      'secretsWork',
      'noSecrets',
      'secretsUnreadable',
      'accountGone',
      'accountLine',
      'regionLine',
      'confirmStoreDetail',
      'secretsUnusable',
      'askLabelAt',
      'askUserSecret',
      'askOrganizationSecret',
      'statusText',
      'statusTip',
    ],
  },
  'client/src/features/curl/messages.ts': {
    fromOutside: {
      confirmSecrets: (x) => curl.confirmSecrets('Work', x),
      variables: (x) => curl.variables([x, x]),
      renamed: curl.renamed.bind(undefined, '${env:A}'),
      folder: curl.folder,
      signIn: curl.signIn,
      fileRefused: (x) => [curl.fileRefused(x, 'host'), curl.fileRefused(x, 'outside')],
      fileNotFound: (x) => [curl.fileNotFound(x, []), curl.fileNotFound(x, [x, x])],
      noSuchFile: curl.noSuchFile,
    },
    ofOurs: ['confirmSecretsDetail', 'noAccount', 'values', 'notCopiedDetail', 'invisibleDetail'],
    data: ['copyFormText'],
  },
  'client/src/features/editing/messages.ts': {
    fromOutside: {
      noSkeleton: editing.noSkeleton,
    },
  },
  'client/src/features/provision/messages.ts': {
    fromOutside: {
      tokenLine: (x) => provisionWords.tokenLine(token(x)),
      tokenDetail: (x) => provisionWords.tokenDetail(token(x), false),
    },
    ofOurs: ['lensTitle'],
    data: ['previewTitle'],
  },
  'client/src/features/secrets/messages.ts': {
    fromOutside: {
      pickSecretFor: (x) => secrets.pickSecretFor(x, 'Work'),
      secretStored: (x) => secrets.secretStored('A', x, 'Work'),
      referenceCopied: secrets.referenceCopied,
      confirmDeleteSecret: (x) => secrets.confirmDeleteSecret('Work', x),
      confirmDeleteSecretDetail: (x) => secrets.confirmDeleteSecretDetail(x, x),
      secretDeleted: secrets.secretDeleted,
      secretStoredOnly: secrets.secretStoredOnly,
      confirmReplaceSecret: (x) => secrets.confirmReplaceSecret('Work', x),
      confirmReplaceSecretDetail: (x) => secrets.confirmReplaceSecretDetail(x, x),
    },
    ofOurs: ['noFileSecrets', 'useName'],
  },
  'client/src/features/support/messages.ts': {
    data: ['support.remote', 'support.trust', 'support.account', 'support.secrets', 'support.requestId'],
  },
  'client/src/vscode/messages.ts': {},
  'engine/src/messages/buttons.ts': {},
  'engine/src/messages/failures.ts': {
    fromOutside: {
      failureMessage: (x) => everyFailure(x).map((one) => failures.failureMessage(one, 'Work', outcome.maybeCreated)),
      failedLookupMessage: (x) => everyFailure(x).map((one) => failures.failedLookupMessage(one, 'Work')),
      quotedReplies: (x) => failures.quotedReplies(failure('server', x)),
      platformReply: (x) => failures.platformReply(failure('server', x)),
      describeRequestId: (x) => failures.describeRequestId(failure('server', x)),
    },
    data: ['sentences'],
  },
  'engine/src/messages/names.ts': {
    fromOutside: {
      accountAt: (x) => names.accountAt('Work', x),
      elementWord: names.elementWord,
      elementLine: names.elementLine,
      describeInstance: (x) => names.describeInstance(instance(x)),
    },
    ofOurs: ['accountName', 'markedAccount', 'describeElement'],
  },
  'engine/src/provisioning/messages.ts': {
    fromOutside: {
      signsInAtProvider: provisioning.signsInAtProvider,
      provisioning: (x) => provisioning.provisioning(x, 'Work'),
      alreadyProvisioned: (x) => provisioning.alreadyProvisioned('Work', x),
      alreadyProvisionedDetail: provisioning.alreadyProvisionedDetail,
      provisionWith: (x) => provisioning.provisionWith('Work', x),
      sendRequest: (x) => provisioning.sendRequest('Work', x),
      'requestDoes.provision': provisioning.requestDoes.provision,
    },
    ofOurs: [
      'accountGoneUnsent',
      'accountChanged',
      'secretsRemovedUnsent',
      'hasProblems',
      'moreProblems',
      'earlierUnresolved',
      'readFirst',
      'productionAsks',
      'productionAlwaysAsks',
      'sendFromPage',
      'requestEnded',
    ],
    data: [
      'cannotBeSent',
      'problemLine',
      'previewOf',
      'previewMask',
      'previewSignIn',
      'previewVariables',
      'previewSecrets',
      'readMask',
      'readLayout',
    ],
  },
  'engine/src/provisioning/outcome/messages.ts': {
    fromOutside: {
      created: (x) => [outcome.created(instance(x), 'Work', true), outcome.created(instance(x), 'Work', false)],
      createdButRefused: (x) => outcome.createdButRefused(instance(x), failure('bad-request', x), 'Work'),
      tokenNotStored: (x) => outcome.tokenNotStored(instance(x)),
      confirmDeletion: (x) => outcome.confirmDeletion('Work', x),
      confirmDeletionDetail: (x) => outcome.confirmDeletionDetail(instance(x)),
      pinging: outcome.pinging,
      deleting: (x) => outcome.deleting(instance(x)),
      deleted: (x) => [outcome.deleted(instance(x), true), outcome.deleted(instance(x), false)],
      notDeleted: (x) => everyFailure(x).map((one) => outcome.notDeleted(instance(x), one, 'Work')),
      searching: (x) => outcome.searching(x, 'Work'),
      foundNone: (x) => outcome.foundNone(x, 'Work'),
      found: (x) => outcome.found(instance(x), 'Work'),
      foundStored: (x) => outcome.foundStored(instance(x), 'Work'),
      createdAt: outcome.createdAt,
    },
    ofOurs: ['tokenStored'],
    data: ['instanceId'],
  },
  'engine/src/provisioning/request/messages.ts': {
    fromOutside: {
      variablesMissingDetail: (x) => request.variablesMissingDetail([x, x]),
      askFileSecret: (x) => request.askFileSecret(x, x, 'Work'),
    },
    ofOurs: ['variablesMissing'],
  },
  'engine/src/provisioning/signIn/messages.ts': {
    fromOutside: {
      signInTitle: signIn.signInTitle,
      badCallback: signIn.badCallback,
      requestingPage: signIn.requestingPage,
      openPage: (x) => signIn.openPage(x, 'Work'),
      openPageDetail: signIn.openPageDetail,
      callbackElsewhere: signIn.callbackElsewhere,
      'waitingFor.loopback': signIn.waitingFor.loopback,
      'waitingFor.editor': signIn.waitingFor.editor,
      'waitingFor.elsewhere': signIn.waitingFor.elsewhere,
      ...Object.fromEntries(
        Object.entries(signIn.pasteBecause).map(([name, make]) => [`pasteBecause.${name}`, (x: string) => make(x, 80)]),
      ),
      browserNotOpened: signIn.browserNotOpened,
      signInDenied: (x) => signIn.signInDenied(x, x),
      signInTimedOut: (x) => signIn.signInTimedOut(x, 5),
      signInStopped: signIn.signInStopped,
    },
    ofOurs: ['askForSignIn', ...Object.keys(signIn.obstacles).map((name) => `obstacles.${name}`)],
    data: ['addressExample'],
  },
};

const root = path.join(__dirname, '../..');
const load = createRequire(__filename);
/** A file of messages, by its path from the root. */
export const loadMessages = (file: string): object => load(path.join(root, file)) as object;
