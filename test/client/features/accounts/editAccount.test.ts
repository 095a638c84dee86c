import assert from 'node:assert/strict';
import type { Account } from '../../../../engine/src/accounts/accounts';
import { editAccount } from '../../../../client/src/features/accounts/editAccount';
import { Cancelled } from '../../../../engine/src/ui';
import { anAccount, newSecret, type Script } from '../../../kit/client/fakes';
import { aSandbox, openAccounts, twoSecrets } from '../../../kit/client/ownAccounts';

async function open(script: Script, account: Account = anAccount) {
  const services = openAccounts(script, { sandbox: aSandbox });
  await services.accounts.add(account, twoSecrets());
  return services;
}

const quiet = { ...anAccount, confirms: false };
const red: Account = { ...anAccount, color: 'red' };

describe('Edit Account', () => {
  const changes: [name: string, before: Account, script: Script, after: Account, said: string][] = [
    ['its name', red, { pick: ['Rename'], type: [' Shop '] }, { ...red, label: 'Shop' }, 'Work is called Shop now.'],
    ['its colour', anAccount, { pick: ['Colour', 'Red'] }, red, 'Work is red now.'],
    ['its colour to none', red, { pick: ['Colour', 'No Colour'] }, anAccount, 'Work has no colour now.'],
    [
      'its kind',
      red,
      { pick: ['Production or Test', 'Test'] },
      { ...red, kind: 'test' },
      'Work is a test account now.',
    ],
    [
      'the question, to off',
      anAccount,
      { pick: ['Ask Before Provisioning', 'Off'] },
      quiet,
      'Provision asks before it sends to Work only where a file refers to values that are not in it.',
    ],
    [
      'the question, to on',
      quiet,
      { pick: ['Ask Before Provisioning', 'On'] },
      anAccount,
      'Provision asks before it sends to Work.',
    ],
  ];
  for (const [name, before, { pick = [], type }, after, said] of changes) {
    it(`changes ${name} and nothing else, shows it at once, and says so`, async () => {
      const services = await open({ pick: ['Work', ...pick], type }, before);
      let shown = 0;
      services.accounts.onDidChange(() => {
        shown += 1;
      });
      await editAccount(services);
      assert.deepEqual(services.accounts.active(), after);
      // As tomorrow, in a new window.
      assert.deepEqual(openAccounts({}, services).accounts.list(), [after]);
      assert.deepEqual([services.ui.titles, shown], [[said], 1]);
      assert.equal(await services.accounts.hasSecrets(after), true);
    });
  }

  it('says what holds now, and asks about the question only where there is one', async () => {
    for (const account of [red, { ...anAccount, kind: 'test' as const }]) {
      const services = await open({ pick: ['Work'] }, account);
      await assert.rejects(editAccount(services), Cancelled);
      const rows = services.ui.choices.at(-1)?.map(({ label, description }) => [label, description]);
      const isTest = account.kind === 'test';
      assert.deepEqual(rows, [
        ['Rename', 'now: Work'],
        ['Colour', `now: ${isTest ? 'none' : 'red'}`],
        ['Production or Test', `now: ${account.kind}`],
        ...(isTest ? [] : [['Ask Before Provisioning', 'now: on']]),
        ['Enter Secrets', undefined],
      ]);
    }
  });

  it('offers no colour and six, each with its dot, and marks the one it has', async () => {
    const services = await open({ pick: ['Work', 'Colour'] }, red);
    await assert.rejects(editAccount(services), Cancelled);
    const rows = services.ui.choices.at(-1) ?? [];
    assert.deepEqual(
      rows.map(({ dot }) => dot),
      ['none', 'red', 'orange', 'yellow', 'green', 'blue', 'purple'],
    );
    assert.deepEqual(
      rows.filter(({ description }) => description === 'now').map(({ label }) => label),
      ['Red'],
    );
  });

  it('refuses a name that another account has, and takes another spelling of its own', async () => {
    for (const name of ['Other', 'SANDBOX', ' ']) {
      const services = await open({ pick: ['Work', 'Rename'], type: [name] });
      await services.accounts.add({ ...anAccount, id: 'a2', label: 'Other' }, twoSecrets());
      await assert.rejects(editAccount(services), /Another account has this name|Give the account a name/);
    }
    const services = await open({ pick: ['Work', 'Rename'], type: ['WORK'] });
    await editAccount(services);
    assert.equal(services.accounts.active()?.label, 'WORK');
  });

  it('lists the tokens of an account under its new name', async () => {
    const services = await open({ pick: ['Work', 'Rename'], type: ['Shop'] });
    await services.tokens.store(anAccount, { id: '1', token: newSecret() });
    await services.tokens.store({ ...anAccount, id: 'a2', label: 'Other' }, { id: '1', token: newSecret() });
    await editAccount(services);
    assert.deepEqual(
      services.tokens.list().map(({ accountLabel }) => accountLabel),
      ['Other', 'Shop'],
    );
  });

  it('takes other secrets, and tries them', async () => {
    const user = newSecret();
    const services = await open({ pick: ['Work', 'Enter Secrets'], type: [user, newSecret()] });
    await editAccount(services);
    assert.equal((await services.accounts.access(anAccount))?.userSecret, user);
    assert.deepEqual([services.requests.length, services.ui.titles.at(-1)], [1, 'The secrets of Work work.']);
  });

  it('says that the sandbox cannot be changed', async () => {
    const services = await open({ pick: ['Sandbox'] });
    await editAccount(services);
    assert.match(services.ui.shown[0]?.text ?? '', /while the setting cloudElements\.sandbox\.url is/);
  });

  it('says so where another window removed the account, and does not bring it back', async () => {
    const type = [
      () =>
        openAccounts({}, services)
          .accounts.remove(anAccount)
          .then(() => 'Shop'),
    ];
    const services = await open({ pick: ['Work', 'Rename'], type });
    await assert.rejects(editAccount(services), /^UserFacingError: Work was removed in another window/);
    assert.deepEqual(openAccounts({}, services).accounts.list(), []);
  });
});
