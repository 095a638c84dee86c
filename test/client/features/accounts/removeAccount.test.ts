import assert from 'node:assert/strict';
import type { Account } from '../../../../engine/src/accounts/accounts';
import { fileSecretEntry } from '../../../../engine/src/accounts/fileSecrets';
import { copyToken } from '../../../../client/src/features/provision/copyToken';
import { removeAccount, removeSecrets } from '../../../../client/src/features/accounts/removeAccount';
import * as messages from '../../../../client/src/features/accounts/messages';
import { tokenDetail } from '../../../../client/src/features/provision/messages';
import { UserFacingError } from '../../../../engine/src/ui';
import { aJson } from '../../../kit/client/document';
import { anAccount, newSecret, type Script } from '../../../kit/client/fakes';
import { aSandbox, openAccounts, twoSecrets } from '../../../kit/client/ownAccounts';

const { buttons, removals } = messages;
const host = 'api.cloud-elements.com';
const other = { ...anAccount, id: 'a2', label: 'Other' };

/** A consent for an account. */
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

const commands = [
  { run: removeSecrets, texts: removals.removeSecrets, list: [other, anAccount], active: anAccount },
  { run: removeAccount, texts: removals.removeAccount, list: [other], active: undefined },
];

for (const { run, texts, list, active } of commands) {
  const { button } = texts;
  describe(texts.title, () => {
    for (const answer of [buttons.removeTokens, buttons.keepTokens]) {
      it(`removes all secrets of that account only, and its tokens only after a yes: ${answer}`, async () => {
        const services = await open({ pick: ['Work'], press: [button, answer] }, { sandbox: aSandbox });
        const before = services.secrets.keys();
        await run(services);
        const mine = before.filter((key) => key.includes('a1'));
        const removed = answer === buttons.removeTokens ? mine : mine.filter((key) => !key.startsWith('token/'));
        assert.equal(mine.length, 3);
        assert.deepEqual(
          services.secrets.keys(),
          before.filter((key) => !removed.includes(key)),
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
        // Neither the sandbox nor the other account becomes the account in use.
        assert.deepEqual(services.accounts.active(), active);
        assert.equal(await services.accounts.hasSecrets(anAccount), false);
      });
    }

    it('removes nothing where any of the questions is closed', async () => {
      for (const press of [[], [button]]) {
        const services = await open({ pick: ['Work'], press });
        const before = [services.secrets.keys(), services.state.dump()];
        await run(services);
        assert.deepEqual([services.secrets.keys(), services.state.dump()], before);
      }
    });

    it('names the account and the host in each question', async () => {
      const services = await open({ pick: ['Work'], press: [button, buttons.keepTokens] });
      await run(services);
      const questions = services.ui.shown.filter(({ modal }) => modal === true).map(({ text }) => text);
      assert.deepEqual(questions, [texts.confirm('Work', host), messages.confirmTokens('Work', host, 1)]);
      for (const question of questions) assert.ok(question.includes('Work') && question.includes(host), question);
    });

    it('asks nothing about tokens where none are stored', async () => {
      const services = openAccounts({ pick: ['Work'], press: [button] });
      await services.accounts.add(anAccount, twoSecrets());
      await run(services);
      assert.deepEqual([services.secrets.keys(), services.ui.shown.length], [[], 2]);
    });

    it('does not change the account in use where another is selected', async () => {
      const services = await open({ pick: ['Other'], press: [button, buttons.removeTokens] });
      await run(services);
      assert.deepEqual(services.accounts.active(), anAccount);
      assert.equal(services.ui.shown.at(-1)?.text, texts.done('Other', false));
    });

    it('says that it cannot remove the sandbox, alone and among others', async () => {
      const alone = openAccounts({}, { sandbox: aSandbox });
      await run(alone);
      assert.equal(alone.ui.shown[0]?.text, texts.none);
      const services = await open({ pick: ['Sandbox'] }, { sandbox: aSandbox });
      const before = services.state.dump();
      await run(services);
      assert.equal(services.ui.shown[0]?.text, messages.sandboxIsFixed);
      assert.deepEqual([services.state.dump(), services.accounts.list().length], [before, 3]);
    });

    it('keeps the account where the secret storage fails, so that it can be tried again', async () => {
      const services = await open({ pick: ['Work'], press: [button, buttons.removeTokens] });
      services.secrets.delete = () => Promise.reject(new Error('no keyring'));
      await assert.rejects(run(services), new UserFacingError(messages.notRemoved('Work')));
      assert.deepEqual(services.accounts.list(), [other, anAccount]);
    });
  });
}

describe('after Remove Account', () => {
  it('nothing of the account is stored where its tokens are removed too', async () => {
    const services = await open({ pick: ['Work'], press: [buttons.removeAccount, buttons.removeTokens] });
    await removeAccount(services);
    const left = JSON.stringify([services.secrets.keys(), services.state.dump()]);
    assert.doesNotMatch(left, /a1|Work/);
    assert.equal(services.ui.shown.at(-1)?.text, removals.removeAccount.done('Work', true));
  });

  it('a token that a person keeps can be copied, under the name of its account, and removed later', async () => {
    const pick = ['Work', 'desk of Work', 'Work'];
    const services = await open({ pick, press: [buttons.removeAccount, buttons.keepTokens, buttons.removeTokens] });
    await removeAccount(services);
    const tokens = services.tokens.list();
    await copyToken(services);
    assert.equal(services.ui.copied.length, 1);
    const details = services.ui.choices.at(-1)?.map(({ detail }) => detail);
    assert.deepEqual(
      details,
      tokens.map((token) => tokenDetail(token, token.accountId !== 'a1')),
    );
    await removeAccount(services);
    assert.deepEqual(
      services.ui.choices.at(-1)?.map(({ label, description }) => [label, description]),
      [
        ['Other', 'production'],
        ['Work', messages.tokensOnly(1)],
      ],
    );
    assert.deepEqual(services.ui.shown.at(-2)?.buttons, [buttons.removeTokens]);
    assert.doesNotMatch(JSON.stringify([services.secrets.keys(), services.state.dump()]), /a1|Work/);
    assert.equal(services.ui.shown.at(-1)?.text, removals.removeAccount.done('Work', false));
    assert.equal(services.accounts.list().length, 1);
  });

  it('the tokens of a sandbox that no longer exists can be removed', async () => {
    const sandbox = openAccounts({}, { sandbox: aSandbox });
    const [account] = sandbox.accounts.list();
    assert.ok(account);
    await sandbox.tokens.store(account, { id: '1', token: newSecret() });
    const { state, secrets } = sandbox;
    const services = openAccounts({ pick: ['Sandbox'], press: [buttons.removeTokens] }, { state, secrets });
    await removeAccount(services);
    assert.deepEqual([services.tokens.list(), services.secrets.keys()], [[], []]);
  });
});
