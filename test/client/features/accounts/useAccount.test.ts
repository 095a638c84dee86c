import assert from 'node:assert/strict';
import { requireAccess } from '../../../../client/src/features/accounts/requireAccess';
import { switchAccount } from '../../../../client/src/features/accounts/switchAccount';
import * as messages from '../../../../client/src/features/accounts/messages';
import { Cancelled, UserFacingError } from '../../../../engine/src/ui';
import { anAccount, brokenSecrets, newSecret } from '../../../kit/client/fakes';
import { aSandbox, openAccounts, twoSecrets } from '../../../kit/client/ownAccounts';

const { buttons } = messages;
const other = { ...anAccount, id: 'a2', label: 'Other' };

describe('the account in use', () => {
  it('is used without a question, or added first where there is none', async () => {
    const services = openAccounts({ pick: ['Cloud Elements, US'], type: ['Shop', newSecret(), newSecret()] });
    assert.equal((await requireAccess(services)).account.label, 'Shop');
    const asked = services.ui.asked.length;
    assert.equal((await requireAccess(services)).account.label, 'Shop');
    assert.equal(services.ui.asked.length, asked);
  });

  it('is selected by a person where the one in use was removed, even where the sandbox exists', async () => {
    const services = openAccounts({ pick: ['Other'] }, { sandbox: aSandbox });
    await services.accounts.add(other, twoSecrets());
    await services.accounts.add(anAccount, twoSecrets());
    await services.accounts.remove(anAccount);
    assert.equal((await requireAccess(services)).account.label, 'Other');
    assert.deepEqual(services.ui.asked, [messages.titles.switchAccount]);
  });

  it('asks for its secrets where none are stored', async () => {
    const user = newSecret();
    const services = openAccounts({ press: [buttons.enterSecrets], type: [user, newSecret()] });
    await services.accounts.add(other, twoSecrets());
    await services.accounts.add(anAccount, twoSecrets());
    await services.accounts.removeSecrets(anAccount);
    assert.equal((await requireAccess(services)).access.userSecret, user);
    assert.equal(services.ui.shown[0]?.text, messages.noSecrets('Work'));
    assert.equal(services.ui.titles.at(-1), messages.secretsWork('Work'));
  });

  it('has no secrets where the question for them is closed', async () => {
    for (const press of [[], [buttons.enterSecrets]]) {
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
    await assert.rejects(requireAccess(services), new UserFacingError(messages.secretsUnreadable('Work')));
  });
});

describe('Switch Account', () => {
  it('shows kind, host and color of each account, the one in use, and those without secrets', async () => {
    const services = openAccounts({}, { sandbox: aSandbox });
    await services.accounts.add({ ...other, color: 'red', kind: 'test' }, twoSecrets());
    await services.accounts.add(anAccount, twoSecrets());
    await services.accounts.removeSecrets(anAccount);
    await assert.rejects(switchAccount(services), Cancelled);
    const line = (kind: 'production' | 'test', isActive: boolean, hasSecrets: boolean) =>
      messages.accountLine({ ...anAccount, kind }, { isActive, hasSecrets });
    assert.deepEqual(services.ui.choices.at(-1), [
      { label: 'Sandbox', description: line('test', false, true), detail: '127.0.0.1:8088', dot: 'none' },
      { label: 'Other', description: line('test', false, true), detail: 'api.cloud-elements.com', dot: 'red' },
      {
        label: 'Work',
        description: line('production', true, false),
        detail: 'api.cloud-elements.com',
        dot: 'none',
      },
      { label: buttons.addAccount, icon: 'add' },
    ]);
  });

  it('uses the selected account', async () => {
    const services = openAccounts({ pick: ['Sandbox'] }, { sandbox: aSandbox });
    await services.accounts.add(anAccount, twoSecrets());
    await switchAccount(services);
    assert.equal(services.accounts.active()?.label, 'Sandbox');
    assert.equal(services.requests.length, 0);
  });

  it('asks for the secrets of an account that has none, and uses it even where that is closed', async () => {
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
  it('is no longer in use here, and no other account is', async () => {
    const here = openAccounts({}, { sandbox: aSandbox });
    const there = openAccounts({}, { ...here, sandbox: aSandbox });
    await here.accounts.add(other, twoSecrets());
    await here.accounts.add(anAccount, twoSecrets());
    await there.accounts.remove(anAccount);
    assert.deepEqual([here.accounts.active(), here.accounts.list().length], [undefined, 2]);
  });

  it('gets no secrets that were typed while it was removed, so that none stay stored', async () => {
    const type = [newSecret(), () => there.accounts.remove(anAccount).then(newSecret)];
    const here = openAccounts({ press: [buttons.enterSecrets], type });
    const there = openAccounts({}, here);
    await here.accounts.add(anAccount, twoSecrets());
    await here.accounts.removeSecrets(anAccount);
    await assert.rejects(requireAccess(here), new UserFacingError(messages.accountGone('Work')));
    assert.deepEqual(here.secrets.keys(), []);
  });

  it('is not used where it was removed while a person selected it', async () => {
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
