import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as messages from '../../engine/src/messages';
import type { FailureKind } from '../../engine/src/platform/http';
import type { StatusCause, Trouble } from '../../engine/src/platform/errors';
import type { Account } from '../../engine/src/accounts/accounts';
import { inert } from '../../common/src/text/inertText';
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
const failures: readonly FailureKind[] = [
  ...(['cancelled', 'timed-out', 'refused', 'not-found', 'unreachable', 'certificate', 'proxy', 'lost'] as const),
  'unsendable',
];
const answers: readonly (StatusCause | FailureKind)[] = [
  ...(['bad-request', 'unauthorized', 'payment', 'forbidden', 'missing', 'unfit', 'conflict', 'too-large'] as const),
  ...(['too-many', 'redirect', 'server', 'odd-success', 'other', 'proxy'] as const),
];

/** An answer of which every text is the one given. What is no JSON says nothing. */
const trouble = (cause: Trouble['cause'], x: string, notJson = false): Trouble => ({
  ...{ cause, host: x, status: 400, requestId: x, retryAfter: x, redirectHost: x, notJson, maybeDone: true },
  ...(notJson ? {} : { message: x, providerMessage: x }),
});
const troubles = (x: string): Trouble[] => [
  ...failures.map((cause) => ({ cause, host: x, code: x, notJson: false, maybeDone: true })),
  ...answers.flatMap((cause) => [trouble(cause, x), trouble(cause, x, true)]),
];
const instance = (x: string) => ({ id: x, token: '', name: x, elementKey: x, elementName: x, valid: false });
const token = (x: string) => ({
  ...{ accountId: 'a', accountLabel: 'Work', instanceId: x, name: x, elementKey: x, created: x },
});

