import assert from 'node:assert/strict';
import { runRegistered } from '../../../kit/client/fakeVscode';
import { createAccounts } from '../../../../engine/src/accounts/storedAccounts';
import { createFileSecrets, fileSecretEntry } from '../../../../engine/src/accounts/fileSecrets';
import type { Secrets } from '../../../../engine/src/accounts/memento';
import { activateSecrets } from '../../../../client/src/features/secrets';
import { deleteSecret } from '../../../../client/src/features/secrets/deleteSecret';
import { moveSecret } from '../../../../client/src/features/secrets/moveSecret';
import { setSecret } from '../../../../client/src/features/secrets/setSecret';
import { accountFlows } from '../../../../client/src/features/accounts/accountFlows';
import { pickElement } from '../../../../client/src/features/editing/pickElement';
import type { EditableDocument } from '../../../../client/src/vscode/editorDocument';
import { Cancelled, UserFacingError } from '../../../../engine/src/ui';
import type { CheckResult } from '../../../../common/src/protocol/checking';
import type { MoveSecretParams } from '../../../../common/src/protocol/secrets';
import {
  anAccount,
  brokenSecrets,
  fakeUi,
  memorySecrets,
  memoryState,
  newSecret,
  type Script,
} from '../../../kit/client/fakes';

const uri = 'file:///instance.json';

/** A file of one line, open in version 3. */
function openFile(text: string) {
  const file = { text, version: 3, locked: false };
  const at = ({ start, end }: MoveSecretParams['range']) => [start.character, end.character] as const;
  const open: EditableDocument = {
    name: uri,
    uri,
    goTo: () => Promise.resolve(),
    version: () => file.version,
    text: (range) => (range === undefined ? file.text : file.text.slice(...at(range))),
    replace: (range, put) => {
      if (file.locked) return Promise.resolve(false);
      const [start, end] = at(range);
      file.text = file.text.slice(0, start) + put + file.text.slice(end);
      file.version += 1;
      return Promise.resolve(true);
    },
  };
  return { file, open };
}

async function build(
  script: Script,
  text?: string,
  secrets: Secrets = memorySecrets(),
  checked?: Partial<CheckResult>,
) {
  const [ui, state] = [fakeUi(script), memoryState()];
  const accounts = createAccounts(state, memorySecrets(), () => '');
  await accounts.add(anAccount, { userSecret: newSecret(), organizationSecret: newSecret() });
  const opened = text === undefined ? undefined : openFile(text);
  const result = {
    problems: [],
    entries: [],
    secretEntries: [],
    elementKey: 'helpscout',
    elementName: 'Help Scout',
    ...checked,
  };
  const readOwnFile = () => Promise.resolve('[{"key":"zendesk","name":"Zendesk"}]');
  const services = {
    ...accountFlows({ ui, accounts, http: () => Promise.reject(new Error('No call was to be made.')) }),
    ui,
    accounts,
    fileSecrets: createFileSecrets(state, secrets),
    check: () => Promise.resolve(result),
    documents: {
      front: () => opened?.open,
      find: (name: string) => (name === uri ? opened?.open : undefined),
    },
    pickElement: (title: string) => pickElement({ ui, readOwnFile }, title),
  };
  const read = (name: string, key = 'helpscout') => services.fileSecrets.read(fileSecretEntry(anAccount, key, name));
  const keep = (name: string, value: string, account = anAccount) =>
    services.fileSecrets.store(fileSecretEntry(account, 'helpscout', name), value);
  const clear = () => [ui.everythingShown(), state.dump()].join('\n');
  return { ui, services, state, read, keep, clear, file: opened?.file };
}

