import assert from 'node:assert/strict';
import { runRegistered } from '../../../kit/client/fakeVscode';
import { activateSecrets } from '../../../../client/src/features/secrets';
import { deleteSecret } from '../../../../client/src/features/secrets/deleteSecret';
import { setSecret } from '../../../../client/src/features/secrets/setSecret';
import { Cancelled, UserFacingError } from '../../../../engine/src/ui';
import type { CheckResult } from '../../../../common/src/protocol/checking';
import { anAccount, brokenSecrets, memorySecrets, newSecret } from '../../../kit/client/fakes';
import { secretWindow } from '../../../kit/client/secretWindow';

describe('Set Secret', () => {
  const text = '{ "a": "${secret:USER}", "b": "${env:HOME} ${secret:PASSWORD} ${secret:USER}", “ }';

  it('offers the names in the file first, says which have a value, and keeps the one that is typed', async () => {
    const value = newSecret();
    const { ui, services, read, keep, clear } = await secretWindow({ pick: ['PASSWORD'], type: [value] }, text);
    await keep('OLD', 'x');
    await keep('USER', 'x');
    await keep('ELSEWHERE', 'x', { ...anAccount, id: 'a2' });
    await setSecret(services);
    assert.equal(await read('PASSWORD'), value);
    const offered = ui.choices[0]?.map(({ label, description, detail }) => [label, description, detail]);
    assert.deepEqual(offered, [
      ['USER', 'has a value', undefined],
      ['PASSWORD', 'has no value yet', undefined],
      ['OLD', 'has a value', 'not in this file'],
      ['Another name', undefined, undefined],
    ]);
    assert.equal(
      ui.asked[1],
      'Value of ${secret:PASSWORD} for Help Scout. It is kept in the secret storage for Work. (hidden)',
    );
    assert.deepEqual(ui.titles, ['${secret:PASSWORD} is kept for Help Scout and Work.']);
    assert.equal(clear().includes(value), false);
  });

  it('takes another name, by the rule of references', async () => {
    const value = newSecret();
    const { services, read } = await secretWindow({ pick: ['Another name'], type: ['My.key-2', value] }, text);
    await setSecret(services);
    assert.equal(await read('My.key-2'), value);
    for (const wrong of ['', 'a b', '2a', 'a}', '${secret:A}']) {
      const refusing = await secretWindow({ pick: ['Another name'], type: [wrong, value] }, text);
      await assert.rejects(setSecret(refusing.services), /refuses the text: Use letters, digits/);
    }
  });

  const without: [what: string, text: string | undefined, checked: Partial<CheckResult>][] = [
    ['no file is open', undefined, {}],
    ['the file names none', '{"x":"${secret:NOT_OFFERED}"}', { elementKey: undefined }],
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

  it('keeps nothing for an account that is removed while the question is open', async () => {
    const { services, state } = await secretWindow({ pick: ['USER'] }, text);
    services.ui.ask = async () => {
      await services.accounts.remove(anAccount);
      return newSecret();
    };
    await assert.rejects(setSecret(services), /Work was removed in another window/);
    assert.deepEqual(services.fileSecrets.list(), []);
    assert.ok(!state.dump().includes('USER'));
  });

  it('keeps nothing, and lists nothing, where a question is closed or the storage fails', async () => {
    const closed = await secretWindow({ pick: ['USER'] }, text);
    await assert.rejects(setSecret(closed.services), Cancelled);
    const broken = await secretWindow({ pick: ['USER'], type: [newSecret()] }, text, brokenSecrets);
    await assert.rejects(setSecret(broken.services), UserFacingError);
    for (const { services } of [closed, broken]) assert.deepEqual(services.fileSecrets.list(), []);
  });
});

describe('List Secrets and Delete Secret', () => {
  const never = () => {
    throw new Error('Nothing was to be logged.');
  };
  const log = { error: never, show: never };
  const listSecrets = (services: Awaited<ReturnType<typeof secretWindow>>['services']) =>
    runRegistered(activateSecrets({ ...services, log }), 'cloudElements.secret.list');

  it('lists names of the account in use, and copies one as a reference', async () => {
    const { ui, services, keep, clear } = await secretWindow({ pick: ['USER'] });
    const value = newSecret();
    await keep('USER', value);
    await keep('ELSEWHERE', value, { ...anAccount, baseUrl: 'https://api.example.com/elements/api-v2' });
    await listSecrets(services);
    assert.deepEqual([ui.copied, ui.titles], [['${secret:USER}'], ['${secret:USER} is copied']]);
    assert.ok(ui.everythingShown().includes('helpscout') && ui.everythingShown().includes('Work'));
    assert.deepEqual([clear().includes(value), ui.everythingShown().includes('ELSEWHERE')], [false, false]);
  });

  it('deletes the one picked after a yes, and no other', async () => {
    for (const isSure of [false, true]) {
      const press = isSure ? ['Delete Secret'] : [];
      const { services, keep, read } = await secretWindow({ pick: ['USER'], press });
      await keep('USER', 'u');
      await keep('PASSWORD', 'p');
      await deleteSecret(services);
      assert.equal(services.ui.shown[0]?.text, 'Delete a secret kept for Work at api.cloud-elements.com?');
      assert.match(services.ui.shown[0].detail ?? '', /^Secret: "USER"\nElement: "[^"]+"\n/);
      assert.deepEqual([await read('USER'), await read('PASSWORD')], [isSure ? undefined : 'u', 'p']);
      assert.equal(services.fileSecrets.list().length, isSure ? 1 : 2);
    }
  });

  it('say that there is none', async () => {
    await assert.rejects(
      deleteSecret((await secretWindow({})).services),
      /^UserFacingError: No secret of a file is kept for Work\./,
    );
    const { ui, services } = await secretWindow({});
    await listSecrets(services);
    assert.match(ui.shown[0]?.text ?? '', /^No secret of a file is kept for Work\./);
    assert.deepEqual(ui.copied, []);
  });
});
