import assert from 'node:assert/strict';
import type { LocatedFailure } from '../../../engine/src/provisioning/outcome/locateFailure';
import type { ProvisionContext } from '../../../engine/src/provisioning/provisionContext';
import type { FaultName } from '../../../sandbox/src/server';
import { anAccount, newSecret, type Script } from '../../kit/client/fakes';
import { useSandbox } from '../../kit/client/ownSandbox';
import { aSource, openWindow, type Own } from '../../kit/client/ownWindow';
import { buttons as outcomeButtons } from '../../../engine/src/provisioning/outcome/messages';
import { sharedButtons } from '../../../engine/src/messages/buttons';

const text = JSON.stringify({
  element: { key: 'helpscout' },
  configuration: { username: newSecret(), password: newSecret(), 'mailbox.name': 'support' },
  name: 'desk',
});

describe('a request that failed', () => {
  const place = useSandbox('failed');

  const open = (script: Script = {}, own: Own = {}) => openWindow(place, script, own);
  const source = (content = text) => aSource(content);
  const posts = () => place.sandbox.counts()['POST /instances'] ?? 0;

  const faults: [fault: FaultName, words: RegExp, buttons: string[]][] = [
    [
      'rate-limited',
      /^The platform limits requests.*\(429\).*No instance was created\. .*in 30 seconds/,
      [outcomeButtons.showResponse, outcomeButtons.copyRequestId],
    ],
    [
      'server-error',
      /^The platform failed \(500\).* may have been created.*Request ID: /,
      [outcomeButtons.searchForInstance, outcomeButtons.showResponse, outcomeButtons.copyRequestId],
    ],
    [
      'bad-gateway',
      /\(502\)\. The response isn't from the platform.* may have been created/,
      [outcomeButtons.searchForInstance, outcomeButtons.showResponse, outcomeButtons.copyRequestId],
    ],
    [
      'reset-before-commit',
      /was lost before the complete response arrived\. The instance may have been created/,
      [outcomeButtons.searchForInstance],
    ],
    [
      'reset-after-commit',
      /was lost before the complete response arrived\. The instance may have been created/,
      [outcomeButtons.searchForInstance],
    ],
    [
      'empty-body',
      /without an instance ID and token \(200\).* may have been created/,
      [outcomeButtons.searchForInstance, outcomeButtons.showResponse, outcomeButtons.copyRequestId],
    ],
    [
      'wrong-shape',
      /without an instance ID and token \(200\).* may have been created/,
      [outcomeButtons.searchForInstance, outcomeButtons.showResponse, outcomeButtons.copyRequestId],
    ],
  ];
  for (const [fault, words, buttons] of faults) {
    it(`sends one request and shows its true outcome after ${fault}`, async () => {
      place.sandbox.faults.next(fault);
      const window = open();
      await window.provision(source());
      assert.equal(posts(), 1);
      assert.equal(window.ui.shown.length, 1);
      assert.match(window.ui.shown[0]?.text ?? '', words);
      assert.deepEqual(window.ui.shown[0]?.buttons, buttons);
      assert.deepEqual(window.tokens.list(), []);
    });
  }

  it('asks for the secrets again if they were rejected', async () => {
    const access = { baseUrl: place.sandbox.baseUrl, userSecret: newSecret(), organizationSecret: newSecret() };
    const requireAccess = () =>
      Promise.resolve({ account: { ...anAccount, kind: 'test', label: 'Mine' } as const, access });
    const window = open({ press: [sharedButtons.enterSecrets] }, { requireAccess });
    await window.provision(source());
    assert.deepEqual([posts(), window.events], [1, ['enter secrets of Mine']]);
    assert.match(
      window.ui.shown[0]?.text ?? '',
      /\(401\)\. The response says: "Invalid Organization or User secret.*No instance was created\./,
    );
    assert.equal(window.ui.everythingShown().includes(access.userSecret), false);
  });

  it('shows the messages of the platform and the provider', async () => {
    const missing = text.replace('"mailbox.name"', '"mailbox"');
    const window = open();
    await window.provision(source(missing));
    assert.match(
      window.ui.shown[0]?.text ?? '',
      /\(400\)\. The response says: "Missing required configuration: mailbox\.name"\./,
    );
    assert.deepEqual(window.ui.shown[0]?.buttons, [outcomeButtons.showResponse, outcomeButtons.copyRequestId]);
    place.sandbox.settings.checksCredentials = true;
    await window.provision(source(text.replace('support', 'refuse')));
    place.sandbox.settings.checksCredentials = false;
    assert.match(window.ui.shown[1]?.text ?? '', /The provider says: "401 - The provider refused these credentials"\./);
  });

  const marked = (content: string, places: readonly LocatedFailure[] | undefined) =>
    places?.map(({ range }) => content.slice(range.start, range.end));

  it("marks the range that the platform's message is about until the next press", async () => {
    const check: ProvisionContext['check'] = () =>
      Promise.resolve({ problems: [], entries: ['username', 'mailbox.name'], secretEntries: [] });
    const window = open({}, { check });
    const missing = text.replace('"mailbox.name"', '"mailbox"');
    const document = source(missing);
    await window.provision(document);
    assert.deepEqual(marked(missing, window.marks.at(-1)), ['"configuration"']);
    assert.equal(
      window.marks.at(-1)?.[0]?.message,
      'The platform says: "Missing required configuration: mailbox.name".',
    );
    const unknown = text.replace('helpscout', 'helpscouts');
    await window.provision(source(unknown));
    assert.deepEqual(marked(unknown, window.marks.at(-1)), ['"helpscouts"']);
    const before = window.marks.length;
    await window.provision({ ...document, text: () => '{' });
    assert.deepEqual(window.marks.slice(before), [[]]);
  });

  it('marks nothing in a text that has changed since it was sent', async () => {
    const window = open();
    const texts = [text.replace('helpscout', 'helpscouts')];
    await window.provision({ ...source(), text: () => texts.shift() ?? text });
    assert.match(window.ui.shown[0]?.text ?? '', /\(404\)/);
    assert.deepEqual(window.marks, [[]]);
  });

  it('copies the request ID', async () => {
    place.sandbox.faults.next('rate-limited');
    const window = open({ press: [outcomeButtons.copyRequestId] });
    await window.provision(source());
    const [copied = ''] = window.ui.copied;
    assert.match(copied, /^[0-9a-f]{24}$/);
    assert.ok(window.ui.shown[0]?.text.endsWith(`Request ID: ${copied}.`));
    assert.deepEqual([window.lastResponse.failure()?.status, window.lastResponse.failure()?.requestId], [429, copied]);
  });
});
