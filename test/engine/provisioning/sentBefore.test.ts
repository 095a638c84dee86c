import assert from 'node:assert/strict';
import { isResolved, recordOf } from '../../../engine/src/provisioning/records';
import { aDocument } from '../../kit/client/document';
import { newSecret, type Script } from '../../kit/client/fakes';
import { useSandbox } from '../../kit/client/ownSandbox';
import { aSource, openWindow, type Own } from '../../kit/client/ownWindow';
import { buttons as provisionButtons } from '../../../engine/src/provisioning/messages';
import { buttons as outcomeButtons } from '../../../engine/src/provisioning/outcome/messages';

/** A request is remembered in every window, also after the window that sent it is closed. */
describe('a request that was sent before', () => {
  const place = useSandbox('sent-before');
  const posts = () => place.sandbox.counts()['POST /instances'] ?? 0;

  /** Windows of one computer, with a document that no other test has. */
  function computer() {
    const { records, ...first } = openWindow(place).context;
    const { tokens } = first;
    const name = `desk ${newSecret()}`;
    const configuration = { username: 'me', password: newSecret(), 'mailbox.name': 'support' };
    const request = { element: { key: 'helpscout' }, configuration, name };
    const text = JSON.stringify(request);
    const source = aSource(text);
    return {
      records,
      request,
      text,
      source,
      made: () => place.sandbox.instances().filter((one) => one.name === name),
      window: (script: Script = {}, own: Own = {}) => openWindow(place, script, { records, tokens, ...own }),
    };
  }

  const again = [
    ['the same document', ({ source }: ReturnType<typeof computer>) => source],
    ['another document with that text', ({ text }: ReturnType<typeof computer>) => aSource(text)],
    [
      'the same in another layout',
      ({ request }: ReturnType<typeof computer>) => aSource(JSON.stringify(request, null, 2)),
    ],
    [
      'an unsaved document that came back under another name',
      ({ source }: ReturnType<typeof computer>) => ({ ...source, name: 'untitled:Untitled-1another-session' }),
    ],
  ] as const;
  for (const [name, sourceOf] of again) {
    it(`is asked about in another window, and after a reload: ${name}`, async () => {
      const own = computer();
      await own.window().provision(own.source);
      const later = own.window();
      await later.provision(sourceOf(own));
      const [instance] = own.made();
      assert.equal(
        later.ui.shown[0]?.detail?.split('\n')[0],
        `This exact request was already provisioned with this account, as instance ${instance?.id ?? ''}.`,
      );
      assert.equal(posts(), 1);
    });
  }

  it('is not asked about with another account or another text', async () => {
    const own = computer();
    await own.window().provision(own.source);
    await own.window({}, { account: { id: 'another' } }).provision(own.source);
    await own.window().provision(aSource(own.text.replace('support', 'sales')));
    assert.equal(posts(), 3);
  });

  it('has its instance searched for if there was no response, which sends nothing and stores the token', async () => {
    const own = computer();
    place.sandbox.faults.next('reset-after-commit');
    await own.window().provision(own.source);
    const later = own.window({ press: [outcomeButtons.storeToken] });
    await later.provision(own.source);
    const [instance] = own.made();
    assert.match(
      later.ui.shown[0]?.text ?? '',
      new RegExp(
        `^This file was sent to Mine before .* without a response\\. .*\\(ID ${instance?.id ?? ''}\\) is new in Mine\\.$`,
      ),
    );
    assert.deepEqual(later.ui.shown[0]?.buttons, [outcomeButtons.storeToken, provisionButtons.provisionAgain]);
    assert.equal(later.context.tokens.list()[0]?.instanceId, String(instance?.id));
    // From now on it is known what was created by this request.
    const last = own.window();
    await last.provision(own.source);
    assert.match(last.ui.shown[0]?.detail ?? '', /already provisioned with this account, as instance/);
    assert.equal(posts(), 1);
  });

  it('has its instance searched for if there was no response, even if the document has changed since', async () => {
    const own = computer();
    place.sandbox.faults.next('reset-after-commit');
    await own.window().provision(own.source);
    const later = own.window({ press: [provisionButtons.provisionAgain] });
    await later.provision({ ...own.source, text: () => own.text.replace('support', 'sales') });
    assert.match(later.ui.shown[0]?.text ?? '', /is new in Mine\.$/);
    assert.match(later.ui.shown[1]?.text ?? '', /was created/);
    assert.deepEqual([posts(), own.made().length], [2, 2]);
    // The person has already decided, and is not asked again.
    const mine = recordOf(own.source.name, later.account, aDocument(own.text), 0);
    assert.deepEqual((await own.records.find(mine)).map(isResolved), [true]);
  });

  it('is sent again if it created no instance and the person wants that', async () => {
    const own = computer();
    place.sandbox.faults.next('reset-before-commit');
    await own.window().provision(own.source);
    const later = own.window({ press: [outcomeButtons.searchAgain, provisionButtons.provisionAgain] });
    await later.provision(own.source);
    assert.match(later.ui.shown[0]?.text ?? '', /without a response\..* Mine has no new instance of Help Scout/);
    assert.match(later.ui.shown[2]?.text ?? '', /was created/);
    assert.deepEqual([posts(), own.made().length], [2, 1]);
  });

  it('is not sent after the search fails or is stopped, unless the person wants that', async () => {
    const own = computer();
    place.sandbox.faults.next('reset-after-commit');
    await own.window().provision(own.source);
    place.sandbox.faults.next({ name: 'server-error', on: 'GET /elements/{keyOrId}/instances' });
    const later = own.window();
    await later.provision(own.source);
    assert.match(later.ui.shown[0]?.text ?? '', /without a response\..*The platform failed \(500\)/);
    assert.deepEqual(later.ui.shown[0]?.buttons.slice(0, 2), [
      outcomeButtons.searchAgain,
      provisionButtons.provisionAgain,
    ]);
    assert.equal(posts(), 1);
  });

  it('shows the token that a window stored before it closed without recording the outcome', async () => {
    const own = computer();
    const { records } = own;
    const forgetful = {
      ...records,
      write: (record: Parameters<typeof records.write>[0]) =>
        isResolved(record) ? Promise.reject(new Error('ended')) : records.write(record),
    };
    await own.window({}, { records: forgetful }).provision(own.source);
    const later = own.window({ press: [outcomeButtons.copyToken] });
    await later.provision(own.source);
    const [instance] = own.made();
    assert.match(
      later.ui.shown[0]?.text ?? '',
      /without a response\..* was created by this request\. Its element token is stored for Mine\.$/,
    );
    assert.deepEqual([later.ui.copied, posts()], [[instance?.token], 1]);
  });

  it('is asked about once if a search has found its instance and the person wants another', async () => {
    const own = computer();
    const { records } = own;
    const write: typeof records.write = (record) =>
      isResolved(record) ? Promise.reject(new Error('ended')) : records.write(record);
    await own.window({}, { records: { ...records, write } }).provision(own.source);
    const later = own.window({ press: [provisionButtons.provisionAgain] });
    await later.provision(own.source);
    const told = later.ui.shown.map(({ text }) => text);
    assert.equal(told.length, 2);
    assert.match(told[0] ?? '', / was created by this request\. /);
    assert.match(told[1] ?? '', / was created/);
    assert.equal(posts(), 2);
  });

  it('does not find an instance of the same name that another request created', async () => {
    const own = computer();
    place.sandbox.faults.next('reset-after-commit');
    await own.window().provision(own.source);
    await own.window().provision(aSource(own.text.replace('support', 'sales')));
    const later = own.window({ press: [outcomeButtons.storeToken] });
    await later.provision(own.source);
    const [lost, other] = own.made();
    assert.match(later.ui.shown[0]?.text ?? '', new RegExp(`\\(ID ${lost?.id ?? ''}\\) is new in Mine\\.$`));
    assert.notEqual(lost?.id, other?.id);
    assert.deepEqual(
      later.context.tokens.list().map(({ instanceId }) => instanceId),
      [String(lost?.id), String(other?.id)],
    );
  });

  it('offers each of several instances that it may have created, or none of them', async () => {
    const own = computer();
    place.sandbox.faults.next('reset-after-commit');
    await own.window().provision(own.source);
    // An instance of the same name from elsewhere, created at the same time.
    const elsewhere = openWindow(place);
    await elsewhere.provision(aSource(own.text));
    const later = own.window({ pick: [provisionButtons.provisionAgain] });
    await later.provision(own.source);
    assert.equal(later.ui.choices[0]?.length, 3);
    assert.match(later.ui.shown[0]?.text ?? '', /was created/);
    assert.equal(own.made().length, 3);
  });

  it('is not asked about if it was rejected, never sent, or its instance was deleted', async () => {
    const own = computer();
    place.sandbox.faults.next('rate-limited');
    await own.window().provision(own.source);
    const http: Own['http'] = (request) => own.window().context.http({ ...request, url: 'http://127.0.0.1:1/' });
    await own.window({}, { http }).provision(own.source);
    const refused = own.text.replace('support', 'refuse');
    for (let count = 0; count < 2; count++) {
      const window = own.window({ press: [outcomeButtons.deleteInstance, outcomeButtons.deleteInstance] });
      await window.provision({ ...own.source, text: () => refused });
      assert.match(window.ui.shown[2]?.text ?? '', /was deleted/);
    }
    const last = own.window();
    await last.provision(own.source);
    assert.match(last.ui.shown[0]?.text ?? '', /was created/);
  });

  it('is asked about if another press sends it while a question is open', async () => {
    const own = computer();
    const slow = own.window({ press: [provisionButtons.provisionAgain] }, { account: { kind: 'production' } });
    const show = slow.ui.show.bind(slow.ui);
    let answer: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      slow.ui.show = async (_, ...buttons) => {
        slow.ui.show = show;
        resolve();
        await new Promise<void>((go) => {
          answer = go;
        });
        return buttons[0];
      };
    });
    const pressed = slow.provision(own.source);
    await asked;
    await own.window({ press: [provisionButtons.send] }, { account: { kind: 'production' } }).provision(own.source);
    answer();
    await pressed;
    assert.match(slow.ui.shown[0]?.detail ?? '', /already provisioned with this account/);
    assert.deepEqual([posts(), own.made().length], [2, 2]);
  });
});
