import assert from 'node:assert/strict';
import type { Account } from '../../client/src/accounts/accounts';
import { createConsents } from '../../client/src/provisioning/consents';
import { confirm } from '../../client/src/provisioning/confirm';
import { fillIn } from '../../client/src/provisioning/request/fillIn';
import { createFileSecrets } from '../../client/src/accounts/fileSecrets';
import { anAccount, fakeUi, memorySecrets, memoryState, newSecret } from './fakes';

const file = 'file:///a/instance.json';
const request = (configuration: object, more: object = {}, key = 'helpscout') =>
  JSON.stringify({ element: { key }, configuration, ...more });
const plain = request({ password: 'x' });
const referring = request({ password: '${env:PASSWORD}', 'callback.url': 'https://hooks.example.org/x' });
const testing: Partial<Account> = { kind: 'test' };

describe('the question before sending', () => {
  /** Windows on the same storage, and a person who presses the button there is as often as `yes` says. */
  function computer() {
    const state = memoryState();
    const value = newSecret();
    const window = () => {
      const consents = createConsents(state);
      /** What is asked about a press; the answer is `yes`. */
      const press = async (body: string, account: Partial<Account> = testing, uri = file, yes = true) => {
        const ui = fakeUi();
        const tell: typeof ui.tell = async (notice, ...buttons) => {
          await ui.tell(notice, ...buttons);
          return yes ? buttons[0] : undefined;
        };
        const deps = { fileSecrets: createFileSecrets(state, memorySecrets()), environment: () => value };
        const used = { ...anAccount, ...account };
        const { element } = JSON.parse(body) as { element: { key: string } };
        const approved = { body, elementKey: element.key, elementName: 'Help Scout' };
        const filled = await fillIn({ ui, ...deps }, used, approved);
        assert.ok(filled);
        const source = { name: uri, uri, text: () => body, goTo: () => Promise.resolve() };
        const goes = await confirm(
          { ui: { ...ui, tell }, consents },
          { source, account: used, request: approved, filled },
        );
        assert.equal(goes, ui.told.length === 0 || yes);
        return ui.told;
      };
      return { press, consents };
    };
    return { window, state, value };
  }

  it('comes once for the same file, account, references and addresses, in every window', async () => {
    const { window, state, value } = computer();
    const { press } = window();
    assert.equal((await press(referring)).length, 1);
    assert.equal((await press(referring)).length, 0);
    assert.equal((await window().press(referring)).length, 0);
    for (const text of [value, 'PASSWORD', 'hooks.example.org', 'instance.json', 'helpscout']) {
      assert.equal(state.dump().includes(text), false, text);
    }
  });

  it('does not come where something else in the file changes', async () => {
    const { press } = computer().window();
    await press(referring);
    assert.equal((await press(referring.replace('}}', '},"name":"desk","tags":["a"]}'))).length, 0);
    assert.equal((await press(`\n${referring}`)).length, 0);
  });

  it('comes again where the answer was no', async () => {
    const { press } = computer().window();
    assert.equal((await press(referring, testing, file, false)).length, 1);
    assert.equal((await press(referring)).length, 1);
  });

  const changes: [what: string, body: string, account?: Partial<Account>, uri?: string][] = [
    ['in another file', referring, {}, 'file:///b/instance.json'],
    ['with another account', referring, { id: 'a2' }],
    [
      'with the account at another address',
      referring,
      { baseUrl: 'https://staging.cloud-elements.com/elements/api-v2' },
    ],
    ['for another element', referring.replace('helpscout', 'zendesk')],
    ['with another reference', referring.replace('PASSWORD', 'OTHER')],
    ['with one more reference', referring.replace('hooks.example.org/x', 'hooks.example.org/${env:OTHER}')],
    ['with the reference in another entry', referring.replace('"password"', '"username"')],
    ['with the same reference in one more place', referring.replace('}}', ',"x":"${env:PASSWORD}"}}')],
    ['with another text around the reference', referring.replace('${env:PASSWORD}', '?to=${env:PASSWORD}')],
    ['with another address', referring.replace('hooks', 'evil')],
    ['with one more address', referring.replace('}}', ',"x":"//evil.example"}}')],
  ];
  for (const [what, body, account, uri] of changes) {
    it(`comes again ${what}`, async () => {
      const { press } = computer().window();
      await press(referring);
      assert.equal((await press(body, { ...testing, ...account }, uri)).length, 1);
    });
  }

  it('is answered for this window alone where the file was never saved', async () => {
    const { window, state } = computer();
    const { press } = window();
    assert.equal((await press(referring, testing, 'untitled:Untitled-1')).length, 1);
    assert.equal((await press(referring, testing, 'untitled:Untitled-1')).length, 0);
    assert.equal((await window().press(referring, testing, 'untitled:Untitled-1')).length, 1);
    assert.equal(state.dump(), '[]');
  });

  it('comes again after the account was signed out, and no other', async () => {
    const { press, consents } = computer().window();
    const other = { ...testing, id: 'a2' };
    for (const uri of [file, 'untitled:Untitled-1']) {
      await press(referring, testing, uri);
      await press(referring, other, uri);
    }
    await consents.forget(anAccount.id);
    for (const uri of [file, 'untitled:Untitled-1']) {
      assert.deepEqual(
        [(await press(referring, testing, uri)).length, (await press(referring, other, uri)).length],
        [1, 0],
      );
    }
  });

  it('comes again for what was agreed to long ago, since not everything is kept', async () => {
    const { press } = computer().window();
    await press(referring);
    for (let count = 0; count < 300; count++) await press(referring, testing, `file:///${count}/instance.json`);
    assert.equal((await press(referring, testing, 'file:///299/instance.json')).length, 0);
    assert.equal((await press(referring)).length, 1);
  });

  it('comes each time at a production account, names where the request goes and how to turn it off', async () => {
    const { press } = computer().window();
    for (let count = 0; count < 2; count++) {
      assert.deepEqual(await press(plain, {}), [
        {
          tone: 'warning',
          modal: true,
          text: 'Provision Help Scout with Work at api.cloud-elements.com?',
          detail: 'Work is a production account. Edit Account can turn this question off.',
          buttons: ['Provision'],
        },
      ]);
    }
  });

  it('is one for both at a production account, and leaves out what was agreed to', async () => {
    const { press } = computer().window();
    const [first, ...more] = await press(referring, {});
    assert.match(
      first?.detail ?? '',
      /^The file refers to:\n\$\{env:PASSWORD\}.*hooks\.example\.org.*remembered.*production account/s,
    );
    assert.deepEqual([first?.buttons, more], [['Provision'], []]);
    const [second] = await press(referring, {});
    assert.equal(second?.detail, 'Work is a production account. Edit Account can turn this question off.');
  });

  it('does not come for a file without references where the account wants none', async () => {
    const { press } = computer().window();
    for (const account of [testing, { confirms: false }]) assert.deepEqual(await press(plain, account), []);
    assert.equal((await press(referring, { confirms: false })).length, 1);
  });

  it('comes again where the answer could not be kept', async () => {
    const state = { ...memoryState(), update: () => Promise.reject(new Error('full')) };
    const consents = createConsents(state);
    const consent = { uri: file, account: anAccount, elementKey: 'x', body: referring, hosts: [] };
    await assert.rejects(consents.keep(consent));
    assert.equal(consents.has(consent), false);
  });
});
