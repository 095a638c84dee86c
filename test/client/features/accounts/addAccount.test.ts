import assert from 'node:assert/strict';
import { addAccount } from '../../../../client/src/features/accounts/addAccount';
import { checkAccount } from '../../../../client/src/features/accounts/checkAccount';
import * as messages from '../../../../client/src/features/accounts/messages';
import type { ApiFailure } from '../../../../engine/src/platform/errors';
import { HttpFailure } from '../../../../engine/src/platform/http';
import { endpointOf } from '../../../../common/src/platform/regions';
import { Cancelled, UserFacingError } from '../../../../engine/src/ui';
import { anAccount, brokenSecrets, newSecret } from '../../../kit/client/fakes';
import { aSandbox, openAccounts, platform, twoSecrets } from '../../../kit/client/ownAccounts';

const { buttons, otherBaseUrl, titles } = messages;
/** Matches the error of a script that types a text which the box rejects, with this reason. */
const rejectsWith = (reason: string) => (error: Error) => error.message.endsWith(`: ${reason}`);

describe('Add Account', () => {
  it('asks for region, name and two hidden secrets, stores them, and checks them once', async () => {
    const [user, organization] = [newSecret(), newSecret()];
    const services = openAccounts({
      pick: ['Cloud Elements, EU'],
      type: ['Shop', ` ${user}`, `${organization} `],
    });
    await addAccount(services);
    const address = messages.describeAddress(endpointOf('https://api.cloud-elements.co.uk'));
    assert.equal(address, 'api.cloud-elements.co.uk (Cloud Elements, EU, production)');
    assert.deepEqual(services.ui.asked, [
      titles.addAccount,
      messages.askLabelAt(address),
      `${messages.askUserSecret(address)} (hidden)`,
      `${messages.askOrganizationSecret(address)} (hidden)`,
    ]);
    const account = services.accounts.active();
    assert.ok(account);
    assert.deepEqual([account.label, account.baseUrl], ['Shop', 'https://api.cloud-elements.co.uk/elements/api-v2']);
    assert.equal((await services.accounts.access(account))?.userSecret, user);
    assert.equal(services.requests.length, 1);
    assert.equal(services.requests[0]?.headers['Authorization'], `User ${user}, Organization ${organization}`);
    assert.equal(services.ui.titles.at(-1), messages.accountAdded('Shop'));
    assert.equal(services.ui.everythingShown().includes(user), false);
  });

  it('accepts any other base URL in any spelling', async () => {
    const type = ['api.example.com/elements/api-v2/', 'Mine', newSecret(), newSecret()];
    const services = openAccounts({ pick: [otherBaseUrl], type });
    assert.equal((await addAccount(services)).baseUrl, 'https://api.example.com/elements/api-v2');
  });

  const addresses: [typed: string, address: string][] = [
    [
      'https://my.openconnectors.trial.ap21.ext.hana.ondemand.com/#/home',
      'api.openconnectors.trial.ap21.ext.hana.ondemand.com (SAP Open Connectors trial, ap21, test), the API of my.openconnectors.trial.ap21.ext.hana.ondemand.com',
    ],
    ['my.cloudelements.io', 'api.cloud-elements.com (Cloud Elements, US, production), the API of my.cloudelements.io'],
    ['api.example.com', 'api.example.com (not a public host of the platform, production)'],
    ['xn--pi-6kc.cloud-elements.com', 'xn--pi-6kc.cloud-elements.com (not a public host of the platform, production)'],
    ['localhost:8088', 'localhost:8088 (this computer, test)'],
  ];
  for (const [typed, address] of addresses) {
    it(`shows host, region and kind of ${typed} in these words before it asks for a secret`, async () => {
      const services = openAccounts({ pick: [otherBaseUrl], type: [typed, 'Mine', newSecret(), newSecret()] });
      const { kind } = await addAccount(services);
      const [, , label, ...secrets] = services.ui.asked;
      assert.equal(label, messages.askLabelAt(address));
      assert.ok(label.includes(kind));
      const [host] = address.split(' ');
      const [where = ''] = address.split(', the API of ');
      assert.deepEqual(
        secrets,
        [messages.askUserSecret(where), messages.askOrganizationSecret(where)].map((prompt) => `${prompt} (hidden)`),
      );
      assert.deepEqual(
        services.requests.map(({ url }) => new URL(url).host),
        [host],
      );
    });
  }

  it('shows the host and the kind of each region', async () => {
    const services = openAccounts({});
    await assert.rejects(addAccount(services), Cancelled);
    const rows = services.ui.choices[0]?.slice(0, -1) ?? [];
    assert.equal(rows.length > 8, true);
    for (const { description } of rows) assert.match(description ?? '', /^[a-z\d.-]+ · (?:production|test)$/);
  });

  const { baseUrlProblem, secretProblems } = messages;
  const rejected: [input: string, type: string[], reason: string][] = [
    ['an http address', ['http://api.example.com'], baseUrlProblem('not-https')],
    ['an address of UiPath', ['https://cloud.uipath.com/acme/portal_'], baseUrlProblem('uipath')],
    ['an address with a user', ['me@api.example.com'], baseUrlProblem('user-info')],
    [
      'letters that look like others',
      ['\u0430pi.cloud-elements.com'],
      baseUrlProblem('look-alike', 'xn--pi-6kc.cloud-elements.com'),
    ],
    ['a page without an API', ['docs.cloud-elements.com'], baseUrlProblem('no-api', 'docs.cloud-elements.com')],
    ['no name', ['api.example.com', ' '], messages.labelEmpty],
    ['a name of 61 characters', ['api.example.com', 'x'.repeat(61)], messages.labelTooLong],
    ['a secret in curly quotes', ['api.example.com', 'Mine', '\u201cabc\u201d'], secretProblems['curly-quote']],
    ['both secrets in one', ['api.example.com', 'Mine', 'User-a,Organization-b'], secretProblems.comma],
    ['no secret', ['api.example.com', 'Mine', ''], secretProblems.empty],
  ];
  for (const [input, type, reason] of rejected) {
    it(`rejects ${input} while it is typed`, async () => {
      await assert.rejects(addAccount(openAccounts({ pick: [otherBaseUrl], type })), rejectsWith(reason));
    });
  }

  it('lets a person enter secrets again that the platform rejects', async () => {
    const right = newSecret();
    const type = ['Shop', newSecret(), newSecret(), right, newSecret()];
    const services = openAccounts(
      { pick: ['Cloud Elements, US'], type, press: [buttons.enterSecrets] },
      { platform: platform(401, 200) },
    );
    const account = await addAccount(services);
    assert.equal((await services.accounts.access(account))?.userSecret, right);
    assert.deepEqual(services.ui.shown[0]?.buttons, [buttons.enterSecrets]);
    assert.match(services.ui.shown[0].text, /\(401\)/);
  });

  it('adds an account whose secrets could not be checked, and says so', async () => {
    const reasons = [404, 500, new HttpFailure('refused', 'h', false)];
    for (const reason of reasons) {
      const services = openAccounts(
        { pick: ['Cloud Elements, US'], type: ['Shop', newSecret(), newSecret()] },
        { platform: platform(reason) },
      );
      await addAccount(services);
      assert.equal(services.accounts.list().length, 1);
      const { text = '' } = services.ui.shown[0] ?? {};
      assert.ok(text.startsWith(messages.secretsUnchecked('Shop', '')) && text.endsWith('.'), text);
    }
  });

  it('adds nothing where a question is closed or the secrets cannot be stored', async () => {
    const closed = openAccounts({ pick: ['Cloud Elements, US'], type: ['Shop', newSecret()] });
    await assert.rejects(addAccount(closed), Cancelled);
    assert.deepEqual(closed.accounts.list(), []);
    const full = { pick: ['Cloud Elements, US'], type: ['Shop', newSecret(), newSecret()] };
    const broken = openAccounts(full, { secrets: { ...brokenSecrets, keys: () => [] } });
    await assert.rejects(addAccount(broken), new UserFacingError(messages.accountNotAdded));
    assert.deepEqual(broken.accounts.list(), []);
  });

  it('rejects the name of another account, in any spelling, and that of the sandbox', async () => {
    for (const name of ['Work', ' wORK ', 'sandbox']) {
      const services = openAccounts({ pick: ['Cloud Elements, US'], type: [name] });
      await services.accounts.add(anAccount, twoSecrets());
      await assert.rejects(addAccount(services), rejectsWith(messages.labelTaken), name);
    }
  });

  it('suggests a free name for each further account', async () => {
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
    it(`makes an account of ${region} a ${kind} account`, async () => {
      const account = await addAccount(openAccounts({ pick: [region], type: ['Shop', newSecret(), newSecret()] }));
      assert.deepEqual([account.kind, account.confirms], [kind, true]);
    });
  }
});

describe('Check Account', () => {
  it('says that the secrets work, after one call with those of the selected account', async () => {
    const services = openAccounts({ pick: ['Work'] });
    const secrets = twoSecrets();
    await services.accounts.add(anAccount, secrets);
    await services.accounts.add({ ...anAccount, id: 'a2', label: 'Other' }, twoSecrets());
    await checkAccount(services);
    assert.deepEqual(
      services.ui.shown.map(({ tone, text }) => [tone, text]),
      [['info', messages.secretsWork('Work')]],
    );
    assert.deepEqual(
      services.requests.map(({ method, url }) => [method, new URL(url).pathname]),
      [['GET', '/elements/api-v2/organizations/me']],
    );
    assert.ok(services.requests[0]?.headers['Authorization']?.includes(secrets.userSecret));
    assert.equal(services.accounts.active()?.label, 'Other');
  });

  const host = 'api.cloud-elements.com';
  const failures: [status: number | HttpFailure, failure: ApiFailure][] = [
    [404, { cause: 'missing', host, status: 404, notJson: false, maybeDone: false }],
    [204, { cause: 'odd-success', host, status: 204, notJson: false, maybeDone: false }],
    [403, { cause: 'forbidden', host, status: 403, notJson: false, maybeDone: false }],
    [502, { cause: 'server', host, status: 502, notJson: false, maybeDone: false }],
    [new HttpFailure('not-found', host, false), { cause: 'not-found', host, notJson: false, maybeDone: false }],
  ];
  for (const [status, failure] of failures) {
    it(`says what to do after ${typeof status === 'number' ? status : status.kind}, and nothing about an instance`, async () => {
      const services = openAccounts({ pick: ['Work'] }, { platform: platform(status) });
      await services.accounts.add(anAccount, twoSecrets());
      await checkAccount(services);
      const { text = '' } = services.ui.shown[0] ?? {};
      const why = messages.checkFailure(
        { ...failure, ...(typeof status === 'number' && { message: 'So it is' }) },
        'Work',
      );
      assert.equal(text, messages.secretsUnchecked('Work', why));
      assert.doesNotMatch(text, /instance id|element\.key/);
    });
  }

  it('lets a person enter rejected secrets again, but not those of the sandbox, which are fixed', async () => {
    const right = newSecret();
    const script = { pick: ['Work'], press: [buttons.enterSecrets], type: [right, newSecret()] };
    const services = openAccounts(script, { platform: platform(401, 200) });
    await services.accounts.add(anAccount, twoSecrets());
    await checkAccount(services);
    assert.equal((await services.accounts.access(anAccount))?.userSecret, right);
    assert.equal(services.ui.titles.at(-1), messages.secretsWork('Work'));
    const local = openAccounts({ pick: ['Sandbox'] }, { platform: platform(401), sandbox: aSandbox });
    await assert.rejects(checkAccount(local), Cancelled);
    assert.deepEqual(local.ui.shown[0]?.buttons, []);
  });

  it('offers to enter the secrets of an account that has none', async () => {
    const services = openAccounts({ pick: ['Work'], press: [buttons.enterSecrets], type: [newSecret(), newSecret()] });
    await services.accounts.add(anAccount, twoSecrets());
    await services.accounts.removeSecrets(anAccount);
    await checkAccount(services);
    assert.equal(services.ui.shown[0]?.text, messages.noSecrets('Work'));
    assert.equal(await services.accounts.hasSecrets(anAccount), true);
  });

  it('offers to add an account where there is none', async () => {
    const script = {
      press: [buttons.addAccount],
      pick: ['Cloud Elements, US'],
      type: ['Shop', newSecret(), newSecret()],
    };
    const services = openAccounts(script);
    await assert.rejects(checkAccount(services), Cancelled);
    assert.equal(services.accounts.active()?.label, 'Shop');
  });
});
