import assert from 'node:assert/strict';
import { requireAccess } from '../../../../client/src/features/accounts/requireAccess';
import { switchAccount } from '../../../../client/src/features/accounts/switchAccount';
import { Cancelled, UserFacingError } from '../../../../engine/src/ui';
import { anAccount, brokenSecrets, newSecret } from '../../../kit/client/fakes';
import { aSandbox, openAccounts, twoSecrets } from '../../../kit/client/ownAccounts';

const other = { ...anAccount, id: 'a2', label: 'Other' };

describe('the account in use', () => {
  it('is there without a question, or is added first', async () => {
    const services = openAccounts({ pick: ['Cloud Elements, US'], type: ['Shop', newSecret(), newSecret()] });
    assert.equal((await requireAccess(services)).account.label, 'Shop');
    const asked = services.ui.asked.length;
    assert.equal((await requireAccess(services)).account.label, 'Shop');
    assert.equal(services.ui.asked.length, asked);
  });

  it('is picked where the one in use was removed, even where the sandbox is there', async () => {
    const services = openAccounts({ pick: ['Other'] }, { sandbox: aSandbox });
    await services.accounts.add(other, twoSecrets());
    await services.accounts.add(anAccount, twoSecrets());
    await services.accounts.remove(anAccount);
    assert.equal((await requireAccess(services)).account.label, 'Other');
    assert.deepEqual(services.ui.asked, ['Switch Account']);
  });

  it('is asked for its secrets where it is signed out', async () => {
    const user = newSecret();
    const services = openAccounts({ press: ['Enter Secrets'], type: [user, newSecret()] });
    await services.accounts.add(other, twoSecrets());
    await services.accounts.add(anAccount, twoSecrets());
    await services.accounts.removeSecrets(anAccount);
    assert.equal((await requireAccess(services)).access.userSecret, user);
    assert.match(services.ui.shown[0]?.text ?? '', /^You are signed out of Work: its secrets are not stored here/);
    assert.equal(services.ui.titles.at(-1), 'The secrets of Work work.');
  });

  it('stays signed out where the question for its secrets is closed', async () => {
    for (const press of [[], ['Enter Secrets']]) {
      const services = openAccounts({ press });
      await services.accounts.add(anAccount, twoSecrets());
      await services.accounts.removeSecrets(anAccount);
      await assert.rejects(requireAccess(services), Cancelled);
      assert.deepEqual([services.accounts.active(), services.secrets.keys()], [anAccount, []]);
    }
  });

  it('says what to do where the secret storage cannot be read', async () => {
    const secrets = { ...brokenSecrets, get: () => Promise.reject(new Error('locked')), keys: () => [] };
    const services = openAccounts({}, { secrets });
    await services.state.update('accounts', [anAccount]);
    await services.accounts.choose(anAccount.id);
    await assert.rejects(
      requireAccess(services),
      /^UserFacingError: The secrets of Work could not be read.* Try again/,
    );
  });
});

describe('Switch Account', () => {
  it('shows of each account its kind, place and colour, the one in use, and those signed out', async () => {
    const services = openAccounts({}, { sandbox: aSandbox });
    await services.accounts.add({ ...other, color: 'red', kind: 'test' }, twoSecrets());
    await services.accounts.add(anAccount, twoSecrets());
    await services.accounts.removeSecrets(anAccount);
    await assert.rejects(switchAccount(services), Cancelled);
    assert.deepEqual(services.ui.choices.at(-1), [
      { label: 'Sandbox', description: 'test', detail: '127.0.0.1:8088', dot: 'none' },
      { label: 'Other', description: 'test', detail: 'api.cloud-elements.com', dot: 'red' },
      {
        label: 'Work',
        description: 'production · in use · signed out',
        detail: 'api.cloud-elements.com',
        dot: 'none',
      },
      { label: 'Add Account', icon: 'add' },
    ]);
  });

  it('puts the account picked in use', async () => {
    const services = openAccounts({ pick: ['Sandbox'] }, { sandbox: aSandbox });
    await services.accounts.add(anAccount, twoSecrets());
    await switchAccount(services);
    assert.equal(services.accounts.active()?.label, 'Sandbox');
    assert.equal(services.requests.length, 0);
  });

  it('asks for the secrets of one that is signed out, and puts it in use even where that is closed', async () => {
    for (const type of [[newSecret(), newSecret()], []]) {
      const services = openAccounts({ pick: ['Work'], type });
      await services.accounts.add(anAccount, twoSecrets());
      await services.accounts.removeSecrets(anAccount);
      await services.accounts.add(other, twoSecrets());
      if (type.length === 0) await assert.rejects(switchAccount(services), Cancelled);
      else await switchAccount(services);
      assert.equal(services.accounts.active()?.label, 'Work');
      assert.equal(await services.accounts.hasSecrets(anAccount), services.requests.length === 1);
    }
  });
});

describe('an account that another window removes', () => {
  it('is not in use here any more, and no other is', async () => {
    const here = openAccounts({}, { sandbox: aSandbox });
    const there = openAccounts({}, { ...here, sandbox: aSandbox });
    await here.accounts.add(other, twoSecrets());
    await here.accounts.add(anAccount, twoSecrets());
    await there.accounts.remove(anAccount);
    assert.deepEqual([here.accounts.active(), here.accounts.list().length], [undefined, 2]);
  });

  it('gets no secrets that were typed while it went, so that none are left behind', async () => {
    const type = [newSecret(), () => there.accounts.remove(anAccount).then(newSecret)];
    const here = openAccounts({ press: ['Enter Secrets'], type });
    const there = openAccounts({}, here);
    await here.accounts.add(anAccount, twoSecrets());
    await here.accounts.removeSecrets(anAccount);
    await assert.rejects(
      requireAccess(here),
      /^UserFacingError: Work was removed in another window, so nothing was done/,
    );
    assert.deepEqual(here.secrets.keys(), []);
  });

  it('is not put in use by a pick that comes too late', async () => {
    const here = openAccounts({ pick: ['Work'] });
    await here.accounts.add(anAccount, twoSecrets());
    await here.accounts.add(other, twoSecrets());
    const pick: typeof here.ui.pick = async (...args) => {
      const picked = await here.ui.pick(...args);
      await openAccounts({}, here).accounts.remove(anAccount);
      return picked;
    };
    await assert.rejects(switchAccount({ ...here, ui: { ...here.ui, pick } }), UserFacingError);
    assert.equal(here.accounts.active()?.label, 'Other');
  });
});
