import assert from 'node:assert/strict';
import type { Account } from '../../../engine/src/accounts/accounts';
import { createConsents } from '../../../engine/src/provisioning/consents';
import { confirm } from '../../../engine/src/provisioning/confirm';
import { createWholeRequests } from '../../../engine/src/provisioning/wholeRequest';
import { resolveReferences } from '../../../engine/src/provisioning/request/resolveReferences';
import { createFileSecrets } from '../../../engine/src/accounts/fileSecrets';
import { bareContext } from '../../kit/client/bareContext';
import { aDocument, aJson } from '../../kit/client/document';
import { anAccount, fakePages, fakeUi, memorySecrets, memoryState, newSecret } from '../../kit/client/fakes';
import { buttons as provisionButtons } from '../../../engine/src/provisioning/messages';

const file = 'file:///a/instance.json';
const request = (configuration: object, more: object = {}, key = 'helpscout') =>
  JSON.stringify({ element: { key }, configuration, ...more });
const plain = request({ password: 'x' });
const referring = request({ password: '${env:PASSWORD}', subdomain: 'acme', 'api.key': 'k3y' });
const testing: Partial<Account> = { kind: 'test' };

describe('the question before sending', () => {
  /** Windows with the same storage, and a person who presses the first button if `yes` is true. */
  function computer() {
    const state = memoryState();
    const value = newSecret();
    const window = () => {
      const consents = createConsents(state);
      const pages = fakePages();
      /** Returns what is asked during a press; the answer is `yes`. */
      const press = async (
        body: string,
        account: Partial<Account> = testing,
        uri = file,
        yes = true,
        name = 'Help Scout',
      ) => {
        const ui = fakeUi();
        const show: typeof ui.show = async (notice, ...buttons) => {
          await ui.show(notice, ...buttons);
          return yes ? buttons[0] : undefined;
        };
        const window = { ...ui, show };
        const used = { ...anAccount, ...account };
        const deps = {
          fileSecrets: createFileSecrets(state, memorySecrets()),
          environment: () => value,
          currentAccount: () => Promise.resolve({ account: used }),
        };
        const checked = { document: aDocument(body), elementName: name, secretEntries: ['password'] };
        const resolved = await resolveReferences(bareContext({ ui, ...deps }), used, checked);
        assert.ok(resolved);
        const source = { name: uri, uri, text: () => body, goTo: () => Promise.resolve() };
        const goes = await confirm(
          bareContext({ ui: window, consents, wholeRequests: createWholeRequests(window, pages) }),
          { source, account: used, request: checked, resolved },
        );
        assert.equal(goes, ui.shown.length === 0 || yes);
        return ui.shown;
      };
      return { press, consents, pages };
    };
    return { window, state, value };
  }

  it('is asked once for the same request with the same account, in every window and layout', async () => {
    const { window, state, value } = computer();
    const { press } = window();
    assert.equal((await press(referring)).length, 1);
    assert.equal((await press(referring)).length, 0);
    assert.equal((await press(JSON.stringify(JSON.parse(referring), undefined, '\t'))).length, 0);
    assert.equal((await window().press(referring)).length, 0);
    assert.equal(state.dump().includes(value), false);
  });

  it('shows account and host first, then each reference with the text around it', async () => {
    const { press } = computer().window();
    assert.deepEqual(await press(referring), [
      {
        tone: 'warning',
        modal: true,
        text: 'Send this request with Work at api.cloud-elements.com?',
        detail: [
          'This creates an instance of Help Scout. The values of these references are sent with the request:',
          '"configuration": {',
          '"password": "${env:PASSWORD}",',
          '"subdomain": "acme",',
          '"api.key": "********"',
          '}',
          '',
          "You won't be asked again for this file and account until a name or a value in the file changes.",
        ].join('\n'),
        buttons: [provisionButtons.send],
      },
    ]);
  });

  const tooLong: [what: string, entries: object][] = [
    ['with more than ten lines', Object.fromEntries(Array.from({ length: 30 }, (_, count) => [`x${count}`, 'y']))],
    [
      'with lines that a dialog wraps to more than ten',
      { x: 'y'.repeat(110), z: 'y'.repeat(110), zz: 'y'.repeat(110), y: '' },
    ],
    ['with a long value', { x: 'y'.repeat(121) }],
    ['with a control character', { x: 'a\u007f' }],
    ['with a change of the writing direction', { x: 'a\u202ebc' }],
    ['with several spaces in a row', { x: `a${' '.repeat(20)}b` }],
    ['with look-alike letters', { x: 'https://еvil.example' }],
    ['with text that VS Code shows as a link', { x: '[a](command:b)' }],
    ['with text that VS Code shows as an icon', { x: '$(alert)' }],
  ];
  for (const [what, entries] of tooLong) {
    it(`only has Show Request for a request ${what}, and is answered with Send after its page is shown`, async () => {
      const { press, pages } = computer().window();
      const body = request({ password: '${env:PASSWORD}', ...entries, subdomain: 'acme' });
      const [question, beside, ...more] = await press(body);
      assert.deepEqual(
        [question?.modal, question?.buttons, beside?.modal, beside?.buttons, more],
        [true, [provisionButtons.showRequest], undefined, [provisionButtons.send], []],
      );
      assert.equal(question?.text, 'Send this request with Work at api.cloud-elements.com?');
      assert.equal(beside?.text, question.text);
      assert.match(
        pages.opened[0]?.text ?? '',
        /^# Send this request with Work at api\.cloud-elements\.com\?[^]*"password": "\$\{env:PASSWORD\}",\n[^]*"subdomain": "acme"\n/,
      );
      assert.deepEqual(await press(body), [], 'it is remembered');
    });
  }

  it('is answered with no if the page of the request is not opened', async () => {
    const { press, pages, consents } = computer().window();
    const body = request({ password: '${env:PASSWORD}', x: 'y'.repeat(200) });
    assert.equal((await press(body, testing, file, false)).length, 1);
    assert.equal(pages.opened.length, 0);
    assert.equal(
      consents.has({ action: 'provision', uri: file, account: { ...anAccount, ...testing }, body: aJson(body) }),
      false,
    );
  });

  it('shortens the name of an element so that it cannot push account and host out of view', async () => {
    const { press } = computer().window();
    const key = `x${'\n'.repeat(40)}Send this request with Work at api.cloud-elements.com?`;
    const [question] = await press(referring, testing, file, true, key);
    assert.match(question?.text ?? '', /^Send this request with Work at /);
    assert.match(question?.detail?.split('\n')[0] ?? '', /^This creates an instance of "x Send this [^"]{1,60}"\. The/);
  });

  it('is asked again if the answer was no', async () => {
    const { press } = computer().window();
    assert.equal((await press(referring, testing, file, false)).length, 1);
    assert.equal((await press(referring)).length, 1);
  });

  const changes: [what: string, body: string, account?: Partial<Account>, uri?: string][] = [
    ['in another file', referring, {}, 'file:///b/instance.json'],
    ['with another account', referring, { id: 'a2' }],
    ['with the account at another origin', referring, { baseUrl: 'https://staging.cloud-elements.com/x' }],
    ['for another element', referring.replace('helpscout', 'zendesk')],
    ['with another reference', referring.replace('PASSWORD', 'OTHER')],
    ['with the reference in another entry', referring.replace('"password"', '"username"')],
    ['with another value next to it', referring.replace('acme', 'evil')],
    ['with another value anywhere', referring.replace('}}', '},"name":"desk"}')],
  ];
  for (const [what, body, account, uri] of changes) {
    it(`is asked again ${what}`, async () => {
      const { press } = computer().window();
      await press(referring);
      assert.equal((await press(body, { ...testing, ...account }, uri)).length, 1);
    });
  }

  it('is remembered in this window only if the file was never saved', async () => {
    const { window, state } = computer();
    const { press } = window();
    assert.equal((await press(referring, testing, 'untitled:Untitled-1')).length, 1);
    assert.equal((await press(referring, testing, 'untitled:Untitled-1')).length, 0);
    assert.equal((await window().press(referring, testing, 'untitled:Untitled-1')).length, 1);
    assert.equal(state.dump(), '[]');
  });

  it('is asked again after the consents for the account are removed, but not for another account', async () => {
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

  it('is asked each time for a production account, with its host and how to turn the question off', async () => {
    const { press } = computer().window();
    for (let count = 0; count < 2; count++) {
      assert.deepEqual(await press(plain, {}), [
        {
          tone: 'warning',
          modal: true,
          text: 'Send this request with Work at api.cloud-elements.com?',
          detail:
            'This creates an instance of Help Scout.\n' +
            'Work is a production account. Use Edit Account to turn this question off for files without references.',
          buttons: [provisionButtons.send],
        },
      ]);
    }
  });

  it('is one question for references and a production account, each time, even if the account does not ask', async () => {
    const { press } = computer().window();
    for (const account of [{}, {}, { confirms: false }, { confirms: false }]) {
      const [question, ...more] = await press(referring, account);
      assert.match(
        question?.detail ?? '',
        /\$\{env:PASSWORD\}[^]*\nWork is a production account, so you're asked every time\.$/,
      );
      assert.deepEqual([question?.buttons, more], [[provisionButtons.send], []]);
    }
    // None of these answers is remembered.
    assert.equal((await press(referring)).length, 1);
  });

  it('is not asked for a file without references if the account does not ask', async () => {
    const { press } = computer().window();
    for (const account of [testing, { confirms: false }]) assert.deepEqual(await press(plain, account), []);
  });
});
