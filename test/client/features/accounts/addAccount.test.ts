import assert from 'node:assert/strict';
import { addAccount } from '../../../../client/src/features/accounts/addAccount';
import { checkAccount } from '../../../../client/src/features/accounts/checkAccount';
import { HttpFailure } from '../../../../engine/src/platform/http';
import { Cancelled } from '../../../../engine/src/ui';
import { anAccount, brokenSecrets, newSecret } from '../../../kit/client/fakes';
import { aSandbox, openAccounts, platform, twoSecrets } from '../../../kit/client/ownAccounts';

describe('Add Account', () => {
  it('asks for region, name and two hidden secrets, keeps them, and tries them once', async () => {
    const [user, organization] = [newSecret(), newSecret()];
    const services = openAccounts({
      pick: ['Cloud Elements, EU'],
      type: ['Shop', ` ${user}`, `${organization} `],
    });
    await addAccount(services);
    assert.deepEqual(services.ui.asked, [
      'Add Account',
      'A name for this account, as you want to see it. It is at api.cloud-elements.co.uk (Cloud Elements, EU, production)',
      'User secret at api.cloud-elements.co.uk (Cloud Elements, EU, production) (hidden)',
      'Organization secret at api.cloud-elements.co.uk (Cloud Elements, EU, production) (hidden)',
    ]);
    const account = services.accounts.active();
    assert.ok(account);
    assert.deepEqual([account.label, account.baseUrl], ['Shop', 'https://api.cloud-elements.co.uk/elements/api-v2']);
    assert.equal((await services.accounts.access(account))?.userSecret, user);
    assert.equal(services.requests.length, 1);
    assert.equal(services.requests[0]?.headers['Authorization'], `User ${user}, Organization ${organization}`);
    assert.equal(services.ui.titles.at(-1), 'Shop is added, and its secrets work. It is the account in use.');
    assert.equal(services.ui.everythingShown().includes(user), false);
  });

  it('takes any other address in any spelling', async () => {
    const type = ['api.example.com/elements/api-v2/', 'Mine', newSecret(), newSecret()];
    const services = openAccounts({ pick: ['Another address'], type });
    assert.equal((await addAccount(services)).baseUrl, 'https://api.example.com/elements/api-v2');
  });

  const shown: [typed: string, place: string][] = [
    [
      'https://my.openconnectors.trial.ap21.ext.hana.ondemand.com/#/home',
      'api.openconnectors.trial.ap21.ext.hana.ondemand.com (SAP Open Connectors trial, ap21, test), the API of my.openconnectors.trial.ap21.ext.hana.ondemand.com',
    ],
    ['my.cloudelements.io', 'api.cloud-elements.com (Cloud Elements, US, production), the API of my.cloudelements.io'],
    ['api.example.com', "api.example.com (none of the platform's public hosts, production)"],
    [
      'xn--pi-6kc.cloud-elements.com',
      "xn--pi-6kc.cloud-elements.com (none of the platform's public hosts, production)",
    ],
    ['localhost:8088', 'localhost:8088 (this computer, test)'],
  ];
  for (const [typed, place] of shown) {
    it(`shows host, region and kind of ${typed} before it asks for any secret`, async () => {
      const services = openAccounts({ pick: ['Another address'], type: [typed, 'Mine', newSecret(), newSecret()] });
      const { kind } = await addAccount(services);
      const [, , label, ...secrets] = services.ui.asked;
      assert.equal(label, `A name for this account, as you want to see it. It is at ${place}`);
      assert.ok(label.includes(kind));
      const [host] = place.split(' ');
      const [where] = place.split(', the API of ');
      assert.deepEqual(secrets, [`User secret at ${where} (hidden)`, `Organization secret at ${where} (hidden)`]);
      assert.deepEqual(
        services.requests.map(({ url }) => new URL(url).host),
        [host],
      );
    });
  }

  it('says with each region where it is, and whether it is for production', async () => {
    const services = openAccounts({});
    await assert.rejects(addAccount(services), Cancelled);
    const rows = services.ui.choices[0]?.slice(0, -1) ?? [];
    assert.equal(rows.length > 8, true);
    for (const { description } of rows) assert.match(description ?? '', /^[a-z\d.-]+ · (?:production|test)$/);
  });

  const refused: [step: string, type: string[], reason: RegExp][] = [
    ['an http address', ['http://api.example.com'], /only over https/],
    [
      'an address of UiPath',
      ['https://cloud.uipath.com/acme/portal_'],
      /UiPath\. It has another API with another sign-in/,
    ],
    ['an address with a user', ['me@api.example.com'], /Leave out the part before the @/],
    [
      'letters that look like others',
      ['\u0430pi.cloud-elements.com'],
      /it would lead to xn--pi-6kc\.cloud-elements\.com/,
    ],
    ['a page without an API', ['docs.cloud-elements.com'], /no API at docs\.cloud-elements\.com/],
    ['no name', ['api.example.com', ' '], /Give the account a name/],
    [
      'a name that would push others away',
      ['api.example.com', 'x'.repeat(61)],
      /Give it a shorter name: 60 characters at most/,
    ],
    ['a secret in curly quotes', ['api.example.com', 'Mine', '\u201cabc\u201d'], /curly quote/],
    ['both secrets in one', ['api.example.com', 'Mine', 'User-a,Organization-b'], /no comma/],
    ['no secret', ['api.example.com', 'Mine', ''], /Paste the secret/],
  ];
  for (const [step, type, reason] of refused) {
    it(`refuses ${step} where it is typed`, async () => {
      await assert.rejects(addAccount(openAccounts({ pick: ['Another address'], type })), reason);
    });
  }

  it('lets secrets that the platform refuses be entered again', async () => {
    const right = newSecret();
    const type = ['Shop', newSecret(), newSecret(), right, newSecret()];
    const services = openAccounts(
      { pick: ['Cloud Elements, US'], type, press: ['Enter Secrets'] },
      { platform: platform(401, 200) },
    );
    const account = await addAccount(services);
    assert.equal((await services.accounts.access(account))?.userSecret, right);
    assert.match(services.ui.shown[0]?.text ?? '', /did not accept the secrets \(401\)/);
  });

  it('keeps an account whose secrets could not be checked, and says so', async () => {
    const reasons = [404, 500, new HttpFailure('refused', 'h', false)];
    for (const reason of reasons) {
      const services = openAccounts(
        { pick: ['Cloud Elements, US'], type: ['Shop', newSecret(), newSecret()] },
        { platform: platform(reason) },
      );
      await addAccount(services);
      assert.equal(services.accounts.list().length, 1);
      assert.match(services.ui.shown[0]?.text ?? '', /^The secrets of Shop are kept, but could not be checked\. .*\.$/);
    }
  });

  it('adds nothing where a question is closed or the secrets cannot be stored', async () => {
    const closed = openAccounts({ pick: ['Cloud Elements, US'], type: ['Shop', newSecret()] });
    await assert.rejects(addAccount(closed), Cancelled);
    assert.deepEqual(closed.accounts.list(), []);
    const full = { pick: ['Cloud Elements, US'], type: ['Shop', newSecret(), newSecret()] };
    const broken = openAccounts(full, { secrets: { ...brokenSecrets, keys: () => [] } });
    await assert.rejects(addAccount(broken), /The account was not added/);
    assert.deepEqual(broken.accounts.list(), []);
  });

  it('refuses a name that another account has, in any spelling, or that the sandbox would have', async () => {
    for (const name of ['Work', ' wORK ', 'sandbox']) {
      const services = openAccounts({ pick: ['Cloud Elements, US'], type: [name] });
      await services.accounts.add(anAccount, twoSecrets());
      await assert.rejects(addAccount(services), /Another account has this name/, name);
    }
  });

  it('adds as many as wanted, each with a name of its own to begin with', async () => {
    const offered: (string | undefined)[] = [];
    const services = openAccounts();
    for (let count = 0; count < 12; count++) {
      const { ui } = openAccounts({ pick: ['Cloud Elements, US'] });
      const ask: typeof ui.ask = ({ value, password }) => {
        if (password !== true) offered.push(value);
        return Promise.resolve(password === true ? newSecret() : (value ?? ''));
      };
      await addAccount({ ...services, ui: { ...ui, ask } });
    }
    assert.deepEqual(offered.slice(0, 3), ['Cloud Elements, US', 'Cloud Elements, US 2', 'Cloud Elements, US 3']);
    const keys = new Set(services.accounts.list().map(({ label }) => label));
    assert.deepEqual([keys.size, services.secrets.keys().length], [12, 12]);
  });

  const kinds: [region: string, kind: string][] = [
    ['Cloud Elements, EU', 'production'],
    ['Cloud Elements, staging', 'test'],
    ['SAP Open Connectors trial, eu10', 'test'],
  ];
  for (const [region, kind] of kinds) {
    it(`takes an account of ${region} for one of ${kind}`, async () => {
      const account = await addAccount(openAccounts({ pick: [region], type: ['Shop', newSecret(), newSecret()] }));
      assert.deepEqual([account.kind, account.confirms], [kind, true]);
    });
  }
});

