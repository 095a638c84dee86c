import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import fc from 'fast-check';
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
import type { Account } from '../../engine/src/accounts/accounts';
import { inert } from '../../common/src/text/plainText';
import { anAccount } from '../kit/client/fakes';

/** UTF-16 units of the longest message that VS Code shows whole. */
const mostOfMessage = 1_000;

/** Every function among the words, by its path. */
function functionsOf(value: object, path = ''): Map<string, (...args: never[]) => unknown> {
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
const failure = (cause: ApiFailure['cause'], x: string, notJson = false): ApiFailure => ({
  ...{ cause, host: x, status: 400, requestId: x, retryAfter: x, redirectHost: x, notJson, maybeDone: true },
  ...(notJson ? {} : { message: x, providerMessage: x }),
});
const everyFailure = (x: string): ApiFailure[] => [
  ...unanswered.map((cause) => ({ cause, host: x, code: x, notJson: false, maybeDone: true })),
  ...answers.flatMap((cause) => [failure(cause, x), failure(cause, x, true)]),
];
const instance = (x: string) => ({ id: x, token: '', name: x, elementKey: x, elementName: x, valid: false });
const token = (x: string) => ({
  ...{ accountId: 'a', accountLabel: 'Work', instanceId: x, name: x, elementKey: x, created: x },
});

/** What is known of the functions of one file of messages. */
interface Room {
  /** Says what each function with values from outside makes of them: all of them are the text given. */
  readonly fromOutside?: Readonly<Record<string, (x: string) => unknown>>;
  /** Nothing in them comes from outside but what other rows have looked at: names of accounts, counts, words of ours. */
  readonly ofOurs?: readonly string[];
  /** Whole texts, or their parts, that are no messages: a document, what is put on the clipboard, rows and placeholders. */
  readonly data?: readonly string[];
}

const rooms: Readonly<Record<string, Room>> = {
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

/** Every row on values from outside, by file and name. */
const fromOutside = new Map<string, (x: string) => unknown>(
  Object.entries(rooms).flatMap(([file, { fromOutside: rows = {} }]) =>
    Object.entries(rows).map(([name, make]) => [`${file}: ${name}`, make] as const),
  ),
);

const linesOf = (value: unknown): string[] => [value].flat(2).map(String);
/** A message without what stands in quotes. A quoted sentence has its full stop within, or gets one behind. */
const aroundQuotes = (line: string): string => line.replace(/"[^"]*"\.?/g, '""');

const hostile: readonly (readonly [name: string, text: string])[] = [
  ['nothing', ''],
  ['40 line breaks', `a${'\r\n'.repeat(40)}b`],
  ['10,000 characters', 'x y'.repeat(4_000)],
  ['10,000 characters of two units', '😀 '.repeat(5_000)],
  ['another direction', '\u202e]moc.live.www'],
  ['words like ours', 'x". Nothing was sent. "'],
  ['words like ours in curly quotes', 'x”. Nothing was sent. “'],
  ['a link', '[Click](command:workbench.action.toggleDevTools)'],
  ['a link that falls together', '[Click]\u200b(https://example.com)'],
  ['an icon', '$(check) done'],
  ['quotes alone', '"""'],
  ['marks', `a${'\u0301'.repeat(2_000)} `],
];

describe('what comes from outside in words of ours', () => {
  const around = new Map(
    [...fromOutside].map(([name, make]) => [name, linesOf(make('a "harmless" text')).map(aroundQuotes)]),
  );

  function holds(name: string, text: string): void {
    const make = fromOutside.get(name) ?? assert.fail(name);
    const lines = linesOf(make(text));
    // All around it stays as it is, to the last sentence: it stands in quotes, and does not leave them.
    assert.deepEqual(lines.map(aroundQuotes), around.get(name), name);
    // And the window shows the line whole: one line, nothing to interpret, and not too long.
    for (const line of lines) assert.equal(line, inert(line, mostOfMessage), name);
  }

  for (const [what, text] of hostile) {
    it(`is quoted, in one line, and pushes nothing away: ${what}`, () => {
      for (const name of fromOutside.keys()) holds(name, text);
    });
  }

  it('is so, whatever it is', () => {
    const texts = fc.string({ unit: 'binary' }).map((text) => `${text} "<`);
    const names = fc.constantFrom(...fromOutside.keys());
    fc.assert(fc.property(names, texts, holds), { numRuns: 40 });
  });

  it('is looked at in every function that there is', () => {
    const root = path.join(import.meta.dirname, '../..');
    const files = ['client/src', 'engine/src'].flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .map((file) => path.posix.join(folder, file.replaceAll(path.sep, '/')))
        .filter((file) => /\/messages(?:\/\w+)?\.ts$/.test(file)),
    );
    assert.deepEqual(files.sort(), Object.keys(rooms).sort());
    const load = createRequire(import.meta.url);
    for (const [file, { fromOutside: rows = {}, ofOurs = [], data = [] }] of Object.entries(rooms)) {
      const there = functionsOf(load(path.join(root, file)) as object);
      assert.deepEqual([...there.keys()].sort(), [...Object.keys(rows), ...ofOurs, ...data].sort(), file);
    }
  });

  it('leaves names that are plain as they are', () => {
    assert.equal(names.elementWord('Act! Premium (CRM)'), 'Act! Premium (CRM)');
    assert.equal(names.elementWord(names.describeElement('mykey', undefined)), '"mykey"');
    assert.equal(
      names.describeInstance({ ...instance('7'), name: 'desk', elementName: 'Help Scout' }),
      'Instance "desk" of Help Scout (ID 7)',
    );
    assert.equal(signIn.waitingFor.elsewhere('[::1]:8089').includes(' [::1]:8089,'), true);
  });

  it('is a time to wait only where it is seconds or a date', () => {
    const words = (retryAfter: string) => failures.failureMessage({ ...failure('too-many', 'x'), retryAfter }, 'Work');
    assert.match(words('30'), /Run Provision Instance again in 30 seconds\./);
    assert.match(
      words('Mon, 05 Jan 2026 09:31:00 GMT'),
      /Run Provision Instance again after Mon, 05 Jan 2026 09:31:00 GMT\./,
    );
    for (const text of ['soon', '1e9', '-1', '99999999', '30\n', 'Mon, 05 Jan 2026 09:31:00 GMT. Now']) {
      assert.match(words(text), /Wait a minute, then run Provision Instance again\./);
    }
  });

  it('is the line of a problem, however much of the file it quotes', () => {
    const line = provisioning.problemLine(3, `Not "${'x\n'.repeat(400)}".`);
    assert.deepEqual([line, line.length <= 210, line.startsWith('Line 3: Not "x x ')], [inert(line, 300), true, true]);
    assert.ok(provisioning.cannotBeSent('x '.repeat(5_000)).length < 250);
  });

  it('cannot make the line of account and host longer than it may be', () => {
    const account: Account = { ...anAccount, label: 'x\n'.repeat(500) };
    const host = `${'a.'.repeat(200)}evil.example`;
    const line = provisioning.provisionWith(account.label, host);
    assert.ok(line.length < 200 && line.endsWith('.evil.example?'), line);
  });
});