describe('Set Secret', () => {
  const text = '{ "a": "${secret:USER}", "b": "${env:HOME} ${secret:PASSWORD} ${secret:USER}", “ }';

  it('offers the names in the file first, says which have a value, and keeps the one that is typed', async () => {
    const value = newSecret();
    const { ui, services, read, keep, clear } = await build({ pick: ['PASSWORD'], type: [value] }, text);
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
    const { services, read } = await build({ pick: ['Another name'], type: ['My.key-2', value] }, text);
    await setSecret(services);
    assert.equal(await read('My.key-2'), value);
    for (const wrong of ['', 'a b', '2a', 'a}', '${secret:A}']) {
      const refusing = await build({ pick: ['Another name'], type: [wrong, value] }, text);
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
      const { ui, services, read } = await build(script, own, memorySecrets(), checked);
      await setSecret(services);
      assert.equal(await read('KEY', 'zendesk'), value);
      assert.equal(ui.everythingShown().includes('NOT_OFFERED'), false);
    });
  }

  it('keeps nothing for an account that is removed while the question is open', async () => {
    const { services, state } = await build({ pick: ['USER'] }, text);
    services.ui.ask = async () => {
      await services.accounts.remove(anAccount);
      return newSecret();
    };
    await assert.rejects(setSecret(services), /Work was removed in another window/);
    assert.deepEqual(services.fileSecrets.list(), []);
    assert.ok(!state.dump().includes('USER'));
  });

  it('keeps nothing, and lists nothing, where a question is closed or the storage fails', async () => {
    const closed = await build({ pick: ['USER'] }, text);
    await assert.rejects(setSecret(closed.services), Cancelled);
    const broken = await build({ pick: ['USER'], type: [newSecret()] }, text, brokenSecrets);
    await assert.rejects(setSecret(broken.services), UserFacingError);
    for (const { services } of [closed, broken]) assert.deepEqual(services.fileSecrets.list(), []);
  });
});

describe('List Secrets and Delete Secret', () => {
  const never = () => {
    throw new Error('Nothing was to be logged.');
  };
  const log = { error: never, show: never };
  const listSecrets = (services: Awaited<ReturnType<typeof build>>['services']) =>
    runRegistered(activateSecrets({ ...services, log }), 'cloudElements.secret.list');

  it('lists names of the account in use, and copies one as a reference', async () => {
    const { ui, services, keep, clear } = await build({ pick: ['USER'] });
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
      const { services, keep, read } = await build({ pick: ['USER'], press });
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
      deleteSecret((await build({})).services),
      /^UserFacingError: No secret of a file is kept for Work\./,
    );
    const { ui, services } = await build({});
    await listSecrets(services);
    assert.match(ui.shown[0]?.text ?? '', /^No secret of a file is kept for Work\./);
    assert.deepEqual(ui.copied, []);
  });
});

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
    const { ui, services, file, read, clear } = await build({}, text);
    await moveSecret(services, params);
    assert.deepEqual([await read('PASSWORD'), file?.text], [secret, reference('PASSWORD')]);
    assert.deepEqual(ui.titles, ['${secret:PASSWORD} is kept for Help Scout and Work.']);
    assert.equal(clear().includes(JSON.stringify(secret).slice(1, -1)), false);
  });

  it('asks nothing where the name has this very value', async () => {
    const { ui, services, file, keep } = await build({}, text);
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
      const { ui, services, file, keep, read } = await build({ press: [press] }, text);
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
    const { services, file, keep, read } = await build({}, text);
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
      const { services, file } = await build({}, text, memorySecrets(), checked);
      await assert.rejects(moveSecret(services, argument), (error: Error) => {
        return error instanceof UserFacingError && reason.test(error.message);
      });
      assert.deepEqual([services.fileSecrets.list(), file?.text], [[], text]);
    });
  }

  it('leaves the file as it is where the storage fails, and says so', async () => {
    const unreadable = { ...brokenSecrets, get: () => Promise.reject(new Error('no keyring')) };
    for (const secrets of [brokenSecrets, unreadable]) {
      const { services, file } = await build({}, text, secrets);
      await assert.rejects(moveSecret(services, params), /secret storage failed\. The file stays as it is\./);
      assert.deepEqual([services.fileSecrets.list(), file?.text], [[], text]);
    }
  });

  it('keeps nothing where the file changes while the question is open', async () => {
    const { ui, services, file, keep, read } = await build({}, text);
    await keep('PASSWORD', 'other');
    const show: typeof ui.show = (_, ...buttons) => {
      if (file) file.version += 1;
      return Promise.resolve(buttons.at(-1));
    };
    await assert.rejects(moveSecret({ ...services, ui: { ...ui, show } }, params), /has changed meanwhile/);
    assert.equal(await read('PASSWORD'), 'other');
  });

  it('says what to write where it is kept and the file cannot be changed', async () => {
    const { services, file, read } = await build({}, text);
    if (file) file.locked = true;
    await assert.rejects(moveSecret(services, params), /The secret is kept, .* write "\$\{secret:PASSWORD\}"/);
    assert.deepEqual([file?.text, await read('PASSWORD')], [text, secret]);
  });
});
