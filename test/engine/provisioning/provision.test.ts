import assert from 'node:assert/strict';
import type { Account } from '../../../engine/src/accounts/accounts';
import { createLastResponse } from '../../../engine/src/provisioning/outcome/lastResponse';
import { brokenSecrets, memorySecrets, newSecret, type Script } from '../../kit/client/fakes';
import { useSandbox } from '../../kit/client/ownSandbox';
import { aSource, openWindow, type Own } from '../../kit/client/ownWindow';
import { buttons as provisionButtons } from '../../../engine/src/provisioning/messages';
import { buttons as outcomeButtons } from '../../../engine/src/provisioning/outcome/messages';

const text = JSON.stringify({
  element: { key: 'helpscout' },
  configuration: { username: newSecret(), password: newSecret(), 'mailbox.name': 'support' },
  name: 'desk',
});

describe('provision', () => {
  const place = useSandbox('provision');

  const open = (script: Script = {}, own: Own = {}) => openWindow(place, script, own);
  const source = (content = text) => aSource(content);
  const posts = () => place.sandbox.counts()['POST /instances'] ?? 0;

  it('sends the text, stores the token, and shows what was created', async () => {
    const window = open({ press: [outcomeButtons.copyToken] });
    await window.provision(source());
    assert.equal(posts(), 1);
    assert.equal(place.sandbox.requests()[0]?.body, text);
    const instance = place.sandbox.instances().at(-1);
    const [entry] = window.tokens.list();
    assert.ok(entry && instance);
    assert.equal(await window.tokens.read(entry), instance.token);
    assert.deepEqual([entry.name, entry.elementKey, entry.instanceId], ['desk', 'helpscout', String(instance.id)]);
    assert.deepEqual(window.ui.shown, [
      {
        tone: 'info',
        text: `Instance "desk" of Help Scout (ID ${instance.id}) was created, and its provider responds. Its element token is stored for Mine.`,
        buttons: [outcomeButtons.copyToken, outcomeButtons.showResponse],
      },
    ]);
    assert.deepEqual(window.ui.copied, [instance.token]);
  });

  it('stores the token before anything else can fail', async () => {
    const secrets = memorySecrets();
    const failing = new Error('out of memory');
    const lastResponse = {
      ...createLastResponse(),
      store: () => {
        throw failing;
      },
    };
    const window = open({}, { secrets, lastResponse });
    await assert.rejects(window.provision(source()), failing);
    assert.equal(secrets.keys().length, 1);
  });

  it('shows in a dialog that a token could not be stored, offers to copy it, and has it until the window closes', async () => {
    const window = open({ press: [outcomeButtons.copyToken] }, { secrets: brokenSecrets });
    await window.provision(source());
    const token = place.sandbox.instances().at(-1)?.token;
    assert.deepEqual([window.ui.shown.length, window.ui.shown[0]?.tone, window.ui.shown[0]?.modal], [1, 'error', true]);
    assert.match(window.ui.shown[0]?.text ?? '', /was created, but its element token couldn't be stored\.$/);
    assert.deepEqual(window.ui.copied, [token]);
    const [entry] = window.tokens.list();
    assert.ok(entry);
    assert.equal(await window.tokens.read(entry), token);
  });

  it('shows that a token could not be stored if the storage does not respond within ten seconds', async () => {
    const waited: number[] = [];
    const wait = (milliseconds: number) => {
      waited.push(milliseconds);
      return Promise.resolve();
    };
    const secrets = { ...memorySecrets(), store: () => new Promise<void>(() => undefined) };
    const window = open({ press: [outcomeButtons.copyToken] }, { secrets, wait });
    await window.provision(source());
    assert.match(window.ui.shown[0]?.text ?? '', /was created, but its element token couldn't be stored\.$/);
    assert.deepEqual([window.ui.copied, waited], [[place.sandbox.instances().at(-1)?.token], [10_000]]);
  });

  it('offers to show the response', async () => {
    const window = open({ press: [outcomeButtons.showResponse] });
    await window.provision(source());
    assert.deepEqual(window.events, ['show response']);
    assert.match(window.lastResponse.text() ?? '', /"token": "\*{8}"/);
  });

  it('sends one request for a double press, while the first one is in progress', async () => {
    place.sandbox.faults.next({ name: 'delay', milliseconds: 50 });
    const window = open();
    const document = source();
    await Promise.all([window.provision(document), window.provision(document)]);
    assert.equal(posts(), 1);
    assert.equal(window.ui.shown[0]?.text, 'This file is already being provisioned. Nothing more was sent.');
  });

  it('sends one request for a press in each of two windows', async () => {
    place.sandbox.faults.next({ name: 'delay', milliseconds: 50 });
    const document = source();
    const { records } = open().context;
    const windows = [open({}, { records }), open({}, { records })];
    await Promise.all(windows.map((window) => window.provision(document)));
    assert.equal(posts(), 1);
    const told = windows.flatMap(({ ui }) => ui.shown.map((notice) => notice.text));
    assert.equal(told.filter((words) => words.startsWith('This file is already being')).length, 1);
  });

  it('asks before it sends the same text again', async () => {
    const window = open({
      press: [outcomeButtons.copyToken, provisionButtons.provisionAgain, outcomeButtons.copyToken],
    });
    const document = source();
    await window.provision(document);
    const id = place.sandbox.instances().at(-1)?.id ?? 0;
    await window.provision(document);
    const [, question] = window.ui.shown;
    assert.equal(question?.text, `Provision again with Mine at ${new URL(place.sandbox.url).host}?`);
    assert.match(
      question.detail ?? '',
      new RegExp(`^This exact request was already provisioned with this account, as instance ${id}\\.`),
    );
    assert.equal(posts(), 2);
    await window.provision(document);
    assert.equal(posts(), 2);
    await window.provision({ ...document, text: () => text.replace('desk', 'other') });
    assert.equal(posts(), 3);
  });

  it('sends nothing if the lock cannot be written, and says so', async () => {
    const window = open({}, { lock: () => Promise.reject(new Error('read-only')) });
    await assert.rejects(window.provision(source()), /Can't write to the storage folder.*Nothing was sent/);
    assert.equal(posts(), 0);
  });

  it('sends nothing if its record cannot be read or written, and says so', async () => {
    const failing = () => Promise.reject(new Error('disk full'));
    for (const broken of ['find', 'write'] as const) {
      const records = { ...open().context.records, [broken]: failing };
      const window = open({}, { records });
      await assert.rejects(window.provision(source()), /Can't write to the storage folder.*Nothing was sent/);
    }
    assert.equal(posts(), 0);
  });

  const meanwhile: [name: string, current: Partial<Account> | undefined, hasSecrets: boolean, words: RegExp][] = [
    ['was removed', undefined, true, /Mine was removed in the meantime\. Nothing was sent/],
    ['lost its secrets', {}, false, /The secrets of Mine were removed in the meantime\. Nothing was sent/],
    [
      'became a production account',
      { kind: 'production' },
      true,
      /Mine was changed in the meantime\. Nothing was sent/,
    ],
    [
      'got another base URL',
      { baseUrl: 'https://api.example.com/elements/api-v2' },
      true,
      /Mine was changed in the meantime/,
    ],
  ];
  for (const [name, current, hasSecrets, words] of meanwhile) {
    it(`sends nothing if the account ${name} while a question was open`, async () => {
      const { account, context } = open();
      const { access } = await context.requireAccess();
      const now = current && { account: { ...account, ...current }, access: hasSecrets ? access : undefined };
      const window = open({}, { currentAccount: () => Promise.resolve(now) });
      await assert.rejects(window.provision(source()), words);
      assert.equal(posts(), 0);
    });
  }

  it('sends with the secrets that the account has at that time', async () => {
    const { account, context } = open();
    const { access } = await context.requireAccess();
    const old = { ...access, userSecret: newSecret() };
    const window = open(
      {},
      {
        requireAccess: () => Promise.resolve({ account, access: old }),
        currentAccount: () => Promise.resolve({ account, access }),
      },
    );
    await window.provision(source());
    assert.match(window.ui.shown[0]?.text ?? '', /was created/);
  });
});
