import assert from 'node:assert/strict';
import { createAccounts } from '../../../engine/src/accounts/storedAccounts';
import { sandboxAccount } from '../../../engine/src/accounts/sandboxAccount';
import { secretProblem } from '../../../engine/src/platform/access';
import { anAccount, brokenSecrets, memorySecrets, memoryState, newSecret } from '../../kit/client/fakes';

const sandboxUrl = 'http://127.0.0.1:8088';

function build(setting = '') {
  const state = memoryState();
  const secrets = memorySecrets();
  return { state, secrets, accounts: createAccounts(state, secrets, () => setting) };
}

const twoSecrets = () => ({ userSecret: newSecret(), organizationSecret: newSecret() });

describe('accounts', () => {
  it('has none at first', () => {
    const { accounts } = build();
    assert.deepEqual([accounts.list(), accounts.active()], [[], undefined]);
  });

  it('uses an account that was added, and stores no secret of it in clear text', async () => {
    const { accounts, state } = build();
    const secrets = twoSecrets();
    await accounts.add(anAccount, secrets);
    assert.deepEqual(accounts.active(), anAccount);
    assert.deepEqual(await accounts.access(anAccount), { baseUrl: anAccount.baseUrl, ...secrets });
    const dump = state.dump();
    for (const secret of Object.values(secrets)) assert.equal(dump.includes(secret), false);
  });

  it('does not find the secrets of one origin for another, whatever changed the base URL', async () => {
    const origins = ['https://evil.example', 'https://api.cloud-elements.com:8443', 'http://localhost'];
    for (const origin of origins) {
      const { accounts, state, secrets } = build();
      await accounts.add(anAccount, twoSecrets());
      await state.update('accounts', [{ ...anAccount, baseUrl: `${origin}/elements/api-v2` }]);
      const [moved] = accounts.list();
      assert.ok(moved);
      assert.deepEqual([moved.id, new URL(moved.baseUrl).origin], [anAccount.id, origin]);
      assert.deepEqual([await accounts.access(moved), await accounts.hasSecrets(moved)], [undefined, false]);
      // Secrets entered for the new origin are not used for the old one.
      const entered = twoSecrets();
      await accounts.storeSecrets(moved, entered);
      assert.notEqual((await accounts.access(anAccount))?.userSecret, entered.userSecret);
      assert.equal(secrets.keys().length, 2);
    }
  });

  it('sends nothing to a web page that an earlier version accepted as the API, and deletes the secrets entered for it', async () => {
    const [state, secrets] = [memoryState(), memorySecrets()];
    const page = 'https://my.openconnectors.eu10.ext.hana.ondemand.com';
    const old = { ...anAccount, baseUrl: `${page}/elements/api-v2` };
    const gone = { ...anAccount, id: 'a2', baseUrl: 'https://cloud.uipath.com/elements/api-v2' };
    for (const { id, baseUrl } of [old, gone]) {
      await secrets.store(`account/${id}/${new URL(baseUrl).origin}`, JSON.stringify(twoSecrets()));
    }
    await state.update('accounts', [old, gone]);
    await state.update('activeAccount', old.id);
    const accounts = createAccounts(state, secrets, () => '');
    const moved = { ...old, baseUrl: 'https://api.openconnectors.eu10.ext.hana.ondemand.com/elements/api-v2' };
    assert.deepEqual([accounts.list(), accounts.active()], [[moved], moved]);
    assert.equal(await accounts.access(moved), undefined);
    while (/my\.open|uipath/.test(state.dump())) await new Promise(setImmediate);
    assert.deepEqual([accounts.list(), secrets.keys()], [[moved], []]);
    const entered = twoSecrets();
    await accounts.storeSecrets(moved, entered);
    assert.deepEqual(await accounts.access(moved), { baseUrl: moved.baseUrl, ...entered });
  });

  it('stores an account without using it, whether or not another is in use', async () => {
    for (const before of [undefined, { ...anAccount, id: 'a2', label: 'Other' }]) {
      const { accounts } = build();
      if (before !== undefined) await accounts.add(before, twoSecrets());
      const secrets = twoSecrets();
      await accounts.addUnused(anAccount, secrets);
      assert.deepEqual(accounts.active(), before);
      assert.deepEqual(await accounts.access(anAccount), { baseUrl: anAccount.baseUrl, ...secrets });
    }
  });

  it('adds no account if its secrets cannot be stored', async () => {
    const accounts = createAccounts(memoryState(), brokenSecrets, () => '');
    await assert.rejects(accounts.add(anAccount, twoSecrets()));
    assert.deepEqual(accounts.list(), []);
  });

  it('reads only valid accounts from the state', async () => {
    const { accounts, state } = build();
    const bad = [
      null,
      'x',
      {},
      { ...anAccount, baseUrl: 'http://evil.example/elements/api-v2' },
      { ...anAccount, id: 1 },
    ];
    await state.update('accounts', [...bad, anAccount]);
    assert.deepEqual(accounts.list(), [anAccount]);
  });

  it('reads only one account with an ID, and no sandbox that is not from the setting', async () => {
    const { accounts, state } = build();
    await state.update('accounts', [{ ...anAccount, id: 'sandbox' }, anAccount, { ...anAccount, label: 'Twin' }]);
    assert.deepEqual(accounts.list(), [anAccount]);
  });

  it('changes only what was asked for, and returns nothing if the account is gone', async () => {
    const { accounts } = build();
    const other = { ...anAccount, id: 'a2', label: 'Other' };
    await accounts.add(anAccount, twoSecrets());
    await accounts.add(other, twoSecrets());
    const changed = await accounts.change(anAccount, { color: 'green', confirms: false });
    assert.deepEqual(changed, { ...anAccount, color: 'green', confirms: false });
    assert.deepEqual(accounts.list(), [changed, other]);
    await accounts.remove(anAccount);
    assert.equal(await accounts.change(anAccount, { label: 'Back' }), undefined);
    assert.deepEqual(accounts.list(), [other]);
  });

  it('removes the secrets of an account, but not the account', async () => {
    const { accounts, secrets } = build();
    await accounts.add(anAccount, twoSecrets());
    await accounts.removeSecrets(anAccount);
    assert.deepEqual([accounts.active(), secrets.keys()], [anAccount, []]);
    assert.deepEqual([await accounts.access(anAccount), await accounts.hasSecrets(anAccount)], [undefined, false]);
    const again = twoSecrets();
    await accounts.storeSecrets(anAccount, again);
    assert.equal((await accounts.access(anAccount))?.userSecret, again.userSecret);
  });

  it('reads an account of an earlier version, with the kind that its base URL has', async () => {
    const { accounts, state } = build();
    const hosts = { 'https://api.cloud-elements.com': 'production', 'https://staging.cloud-elements.com': 'test' };
    for (const [origin, kind] of Object.entries(hosts)) {
      const old = { id: 'old', label: 'Old', baseUrl: `${origin}/elements/api-v2` };
      await state.update('accounts', [old]);
      assert.deepEqual(accounts.list(), [{ ...old, kind, confirms: true }]);
    }
  });

  it('offers the sandbox while its setting has an address, and uses it if no other account was chosen', async () => {
    const { accounts } = build(sandboxUrl);
    const sandbox = accounts.active();
    const fixed = { id: 'sandbox', label: 'Sandbox', kind: 'test', confirms: false };
    assert.deepEqual(sandbox, { ...fixed, baseUrl: `${sandboxUrl}/elements/api-v2` });
    assert.ok(sandbox);
    assert.equal((await accounts.access(sandbox))?.userSecret, 'sandbox-user-secret');
    await accounts.add(anAccount, twoSecrets());
    assert.equal(accounts.active()?.id, anAccount.id);
    await accounts.choose(sandbox.id);
    assert.equal(accounts.active()?.id, sandbox.id);
  });

  for (const setting of ['', 'https://api.cloud-elements.com', 'http://192.168.0.1:8088', 'nonsense nonsense']) {
    it(`has no sandbox at ${JSON.stringify(setting)}`, () => {
      assert.deepEqual(sandboxAccount(setting), []);
    });
  }

  it('deletes a removed account with its secrets, and uses no other account instead', async () => {
    const { accounts, secrets } = build();
    const other = { ...anAccount, id: 'a2', label: 'Other' };
    await accounts.add(other, twoSecrets());
    await accounts.add(anAccount, twoSecrets());
    await accounts.remove(anAccount);
    assert.deepEqual([accounts.list(), accounts.active(), secrets.keys().length], [[other], undefined, 1]);
    assert.equal(await accounts.access(anAccount), undefined);
  });

  it('notifies its listeners of each change', async () => {
    const { accounts } = build();
    let calls = 0;
    accounts.onDidChange(() => {
      calls += 1;
    });
    await accounts.add(anAccount, twoSecrets());
    await accounts.choose(anAccount.id);
    await accounts.change(anAccount, { label: 'Shop' });
    await accounts.removeSecrets(anAccount);
    await accounts.storeSecrets(anAccount, twoSecrets());
    await accounts.remove(anAccount);
    accounts.changed();
    assert.equal(calls, 7);
  });

  const rules: [text: string, problem: string | undefined][] = [
    [newSecret(), undefined],
    ['0123456789abcdef0123456789abcdef', undefined],
    ['', 'empty'],
    ['User abc', 'space'],
    ['abc,def', 'comma'],
    ['\u201cabc\u201d', 'curly-quote'],
    ['abc\u200b', 'character'],
    ['p\u00e4ss', 'character'],
  ];
  for (const [text, problem] of rules) {
    it(
      problem === undefined ? 'accepts a secret of any shape' : `rejects a secret with the problem: ${problem}`,
      () => {
        assert.equal(secretProblem(text), problem);
      },
    );
  }
});
