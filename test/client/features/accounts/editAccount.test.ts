import assert from 'node:assert/strict';
import type { Account } from '../../../../engine/src/accounts/accounts';
import { editAccount } from '../../../../client/src/features/accounts/editAccount';
import * as messages from '../../../../client/src/features/accounts/messages';
import { Cancelled, UserFacingError } from '../../../../engine/src/ui';
import { anAccount, newSecret, type Script } from '../../../kit/client/fakes';
import { aSandbox, openAccounts, twoSecrets } from '../../../kit/client/ownAccounts';

async function open(script: Script, account: Account = anAccount) {
  const services = openAccounts(script, { sandbox: aSandbox });
  await services.accounts.add(account, twoSecrets());
  return services;
}

const { colors, confirms, current, isCurrent, kinds, names } = messages.edits;

const quiet = { ...anAccount, confirms: false };
const red: Account = { ...anAccount, color: 'red' };

describe('Edit Account', () => {
  const { renamed, colored, kindChanged, confirmsChanged } = messages.edits;
  const changes: [name: string, before: Account, script: Script, after: Account, message: string][] = [
    ['the name', red, { pick: [names.label], type: [' Shop '] }, { ...red, label: 'Shop' }, renamed('Work', 'Shop')],
    ['the color', anAccount, { pick: [names.color, colors.red] }, red, colored('Work', 'red')],
    ['the color to none', red, { pick: [names.color, colors.none] }, anAccount, colored('Work', 'none')],
    ['the kind', red, { pick: [names.kind, kinds.test.label] }, { ...red, kind: 'test' }, kindChanged('Work', 'test')],
    [
      'the question to off',
      anAccount,
      { pick: [names.confirms, confirms.off.label] },
      quiet,
      confirmsChanged('Work', false),
    ],
    [
      'the question to on',
      quiet,
      { pick: [names.confirms, confirms.on.label] },
      anAccount,
      confirmsChanged('Work', true),
    ],
  ];
  for (const [name, before, { pick = [], type }, after, message] of changes) {
    it(`changes ${name} and nothing else, updates what shows the account, and says so`, async () => {
      const services = await open({ pick: ['Work', ...pick], type }, before);
      let updates = 0;
      services.accounts.onDidChange(() => {
        updates += 1;
      });
      await editAccount(services);
      assert.deepEqual(services.accounts.active(), after);
      // Also in a new window.
      assert.deepEqual(openAccounts({}, services).accounts.list(), [after]);
      assert.deepEqual([services.ui.titles, updates], [[message], 1]);
      assert.equal(await services.accounts.hasSecrets(after), true);
    });
  }

  it('shows the current values, and the question only for a production account', async () => {
    for (const account of [red, { ...anAccount, kind: 'test' as const }]) {
      const services = await open({ pick: ['Work'] }, account);
      await assert.rejects(editAccount(services), Cancelled);
      const rows = services.ui.choices.at(-1)?.map(({ label, description }) => [label, description]);
      const isTest = account.kind === 'test';
      assert.deepEqual(rows, [
        [names.label, current('Work')],
        [names.color, current(isTest ? colors.none : colors.red)],
        [names.kind, current(kinds[account.kind].label)],
        ...(isTest ? [] : [[names.confirms, current(confirms.on.label)]]),
        [names.secrets, undefined],
      ]);
    }
  });

  it('offers no color and six colors, each with its dot, and marks the current one', async () => {
    const services = await open({ pick: ['Work', names.color] }, red);
    await assert.rejects(editAccount(services), Cancelled);
    const rows = services.ui.choices.at(-1) ?? [];
    assert.deepEqual(
      rows.map(({ dot }) => dot),
      ['none', 'red', 'orange', 'yellow', 'green', 'blue', 'purple'],
    );
    assert.deepEqual(
      rows.filter(({ description }) => description === isCurrent).map(({ label }) => label),
      [colors.red],
    );
  });

  it('rejects the name of another account, and accepts another spelling of its own name', async () => {
    for (const name of ['Other', 'SANDBOX', ' ']) {
      const services = await open({ pick: ['Work', names.label], type: [name] });
      await services.accounts.add({ ...anAccount, id: 'a2', label: 'Other' }, twoSecrets());
      const reason = name === ' ' ? messages.labelEmpty : messages.labelTaken;
      await assert.rejects(editAccount(services), (error: Error) => error.message.endsWith(`: ${reason}`));
    }
    const services = await open({ pick: ['Work', names.label], type: ['WORK'] });
    await editAccount(services);
    assert.equal(services.accounts.active()?.label, 'WORK');
  });

  it('lists the tokens of an account under its new name', async () => {
    const services = await open({ pick: ['Work', names.label], type: ['Shop'] });
    await services.tokens.store(anAccount, { id: '1', token: newSecret() });
    await services.tokens.store({ ...anAccount, id: 'a2', label: 'Other' }, { id: '1', token: newSecret() });
    await editAccount(services);
    assert.deepEqual(
      services.tokens.list().map(({ accountLabel }) => accountLabel),
      ['Other', 'Shop'],
    );
  });

  it('stores and checks other secrets', async () => {
    const user = newSecret();
    const services = await open({ pick: ['Work', names.secrets], type: [user, newSecret()] });
    await editAccount(services);
    assert.equal((await services.accounts.access(anAccount))?.userSecret, user);
    assert.deepEqual([services.requests.length, services.ui.titles.at(-1)], [1, messages.secretsWork('Work')]);
  });

  it('says that the sandbox cannot be changed', async () => {
    const services = await open({ pick: ['Sandbox'] });
    await editAccount(services);
    assert.equal(services.ui.shown[0]?.text, messages.sandboxIsFixed);
  });

  it('says that another window removed the account, and does not add it again', async () => {
    const type = [
      () =>
        openAccounts({}, services)
          .accounts.remove(anAccount)
          .then(() => 'Shop'),
    ];
    const services = await open({ pick: ['Work', names.label], type });
    await assert.rejects(editAccount(services), new UserFacingError(messages.accountGone('Work')));
    assert.deepEqual(openAccounts({}, services).accounts.list(), []);
  });
});
