import assert from 'node:assert/strict';
import type { Account } from '../../../../engine/src/accounts/accounts';
import { fileSecretEntry } from '../../../../engine/src/accounts/fileSecrets';
import { copyToken } from '../../../../client/src/features/provision/copyToken';
import { removeAccount, removeSecrets } from '../../../../client/src/features/accounts/removeAccount';
import { aJson } from '../../../kit/client/document';
import { anAccount, newSecret, type Script } from '../../../kit/client/fakes';
import { aSandbox, openAccounts, twoSecrets } from '../../../kit/client/ownAccounts';

const other = { ...anAccount, id: 'a2', label: 'Other' };

/** What is agreed to for an account. */
const consent = (account: Account) => ({ action: 'provision', uri: 'file:///x', account, body: aJson('{}') }) as const;

/** Two accounts, each with everything that can be stored for one; Work is in use. */
async function open(script: Script, own: Parameters<typeof openAccounts>[1] = {}) {
  const services = openAccounts(script, own);
  for (const account of [other, anAccount]) {
    await services.accounts.add(account, twoSecrets());
    await services.tokens.store(account, { id: '1', token: newSecret(), name: `desk of ${account.label}` });
    await services.fileSecrets.store(fileSecretEntry(account, 'x', 'KEY'), newSecret());
    await services.consents.store(consent(account));
  }
  return services;
}

const ways = {
  'Sign Out': { run: removeSecrets, button: 'Sign Out', list: [other, anAccount], active: anAccount },
  'Remove Account': { run: removeAccount, button: 'Remove Account', list: [other], active: undefined },
};

for (const [name, { run, button, list, active }] of Object.entries(ways)) {
  describe(name, () => {
    for (const answer of ['Remove Tokens', 'Keep Tokens']) {
      it(`forgets all secrets of the account alone, and does as told about tokens: ${answer}`, async () => {
        const services = await open({ pick: ['Work'], press: [button, answer] }, { sandbox: aSandbox });
        const before = services.secrets.keys();
        await run(services);
        const mine = before.filter((key) => key.includes('a1'));
        const gone = answer === 'Remove Tokens' ? mine : mine.filter((key) => !key.startsWith('token/'));
        assert.equal(mine.length, 3);
        assert.deepEqual(
          services.secrets.keys(),
          before.filter((key) => !gone.includes(key)),
        );
        assert.deepEqual(
          services.fileSecrets.list().map(({ accountId }) => accountId),
          ['a2'],
        );
        assert.deepEqual(
          [anAccount, other].map((account) => services.consents.has(consent(account))),
          [false, true],
        );
        assert.deepEqual(services.accounts.list().slice(1), list);
        // The sandbox and the other account are there, and neither steps in.
        assert.deepEqual(services.accounts.active(), active);
        assert.equal(await services.accounts.hasSecrets(anAccount), false);
      });
    }

    it('leaves everything where a question is closed, to the last one', async () => {
      for (const press of [[], [button]]) {
        const services = await open({ pick: ['Work'], press });
        const before = [services.secrets.keys(), services.state.dump()];
        await run(services);
        assert.deepEqual([services.secrets.keys(), services.state.dump()], before);
      }
    });

    it('begins each question with account and host, whatever the account is called', async () => {
      const services = await open({ pick: ['Work'], press: [button, 'Keep Tokens'] });
      await run(services);
      const questions = services.ui.shown.filter(({ modal }) => modal === true).map(({ text }) => text);
      const first = name === 'Sign Out' ? 'Sign out of' : 'Remove';
      assert.deepEqual(questions, [
        `${first} Work at api.cloud-elements.com?`,
        'Remove the element token kept for Work at api.cloud-elements.com, too?',
      ]);
    });

    it('asks nothing about tokens where none is kept', async () => {
      const services = openAccounts({ pick: ['Work'], press: [button] });
      await services.accounts.add(anAccount, twoSecrets());
      await run(services);
      assert.deepEqual([services.secrets.keys(), services.ui.shown.length], [[], 2]);
    });

    it('does not touch the account in use where another is left', async () => {
      const services = await open({ pick: ['Other'], press: [button, 'Remove Tokens'] });
      await run(services);
      assert.deepEqual(services.accounts.active(), anAccount);
      assert.doesNotMatch(services.ui.shown.at(-1)?.text ?? '', /no account is in use/);
    });

    it('says that the sandbox stays, alone and among others', async () => {
      const alone = openAccounts({}, { sandbox: aSandbox });
      await run(alone);
      assert.match(alone.ui.shown[0]?.text ?? '', /^There is no account to /);
      const services = await open({ pick: ['Sandbox'] }, { sandbox: aSandbox });
      const before = services.state.dump();
      await run(services);
      assert.match(services.ui.shown[0]?.text ?? '', /while the setting cloudElements\.sandbox\.url is/);
      assert.deepEqual([services.state.dump(), services.accounts.list().length], [before, 3]);
    });

    it('keeps the account where the secret storage fails, so that it can be tried again', async () => {
      const services = await open({ pick: ['Work'], press: [button, 'Remove Tokens'] });
      services.secrets.delete = () => Promise.reject(new Error('no keyring'));
      await assert.rejects(run(services), /^UserFacingError: Not all that is stored for Work could be removed/);
      assert.deepEqual(services.accounts.list(), [other, anAccount]);
    });
  });
}

describe('after Remove Account', () => {
  it('nothing of the account is stored, if its tokens went, too', async () => {
    const services = await open({ pick: ['Work'], press: ['Remove Account', 'Remove Tokens'] });
    await removeAccount(services);
    const left = JSON.stringify([services.secrets.keys(), services.state.dump()]);
    assert.doesNotMatch(left, /a1|Work/);
    assert.match(services.ui.shown.at(-1)?.text ?? '', /^Work is removed, and no account is in use\.$/);
  });

  it('a token that was kept can be copied, under the name of its account, and be removed later', async () => {
    const pick = ['Work', 'desk of Work', 'Work'];
    const services = await open({ pick, press: ['Remove Account', 'Keep Tokens', 'Remove Tokens'] });
    await removeAccount(services);
    await copyToken(services);
    assert.equal(services.ui.copied.length, 1);
    const details = services.ui.choices.at(-1)?.map(({ detail }) => detail?.replace(/ · created .*/, ''));
    assert.deepEqual(details, ['Work (no account any more)', 'Other']);
    await removeAccount(services);
    assert.deepEqual(
      services.ui.choices.at(-1)?.map(({ label, description }) => [label, description]),
      [
        ['Other', 'production'],
        ['Work', 'removed · one element token kept'],
      ],
    );
    assert.deepEqual(services.ui.shown.at(-2)?.buttons, ['Remove Tokens']);
    assert.doesNotMatch(JSON.stringify([services.secrets.keys(), services.state.dump()]), /a1|Work/);
    assert.match(services.ui.shown.at(-1)?.text ?? '', /^Work is removed\.$/);
    assert.equal(services.accounts.list().length, 1);
  });

  it('the tokens of a sandbox that is not there any more can be removed', async () => {
    const sandbox = openAccounts({}, { sandbox: aSandbox });
    const [account] = sandbox.accounts.list();
    assert.ok(account);
    await sandbox.tokens.store(account, { id: '1', token: newSecret() });
    const { state, secrets } = sandbox;
    const services = openAccounts({ pick: ['Sandbox'], press: ['Remove Tokens'] }, { state, secrets });
    await removeAccount(services);
    assert.deepEqual([services.tokens.list(), services.secrets.keys()], [[], []]);
  });
});
