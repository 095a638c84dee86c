import assert from 'node:assert/strict';
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

  it('keeps it and leaves a reference in its place', async () => {
    const { ui, services, file, read, clear } = await secretWindow({}, text);
    await moveSecret(services, params);
    assert.deepEqual([await read('PASSWORD'), file?.text], [secret, reference('PASSWORD')]);
    assert.deepEqual(ui.titles, ['${secret:PASSWORD} is kept for Help Scout and Work.']);
    assert.equal(clear().includes(JSON.stringify(secret).slice(1, -1)), false);
  });

  it('asks nothing where the name has this very value', async () => {
    const { ui, services, file, keep } = await secretWindow({}, text);
    await keep('PASSWORD', secret);
    await moveSecret(services, params);
    assert.deepEqual([ui.shown, file?.text], [[], reference('PASSWORD')]);
  });

  it('asks where the name has another value: replaces it, or takes a free name', async () => {
    const answers: [press: string, name: string, before: string][] = [
      ['Use PASSWORD_3', 'PASSWORD_3', 'other'],
      ['Replace Its Value', 'PASSWORD', secret],
    ];
    for (const [press, name, before] of answers) {
      const { ui, services, file, keep, read } = await secretWindow({ press: [press] }, text);
      await keep('PASSWORD', 'other');
      await keep('PASSWORD_2', 'another');
      await moveSecret(services, params);
      assert.deepEqual([file?.text, await read(name), await read('PASSWORD')], [reference(name), secret, before]);
      assert.deepEqual(ui.shown[0]?.buttons, ['Use PASSWORD_3', 'Replace Its Value']);
      assert.equal(ui.shown[0].text, 'Replace the value of a secret kept for Work at api.cloud-elements.com?');
      assert.match(ui.shown[0].detail ?? '', /^Secret: "PASSWORD"\nElement: "[^"]+"\n/);
    }
  });

  it('changes nothing where that question is closed', async () => {
    const { services, file, keep, read } = await secretWindow({}, text);
    await keep('PASSWORD', 'other');
    await assert.rejects(moveSecret(services, params), Cancelled);
    assert.deepEqual([file?.text, await read('PASSWORD')], [text, 'other']);
  });

  const other = { line: 0, character: 3 };
  const refused: [what: string, argument: unknown, reason: RegExp, checked?: Partial<CheckResult>][] = [
    ['another version', { ...params, version: 2 }, /has changed meanwhile.*Run the quick fix again/],
    ['a file that is not open', { ...params, uri: 'file:///other.json' }, /has changed meanwhile/],
    ['a range that is no text', { ...params, range: { ...params.range, start: other } }, /no text in quotes/],
    ['a file without an element', params, /this file names none/, { elementKey: undefined }],
    ['no arguments', undefined, /by the quick fix/],
    ['a name that is no name', { ...params, name: 'a b' }, /by the quick fix/],
    ['no range', { ...params, range: {} }, /by the quick fix/],
  ];
  for (const [what, argument, reason, checked] of refused) {
    it(`refuses ${what}, and neither keeps nor changes anything`, async () => {
      const { services, file } = await secretWindow({}, text, memorySecrets(), checked);
      await assert.rejects(moveSecret(services, argument), (error: Error) => {
        return error instanceof UserFacingError && reason.test(error.message);
      });
      assert.deepEqual([services.fileSecrets.list(), file?.text], [[], text]);
    });
  }

  it('leaves the file as it is where the storage fails, and says so', async () => {
    const unreadable = { ...brokenSecrets, get: () => Promise.reject(new Error('no keyring')) };
    for (const secrets of [brokenSecrets, unreadable]) {
      const { services, file } = await secretWindow({}, text, secrets);
      await assert.rejects(moveSecret(services, params), /secret storage failed\. The file stays as it is\./);
      assert.deepEqual([services.fileSecrets.list(), file?.text], [[], text]);
    }
  });

  it('keeps nothing where the file changes while the question is open', async () => {
    const { ui, services, file, keep, read } = await secretWindow({}, text);
    await keep('PASSWORD', 'other');
    const show: typeof ui.show = (_, ...buttons) => {
      if (file) file.version += 1;
      return Promise.resolve(buttons.at(-1));
    };
    await assert.rejects(moveSecret({ ...services, ui: { ...ui, show } }, params), /has changed meanwhile/);
    assert.equal(await read('PASSWORD'), 'other');
  });

  it('says what to write where it is kept and the file cannot be changed', async () => {
    const { services, file, read } = await secretWindow({}, text);
    if (file) file.locked = true;
    await assert.rejects(moveSecret(services, params), /The secret is kept, .* write "\$\{secret:PASSWORD\}"/);
    assert.deepEqual([file?.text, await read('PASSWORD')], [text, secret]);
  });
});
