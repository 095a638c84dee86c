import assert from 'node:assert/strict';
import * as messages from '../../../../client/src/features/secrets/messages';
import { moveSecret } from '../../../../client/src/features/secrets/moveSecret';
import { Cancelled, UserFacingError } from '../../../../engine/src/ui';
import type { CheckResult } from '../../../../common/src/protocol/checking';
import type { MoveSecretParams } from '../../../../common/src/protocol/secrets';
import { brokenSecrets, memorySecrets, newSecret } from '../../../kit/client/fakes';
import { secretWindow, uri } from '../../../kit/client/secretWindow';

describe('moving a secret out of a file', () => {
  const secret = `${newSecret()}"\\`;
  const literal = JSON.stringify(secret);
  const text = `{ "password": ${literal}, “x }`;
  const reference = (name: string) => `{ "password": "\${secret:${name}}", “x }`;
  const start = text.indexOf(literal);
  const params: MoveSecretParams = {
    uri,
    range: { start: { line: 0, character: start }, end: { line: 0, character: start + literal.length } },
    version: 3,
    name: 'PASSWORD',
  };

  it('stores the secret and replaces it with a reference', async () => {
    const { ui, services, file, read, clear } = await secretWindow({}, text);
    await moveSecret(services, params);
    assert.deepEqual([await read('PASSWORD'), file?.text], [secret, reference('PASSWORD')]);
    assert.deepEqual(ui.titles, [messages.secretStored('PASSWORD', 'Help Scout', 'Work')]);
    assert.equal(clear().includes(JSON.stringify(secret).slice(1, -1)), false);
  });

  it('asks nothing where the name already has the same value', async () => {
    const { ui, services, file, store } = await secretWindow({}, text);
    await store('PASSWORD', secret);
    await moveSecret(services, params);
    assert.deepEqual([ui.shown, file?.text], [[], reference('PASSWORD')]);
  });

  it('asks where the name has another value, and replaces that value or uses a free name', async () => {
    const useFree = messages.useName('PASSWORD_3');
    const { replaceValue } = messages.buttons;
    const answers: [press: string, name: string, before: string][] = [
      [useFree, 'PASSWORD_3', 'other'],
      [replaceValue, 'PASSWORD', secret],
    ];
    for (const [press, name, before] of answers) {
      const { ui, services, file, store, read } = await secretWindow({ press: [press] }, text);
      await store('PASSWORD', 'other');
      await store('PASSWORD_2', 'another');
      await moveSecret(services, params);
      assert.deepEqual([file?.text, await read(name), await read('PASSWORD')], [reference(name), secret, before]);
      assert.deepEqual(ui.shown[0]?.buttons, [useFree, replaceValue]);
      assert.equal(ui.shown[0].text, messages.confirmReplaceSecret('Work', 'api.cloud-elements.com'));
      assert.equal(ui.shown[0].detail, messages.confirmReplaceSecretDetail('PASSWORD', 'helpscout').join('\n'));
    }
  });

  it('changes nothing where that question is closed', async () => {
    const { services, file, store, read } = await secretWindow({}, text);
    await store('PASSWORD', 'other');
    await assert.rejects(moveSecret(services, params), Cancelled);
    assert.deepEqual([file?.text, await read('PASSWORD')], [text, 'other']);
  });

  const other = { line: 0, character: 3 };
  const { fileChanged, moveByQuickFix, noSecretThere, secretWithoutElement } = messages;
  const rejected: [what: string, argument: unknown, reason: string, checked?: Partial<CheckResult>][] = [
    ['another version', { ...params, version: 2 }, fileChanged],
    ['a file that is not open', { ...params, uri: 'file:///other.json' }, fileChanged],
    ['a range that is not a string', { ...params, range: { ...params.range, start: other } }, noSecretThere],
    ['a file without an element', params, secretWithoutElement, { elementKey: undefined }],
    ['no arguments', undefined, moveByQuickFix],
    ['an invalid name', { ...params, name: 'a b' }, moveByQuickFix],
    ['no range', { ...params, range: {} }, moveByQuickFix],
  ];
  for (const [what, argument, reason, checked] of rejected) {
    it(`rejects ${what}, and neither stores nor changes anything`, async () => {
      const { services, file } = await secretWindow({}, text, memorySecrets(), checked);
      await assert.rejects(moveSecret(services, argument), new UserFacingError(reason));
      assert.deepEqual([services.fileSecrets.list(), file?.text], [[], text]);
    });
  }

  it('does not change the file where the secret storage fails, and says so', async () => {
    const unreadable = { ...brokenSecrets, get: () => Promise.reject(new Error('no keyring')) };
    for (const secrets of [brokenSecrets, unreadable]) {
      const { services, file } = await secretWindow({}, text, secrets);
      await assert.rejects(moveSecret(services, params), new UserFacingError(messages.secretNotMoved));
      assert.deepEqual([services.fileSecrets.list(), file?.text], [[], text]);
    }
  });

  it('stores nothing where the file changes while the question is open', async () => {
    const { ui, services, file, store, read } = await secretWindow({}, text);
    await store('PASSWORD', 'other');
    const show: typeof ui.show = (_, ...buttons) => {
      if (file) file.version += 1;
      return Promise.resolve(buttons.at(-1));
    };
    await assert.rejects(
      moveSecret({ ...services, ui: { ...ui, show } }, params),
      new UserFacingError(messages.fileChanged),
    );
    assert.equal(await read('PASSWORD'), 'other');
  });

  it('says what to write where the secret is stored and the file cannot be changed', async () => {
    const { services, file, read } = await secretWindow({}, text);
    if (file) file.locked = true;
    await assert.rejects(
      moveSecret(services, params),
      new UserFacingError(messages.secretStoredOnly('${secret:PASSWORD}')),
    );
    assert.deepEqual([file?.text, await read('PASSWORD')], [text, secret]);
  });
});
