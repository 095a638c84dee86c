import assert from 'node:assert/strict';
import { nodeFetch, type Http } from '../../../engine/src/platform/http';
import { brokenSecrets, newSecret, type Script } from '../../kit/client/fakes';
import { useSandbox } from '../../kit/client/ownSandbox';
import { aSource, openWindow, type Own } from '../../kit/client/ownWindow';
import { buttons as outcomeButtons } from '../../../engine/src/provisioning/outcome/messages';

/** The word makes the sandbox's provider reject the ping of the instance. */
const refusing = JSON.stringify({
  element: { key: 'helpscout' },
  configuration: { username: 'me', password: 'refuse me', 'mailbox.name': 'support' },
  name: 'desk',
});
const remove = 'Delete Instance';

/** The network, with our own responses to some calls. */
function answering(answers: Readonly<Record<string, { status: number; body: unknown }>>): Http {
  return (request) => {
    const path = new URL(request.url).pathname.replace('/elements/api-v2', '').replace(/\d+$/, '{id}');
    const answer = answers[`${request.method} ${path}`];
    if (answer === undefined) return nodeFetch(request);
    return Promise.resolve({ status: answer.status, headers: {}, text: JSON.stringify(answer.body) });
  };
}

describe('the report of a new instance', () => {
  const place = useSandbox('created');

  async function provision(script: Script = {}, own: Own = {}, text = refusing) {
    const window = openWindow(place, script, own);
    await window.provision(aSource(text));
    const id = lastId();
    return { ...window, id, name: `Instance "desk" of Help Scout (ID ${id})`, told: window.ui.shown };
  }
  const lastId = () => place.sandbox.instances().at(-1)?.id ?? 0;
  const isThere = (id: number) => place.sandbox.instances().some((instance) => instance.id === id);

  it('says that the provider responds', async () => {
    const { told, name } = await provision({}, {}, refusing.replace('refuse me', 'mine'));
    assert.deepEqual(
      told.map(({ text }) => text),
      [`${name} was created, and its provider responds. Its element token is stored for Mine.`],
    );
    assert.deepEqual(place.sandbox.counts(), { 'POST /instances': 1, 'GET /ping': 1 });
  });

  it('says nothing of the provider if the ping does not show whether it responds', async () => {
    const http = answering({ 'GET /ping': { status: 500, body: { message: 'Internal server error' } } });
    const { told, name } = await provision({}, { http });
    assert.deepEqual(
      told.map(({ text, buttons }) => [text, buttons]),
      [
        [
          `${name} was created. The platform reports it as valid. Its element token is stored for Mine.`,
          [outcomeButtons.copyToken, outcomeButtons.showResponse],
        ],
      ],
    );
  });

  it('quotes the rejection of the provider, and marks the configuration in the file', async () => {
    const { told, name, marks, lastResponse, tokens, ui } = await provision();
    assert.equal(told.length, 1);
    const [notice] = told;
    const requestId = lastResponse.failure()?.requestId ?? '';
    assert.equal(
      notice?.text,
      `${name} was created, but the provider rejected the ping (400). The response says: "Request failed". The provider says: "401 - The provider refused these credentials". Its element token is stored for Mine. If the credentials are wrong, delete the instance, correct them and run Provision Instance again. Request ID: ${requestId}.`,
    );
    assert.deepEqual(
      [notice.tone, notice.buttons],
      ['warning', [remove, outcomeButtons.keepInstance, outcomeButtons.showResponse]],
    );
    assert.deepEqual(
      marks.at(-1)?.map(({ range }) => refusing.slice(range.start, range.end)),
      ['"configuration"'],
    );
    assert.match(lastResponse.text() ?? '', /"providerMessage": "401 - /);
    assert.equal(tokens.list().length, 1);
    assert.equal(ui.everythingShown().includes('refuse me'), false);
    assert.equal(place.sandbox.counts()['POST /instances'], 1);
  });

  it('requests the objects if the element has no ping', async () => {
    place.sandbox.settings.withoutPing = true;
    const refused = await provision();
    assert.match(refused.told[0]?.text ?? '', /was created, but the provider rejected the ping \(400\)/);
    const fine = await provision({}, {}, refusing.replace('refuse me', 'mine'));
    assert.match(fine.told[0]?.text ?? '', /was created\. The platform reports it as valid\. /);
    place.sandbox.settings.withoutPing = false;
    assert.deepEqual(place.sandbox.counts(), { 'POST /instances': 2, 'GET /ping': 2, 'GET /objects': 2 });
  });

  it("shows the platform's message for an instance that is in use", async () => {
    place.sandbox.settings.inUse = true;
    const { told, id, tokens } = await provision({ press: [remove, remove] });
    place.sandbox.settings.inUse = false;
    assert.match(
      told[2]?.text ?? '',
      new RegExp(
        `\\(409\\)\\. The response says: "Instance ${id} is in use by a formula .* wasn't deleted\\. Its element token wasn't removed\\.`,
      ),
    );
    assert.deepEqual([isThere(id), tokens.list().length], [true, 1]);
  });

  it('deletes the instance and removes its token', async () => {
    const { told, tokens, secrets } = await provision({ press: [remove, remove] });
    const id = /\(ID (\d+)\)/.exec(told[0]?.text ?? '')?.[1] ?? '';
    assert.equal(isThere(Number(id)), false);
    assert.deepEqual([tokens.list(), await secrets.get(`token/mine/${id}`)], [[], undefined]);
    assert.equal(
      told[2]?.text,
      `Instance "desk" of Help Scout (ID ${id}) was deleted, and its element token was removed.`,
    );
    assert.deepEqual(place.sandbox.counts(), { 'POST /instances': 1, 'GET /ping': 1, 'DELETE /instances/{id}': 1 });
  });

  it('deletes the instance only after a question that begins with account and host, and not if that is closed', async () => {
    const { told, id } = await provision({ press: [remove] });
    const { host } = new URL(place.sandbox.url);
    assert.equal(told[1]?.text, `Delete the new instance of Mine at ${host}?`);
    assert.match(told[1].detail ?? '', new RegExp(`^Instance "desk" of Help Scout \\(ID ${id}\\)\n`));
    assert.deepEqual([told[1].modal, told[1].buttons], [true, [remove]]);
    assert.ok(isThere(id));
    assert.equal(told[2]?.text, told[0]?.text);
  });

  it('keeps the instance and removes the mark from the file', async () => {
    const { id, told, tokens, marks } = await provision({ press: [outcomeButtons.keepInstance] });
    assert.ok(isThere(id));
    assert.deepEqual([told.length, tokens.list().length, marks.at(-1)], [1, 1, []]);
  });

  it('still offers to delete the instance after its response was shown', async () => {
    const { told, events } = await provision({ press: [outcomeButtons.showResponse, outcomeButtons.keepInstance] });
    assert.deepEqual(events, ['show response']);
    assert.deepEqual([told.length, told[1]?.text], [2, told[0]?.text]);
  });

  const refusals: [name: string, status: number, body: unknown, words: RegExp][] = [
    [
      'something uses it',
      409,
      { message: 'Instance is in use by formula 12', requestId: '64f0c0ffee0123456789abcd' },
      /\(409\)\. The response says: "Instance is in use by formula 12"\. Instance .* wasn't deleted\. Its element token wasn't removed\. Something uses it, .* Request ID: 64f0c0ffee0123456789abcd\.$/,
    ],
    [
      'it no longer exists',
      404,
      { message: 'No instance found' },
      /\(404\)\. The response says: "No instance found"\. .* wasn't deleted\. Its element token wasn't removed\. It may have been deleted already\.$/,
    ],
    [
      'the platform fails',
      500,
      { message: 'Internal server error' },
      /\(500\)\. The response says: "Internal server error"\. .* may have been deleted\. Its element token wasn't removed\./,
    ],
    ['a limit is reached', 429, {}, /\(429\)\. .* wasn't deleted\. .* Wait a minute, then delete it again\.$/],
  ];
  for (const [name, status, body, words] of refusals) {
    it(`shows why the instance was not deleted if ${name}, and leaves its token stored`, async () => {
      const http = answering({ 'DELETE /instances/{id}': { status, body } });
      const { told, tokens, lastResponse } = await provision({ press: [remove, remove, remove] }, { http });
      assert.equal(told.length, 4);
      assert.match(told[2]?.text ?? '', words);
      assert.deepEqual(told[2]?.buttons.slice(0, 2), [remove, outcomeButtons.showResponse]);
      assert.equal(tokens.list().length, 1);
      assert.equal(lastResponse.failure()?.status, status);
    });
  }

  it('shows first that the token could not be stored, then the rejection', async () => {
    const { told, tokens } = await provision(
      { press: [outcomeButtons.copyToken, remove, remove] },
      { secrets: brokenSecrets },
    );
    assert.match(told[0]?.text ?? '', /its element token couldn't be stored\.$/);
    assert.match(told[1]?.text ?? '', /but the provider rejected the ping/);
    assert.doesNotMatch(told[1]?.text ?? '', /is stored for/);
    assert.match(told[3]?.text ?? '', /was deleted/);
    assert.deepEqual(tokens.list(), []);
  });

  it('says if the token of the deleted instance could not be removed', async () => {
    const values = new Map<string, string>();
    const secrets = {
      get: (key: string) => Promise.resolve(values.get(key)),
      store: (key: string, value: string) => Promise.resolve(void values.set(key, value)),
      delete: () => Promise.reject(new Error('no keyring')),
    };
    const { told } = await provision({ press: [remove, remove] }, { secrets });
    assert.match(told[2]?.text ?? '', /was deleted\. Its element token couldn't be removed .* no longer works\.$/);
  });

  it("masks secrets of the request in the provider's message", async () => {
    const secret = newSecret();
    const text = refusing.replace('refuse me', secret);
    const body = { message: 'Request failed', providerMessage: `no such password: ${secret}` };
    const http = answering({ 'GET /ping': { status: 401, body } });
    const { ui, marks, lastResponse } = await provision({}, { http }, text);
    assert.match(ui.everythingShown(), /no such password: \*{8}/);
    for (const place of [ui.everythingShown(), JSON.stringify(marks), lastResponse.text()]) {
      assert.equal(place?.includes(secret), false);
    }
  });
});