describe('Check Account', () => {
  it('says that the secrets work, after one call with those of the account picked', async () => {
    const services = openAccounts({ pick: ['Work'] });
    const secrets = twoSecrets();
    await services.accounts.add(anAccount, secrets);
    await services.accounts.add({ ...anAccount, id: 'a2', label: 'Other' }, twoSecrets());
    await checkAccount(services);
    assert.deepEqual(
      services.ui.shown.map(({ tone, text }) => [tone, text]),
      [['info', 'The secrets of Work work.']],
    );
    assert.deepEqual(
      services.requests.map(({ method, url }) => [method, new URL(url).pathname]),
      [['GET', '/elements/api-v2/organizations/me']],
    );
    assert.ok(services.requests[0]?.headers['Authorization']?.includes(secrets.userSecret));
    assert.equal(services.accounts.active()?.label, 'Other');
  });

  const failures: [status: number | HttpFailure, said: RegExp][] = [
    [404, /did not answer as the platform does \(404\)\. Check the address of Work\.$/],
    [204, /did not answer as the platform does \(204\)\. Check the address of Work\.$/],
    [403, /Ask an administrator of Work/],
    [502, /^The secrets of Work are kept, but could not be checked\. The platform failed \(502\)/],
    [new HttpFailure('not-found', 'api.cloud-elements.com', false), /Check the address of Work and your network/],
  ];
  for (const [status, said] of failures) {
    it(`says what to do after ${typeof status === 'number' ? status : status.kind}`, async () => {
      const services = openAccounts({ pick: ['Work'] }, { platform: platform(status) });
      await services.accounts.add(anAccount, twoSecrets());
      await checkAccount(services);
      assert.match(services.ui.shown[0]?.text ?? '', said);
      assert.doesNotMatch(services.ui.shown[0]?.text ?? '', /instance id|element\.key/);
    });
  }

  it('lets secrets that are refused be entered again, but not those of the sandbox, which are fixed', async () => {
    const right = newSecret();
    const script = { pick: ['Work'], press: ['Enter Secrets'], type: [right, newSecret()] };
    const services = openAccounts(script, { platform: platform(401, 200) });
    await services.accounts.add(anAccount, twoSecrets());
    await checkAccount(services);
    assert.equal((await services.accounts.access(anAccount))?.userSecret, right);
    assert.equal(services.ui.titles.at(-1), 'The secrets of Work work.');
    const local = openAccounts({ pick: ['Sandbox'] }, { platform: platform(401), sandbox: aSandbox });
    await assert.rejects(checkAccount(local), Cancelled);
    assert.deepEqual(local.ui.shown[0]?.buttons, []);
  });

  it('offers to enter the secrets of one that is signed out', async () => {
    const services = openAccounts({ pick: ['Work'], press: ['Enter Secrets'], type: [newSecret(), newSecret()] });
    await services.accounts.add(anAccount, twoSecrets());
    await services.accounts.removeSecrets(anAccount);
    await checkAccount(services);
    assert.match(services.ui.shown[0]?.text ?? '', /^You are signed out of Work/);
    assert.equal(await services.accounts.hasSecrets(anAccount), true);
  });

  it('offers to add an account where there is none', async () => {
    const script = {
      press: ['Add Account'],
      pick: ['Cloud Elements, US'],
      type: ['Shop', newSecret(), newSecret()],
    };
    const services = openAccounts(script);
    await assert.rejects(checkAccount(services), Cancelled);
    assert.equal(services.accounts.active()?.label, 'Shop');
  });
});