/** Says what each function with values from outside makes of them: all of them are the text given. */
const fromOutside: Readonly<Record<string, (x: string) => unknown>> = {
  'leaving.signOut.confirm': (x) => messages.leaving.signOut.confirm('Work', x),
  'leaving.remove.confirm': (x) => messages.leaving.remove.confirm('Work', x),
  confirmTokens: (x) => messages.confirmTokens('Work', x, 2),
  placeWords: (x) => messages.placeWords({ host: x, kind: 'production', isLocal: false }, x),
  secretsUnchecked: (x) =>
    troubles(x).map((one) => messages.secretsUnchecked('Work', messages.checkTrouble(one, 'Work'))),
  checkTrouble: (x) => troubles(x).map((one) => messages.checkTrouble(one, 'Work')),
  baseUrlProblem: (x) => [messages.baseUrlProblem('look-alike', x), messages.baseUrlProblem('no-api', x)],
  troubleWords: (x) => troubles(x).map((one) => messages.troubleWords(one, 'Work', messages.maybeCreated)),
  saidWords: (x) => messages.saidWords('The platform failed', trouble('server', x)),
  platformWords: (x) => messages.platformWords(trouble('server', x)),
  requestIdWords: (x) => messages.requestIdWords(trouble('server', x)),
  confirmWrittenOut: (x) => messages.confirmWrittenOut('Work', x),
  curlVariables: (x) => messages.curlVariables([x, x]),
  curlRenamed: messages.curlRenamed.bind(undefined, '${env:A}'),
  curlFolder: messages.curlFolder,
  curlSignIn: messages.curlSignIn,
  curlFileRefused: (x) => [messages.curlFileRefused(x, 'host'), messages.curlFileRefused(x, 'outside')],
  curlFileNotFound: (x) => [messages.curlFileNotFound(x, []), messages.curlFileNotFound(x, [x, x])],
  confirmKeep: messages.confirmKeep,
  noSuchFile: messages.noSuchFile,
  noSkeleton: messages.noSkeleton,
  pickSecretFor: (x) => messages.pickSecretFor(x, 'Work'),
  secretKept: (x) => messages.secretKept('A', x, 'Work'),
  referenceCopied: messages.referenceCopied,
  confirmDeleteSecret: (x) => messages.confirmDeleteSecret('Work', x),
  confirmDeleteSecretDetail: (x) => messages.confirmDeleteSecretDetail(x, x),
  secretDeleted: messages.secretDeleted,
  secretKeptOnly: messages.secretKeptOnly,
  secretTaken: (x) => messages.secretTaken('Work', x),
  secretTakenDetail: (x) => messages.secretTakenDetail(x, x),
  created: (x) => [messages.created(instance(x), 'Work', true), messages.created(instance(x), 'Work', false)],
  createdButRefused: (x) => messages.createdButRefused(instance(x), trouble('bad-request', x), 'Work'),
  tokenNotKept: (x) => messages.tokenNotKept(instance(x)),
  pinging: messages.pinging,
  confirmDeletion: (x) => messages.confirmDeletion('Work', x),
  confirmDeletionDetail: (x) => messages.confirmDeletionDetail(instance(x)),
  deleting: (x) => messages.deleting(instance(x)),
  deleted: (x) => [messages.deleted(instance(x), true), messages.deleted(instance(x), false)],
  notDeleted: (x) => troubles(x).map((one) => messages.notDeleted(instance(x), one, 'Work')),
  looking: (x) => messages.looking(x, 'Work'),
  foundNone: (x) => messages.foundNone(x, 'Work'),
  found: (x) => messages.found(instance(x), 'Work'),
  foundKept: (x) => messages.foundKept(instance(x), 'Work'),
  failedLookWords: (x) => troubles(x).map((one) => messages.failedLookWords(one, 'Work')),
  createdAt: messages.createdAt,
  alreadyProvisioned: (x) => messages.alreadyProvisioned('Work', x),
  alreadyProvisionedDetail: messages.alreadyProvisionedDetail,
  provisionWith: (x) => messages.provisionWith('Work', x),
  variablesMissingDetail: (x) => messages.variablesMissingDetail([x, x]),
  askFileSecret: (x) => messages.askFileSecret(x, x, 'Work'),
  sendRequest: (x) => messages.sendRequest('Work', x),
  'requestDoes.provision': messages.requestDoes.provision,
  provisioning: (x) => messages.provisioning(x, 'Work'),
  signInTitle: messages.signInTitle,
  signsInAtProvider: messages.signsInAtProvider,
  badCallback: messages.badCallback,
  askingForPage: messages.askingForPage,
  'waitingFor.loopback': messages.waitingFor.loopback,
  'waitingFor.editor': messages.waitingFor.editor,
  'waitingFor.elsewhere': messages.waitingFor.elsewhere,
  openPage: (x) => messages.openPage(x, 'Work'),
  openPageDetail: messages.openPageDetail,
  callbackElsewhere: messages.callbackElsewhere,
  ...Object.fromEntries(
    Object.entries(messages.pasteBecause).map(([name, make]) => [`pasteBecause.${name}`, (x: string) => make(x, 80)]),
  ),
  browserNotOpened: messages.browserNotOpened,
  signInDenied: (x) => messages.signInDenied(x, x),
  signInTimedOut: (x) => messages.signInTimedOut(x, 5),
  signInStopped: messages.signInStopped,
  tokenLine: (x) => messages.tokenLine(token(x)),
  tokenDetail: (x) => messages.tokenDetail(token(x), false),
  accountAt: (x) => messages.accountAt('Work', x),
  elementWord: messages.elementWord,
  elementLine: messages.elementLine,
  instanceWords: (x) => messages.instanceWords(instance(x)),
};

