import assert from 'node:assert/strict';
import { runRegistered } from '../../../kit/client/fakeVscode';
import { activateSecrets } from '../../../../client/src/features/secrets';
import { accountGone } from '../../../../client/src/features/accounts/messages';
import { deleteSecret } from '../../../../client/src/features/secrets/deleteSecret';
import * as messages from '../../../../client/src/features/secrets/messages';
import { setSecret } from '../../../../client/src/features/secrets/setSecret';
import { askFileSecret } from '../../../../engine/src/provisioning/request/messages';
import { Cancelled, UserFacingError } from '../../../../engine/src/ui';
import type { CheckResult } from '../../../../common/src/protocol/checking';
import { anAccount, brokenSecrets, memorySecrets, newSecret } from '../../../kit/client/fakes';
import { secretWindow } from '../../../kit/client/secretWindow';

describe('Set Secret', () => {
  const text = '{ "a": "${secret:USER}", "b": "${env:HOME} ${secret:PASSWORD} ${secret:USER}", “ }';

  it('offers the names in the file first, says which have a value, and stores the typed value', async () => {
    const value = newSecret();
    const { ui, services, read, store, clear } = await secretWindow({ pick: ['PASSWORD'], type: [value] }, text);
    await store('OLD', 'x');
    await store('USER', 'x');
    await store('ELSEWHERE', 'x', { ...anAccount, id: 'a2' });
    await setSecret(services);
    assert.equal(await read('PASSWORD'), value);
    const offered = ui.choices[0]?.map(({ label, description, detail }) => [label, description, detail]);
    assert.deepEqual(offered, [
      ['USER', messages.hasValue, undefined],
      ['PASSWORD', messages.hasNoValue, undefined],
      ['OLD', messages.hasValue, messages.notInFile],
      [messages.otherName, undefined, undefined],
    ]);
    assert.equal(ui.asked[1], `${askFileSecret('${secret:PASSWORD}', 'Help Scout', 'Work')} (hidden)`);
    assert.deepEqual(ui.titles, [messages.secretStored('PASSWORD', 'Help Scout', 'Work')]);
    assert.equal(clear().includes(value), false);
  });

  it('accepts another name that is valid in a reference', async () => {
    const value = newSecret();
    const { services, read } = await secretWindow({ pick: [messages.otherName], type: ['My.key-2', value] }, text);
    await setSecret(services);
    assert.equal(await read('My.key-2'), value);
    for (const invalid of ['', 'a b', '2a', 'a}', '${secret:A}']) {
      const rejecting = await secretWindow({ pick: [messages.otherName], type: [invalid, value] }, text);
      await assert.rejects(setSecret(rejecting.services), (error: Error) =>
        error.message.endsWith(`: ${messages.secretNameInvalid}`),
      );
    }
  });

  const without: [what: string, text: string | undefined, checked: Partial<CheckResult>][] = [
    ['no file is open', undefined, {}],
    ['the file has none', '{"x":"${secret:NOT_OFFERED}"}', { elementKey: undefined }],
    ['the file has a reference there', '{"x":"${secret:NOT_OFFERED}"}', { elementKey: '${env:KEY}' }],
  ];
  for (const [what, own, checked] of without) {
    it(`asks for the element where ${what}`, async () => {
      const value = newSecret();
      const script = { pick: ['Zendesk'], type: ['KEY', value] };
      const { ui, services, read } = await secretWindow(script, own, memorySecrets(), checked);
      await setSecret(services);
      assert.equal(await read('KEY', 'zendesk'), value);
      assert.equal(ui.everythingShown().includes('NOT_OFFERED'), false);
    });
  }

  it('stores nothing for an account that is removed while the question is open', async () => {
    const { services, state } = await secretWindow({ pick: ['USER'] }, text);
    services.ui.ask = async () => {
      await services.accounts.remove(anAccount);
      return newSecret();
    };
    await assert.rejects(setSecret(services), new UserFacingError(accountGone('Work')));
    assert.deepEqual(services.fileSecrets.list(), []);
    assert.ok(!state.dump().includes('USER'));
  });

  it('stores nothing and lists nothing where a question is closed or the secret storage fails', async () => {
    const closed = await secretWindow({ pick: ['USER'] }, text);
    await assert.rejects(setSecret(closed.services), Cancelled);
    const broken = await secretWindow({ pick: ['USER'], type: [newSecret()] }, text, brokenSecrets);
    await assert.rejects(setSecret(broken.services), UserFacingError);
    for (const { services } of [closed, broken]) assert.deepEqual(services.fileSecrets.list(), []);
  });
});

describe('List Secrets and Delete Secret', () => {
  const never = () => {
    throw new Error('Unexpected log line.');
  };
  const log = { error: never, show: never };
  const listSecrets = (services: Awaited<ReturnType<typeof secretWindow>>['services']) =>
    runRegistered(activateSecrets({ ...services, log }), 'cloudElements.secret.list');

  it('lists the names for the account in use, and copies one as a reference', async () => {
    const { ui, services, store, clear } = await secretWindow({ pick: ['USER'] });
    const value = newSecret();
    await store('USER', value);
    await store('ELSEWHERE', value, { ...anAccount, baseUrl: 'https://api.example.com/elements/api-v2' });
    await listSecrets(services);
    assert.deepEqual([ui.copied, ui.titles], [['${secret:USER}'], [messages.referenceCopied('${secret:USER}')]]);
    assert.ok(ui.everythingShown().includes('helpscout') && ui.everythingShown().includes('Work'));
    assert.deepEqual([clear().includes(value), ui.everythingShown().includes('ELSEWHERE')], [false, false]);
  });

  it('deletes only the selected secret, after a yes', async () => {
    for (const isSure of [false, true]) {
      const press = isSure ? [messages.buttons.deleteSecret] : [];
      const { services, store, read } = await secretWindow({ pick: ['USER'], press });
      await store('USER', 'u');
      await store('PASSWORD', 'p');
      await deleteSecret(services);
      assert.equal(services.ui.shown[0]?.text, messages.confirmDeleteSecret('Work', 'api.cloud-elements.com'));
      assert.equal(services.ui.shown[0].detail, messages.confirmDeleteSecretDetail('USER', 'helpscout').join('\n'));
      assert.deepEqual([await read('USER'), await read('PASSWORD')], [isSure ? undefined : 'u', 'p']);
      assert.equal(services.fileSecrets.list().length, isSure ? 1 : 2);
    }
  });

  it('say that no secrets are stored', async () => {
    await assert.rejects(
      deleteSecret((await secretWindow({})).services),
      new UserFacingError(messages.noFileSecrets('Work')),
    );
    const { ui, services } = await secretWindow({});
    await listSecrets(services);
    assert.equal(ui.shown[0]?.text, messages.noFileSecrets('Work'));
    assert.deepEqual(ui.copied, []);
  });
});