/** Nothing in them comes from outside but what other rows have looked at: names of accounts, counts, words of ours. */
const ofOurs: readonly string[] = [
  ...['editTitle', 'edits.now', 'edits.renamed', 'edits.colored', 'edits.kindNow', 'edits.confirmsNow'],
  ...['leaving.signOut.done', 'leaving.remove.done', 'tokensAlone', 'notForgotten', 'checkingAccount'],
  ...['accountAdded', 'secretsWork', 'secretsGone', 'secretsUnreadable', 'accountGone', 'accountLine'],
  ...['confirmWrittenOutDetail', 'curlNoAccount', 'curlValues', 'curlNotCopiedDetail', 'confirmKeepDetail'],
  ...['curlSecretsUnfit', 'secretReference', 'noFileSecrets', 'useName', 'foundSeveral', 'tokenKept', 'hasProblems'],
  ...['moreProblems', 'variablesMissing', 'askForSignIn'],
  ...['accountKept', 'askLabelAt', 'askUserSecret', 'askOrganizationSecret', 'curlUnseenDetail', 'requestEnded'],
  ...['sendFromPage', 'accountChanged', 'accountGoneUnsent', 'earlierUnsettled', 'signedOutUnsent'],
  ...['fillsReferences', 'productionAsks', 'productionAlwaysAsks', 'readFirst'],
  ...Object.keys(messages.obstacles).map((name) => `obstacles.${name}`),
  ...['lensTitle', 'statusText', 'statusTip', 'accountName', 'elementWords'],
];
/** Whole texts, or their parts, that are no messages: a document, what is put on the clipboard, rows and placeholders. */
const data = /^(?:preview\w+|read(?:Layout|Mask)|support\.\w+|curlWay|addressPlace|cannotBeSent|problemLine)$/;

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
    Object.entries(fromOutside).map(([name, make]) => [name, linesOf(make('a "harmless" text')).map(aroundQuotes)]),
  );

  function holds(name: string, text: string): void {
    const make = fromOutside[name] ?? assert.fail(name);
    const lines = linesOf(make(text));
    // All around it stays as it is, to the last sentence: it stands in quotes, and does not leave them.
    assert.deepEqual(lines.map(aroundQuotes), around.get(name), name);
    // And the window shows the line whole: one line, nothing to interpret, and not too long.
    for (const line of lines) assert.equal(line, inert(line, mostOfMessage), name);
  }

  for (const [what, text] of hostile) {
    it(`is quoted, in one line, and pushes nothing away: ${what}`, () => {
      for (const name of Object.keys(fromOutside)) holds(name, text);
    });
  }

  it('is so, whatever it is', () => {
    const texts = fc.string({ unit: 'binary' }).map((text) => `${text} "<`);
    const names = fc.constantFrom(...Object.keys(fromOutside));
    fc.assert(fc.property(names, texts, holds), { numRuns: 40 });
  });

  it('is looked at in every function that there is', () => {
    const known = [...Object.keys(fromOutside), ...ofOurs];
    const unknown = [...functionsOf(messages).keys()].filter((name) => !known.includes(name) && !data.test(name));
    assert.deepEqual(unknown, []);
  });

  it('leaves names that are plain as they are', () => {
    assert.equal(messages.elementWord('Act! Premium (CRM)'), 'Act! Premium (CRM)');
    assert.equal(messages.elementWord(messages.elementWords('mykey', undefined)), '"mykey"');
    assert.equal(
      messages.instanceWords({ ...instance('7'), name: 'desk', elementName: 'Help Scout' }),
      'Instance "desk" of Help Scout (id 7)',
    );
    assert.equal(messages.waitingFor.elsewhere('[::1]:8089').includes(' [::1]:8089,'), true);
  });

  it('is a time to wait only where it is seconds or a date', () => {
    const words = (retryAfter: string) => messages.troubleWords({ ...trouble('too-many', 'x'), retryAfter }, 'Work');
    assert.match(words('30'), /Provision again in 30 seconds\./);
    assert.match(words('Mon, 05 Jan 2026 09:31:00 GMT'), /Provision again after Mon, 05 Jan 2026 09:31:00 GMT\./);
    for (const text of ['soon', '1e9', '-1', '99999999', '30\n', 'Mon, 05 Jan 2026 09:31:00 GMT. Now']) {
      assert.match(words(text), /Wait a minute, then provision again\./);
    }
  });

  it('is the line of a problem, however much of the file it quotes', () => {
    const line = messages.problemLine(3, `Not "${'x\n'.repeat(400)}".`);
    assert.deepEqual([line, line.length <= 210, line.startsWith('Line 3: Not "x x ')], [inert(line, 300), true, true]);
    assert.ok(messages.cannotBeSent('x '.repeat(5_000)).length < 250);
  });

  it('cannot make the line of account and host longer than it may be', () => {
    const account: Account = { ...anAccount, label: 'x\n'.repeat(500) };
    const host = `${'a.'.repeat(200)}evil.example`;
    const line = messages.provisionWith(account.label, host);
    assert.ok(line.length < 200 && line.endsWith('.evil.example?'), line);
  });
});
