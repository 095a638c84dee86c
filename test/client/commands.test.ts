import assert from 'node:assert/strict';
import { createAccounts } from '../../client/src/accounts/storedAccounts';
import { createFileSecrets, fileSecretEntry } from '../../client/src/accounts/fileSecrets';
import { createTokens } from '../../client/src/accounts/tokens';
import { addAccount } from '../../client/src/commands/addAccount';
import { copyToken } from '../../client/src/commands/copyToken';
import { requireAccess } from '../../client/src/commands/requireAccess';
import { runCommand, whereItHappened } from '../../client/src/commands/runCommand';
import { showResponse } from '../../client/src/commands/showResponse';
import { signOut } from '../../client/src/commands/signOut';
import { switchAccount } from '../../client/src/commands/switchAccount';
import { HttpFailure, type Http, type HttpRequest } from '../../client/src/platform/http';
import { createConsents } from '../../client/src/provisioning/consents';
import { createLastResponse } from '../../client/src/provisioning/lastResponse';
import { Cancelled, Refusal } from '../../client/src/ui';
import { anAccount, brokenSecrets, fakeUi, memorySecrets, memoryState, newSecret, type Script } from './fakes';

/** A platform that accepts everything, or gives the answers of a list of statuses, one each. */
function platform(...statuses: (number | HttpFailure)[]) {
  const requests: HttpRequest[] = [];
  const http: Http = (request) => {
    requests.push(request);
    const status = statuses.shift() ?? 200;
    if (typeof status !== 'number') return Promise.reject(status);
    return Promise.resolve({ status, headers: {}, text: '{"message":"So it is"}' });
  };
  return { http, requests };
}

function build(script: Script = {}, { http } = platform(), secrets = memorySecrets(), sandbox = '') {
  const state = memoryState();
  const ui = fakeUi(script);
  const accounts = createAccounts(state, secrets, () => sandbox);
  const tokens = createTokens(state, secrets, () => new Date());
  const fileSecrets = createFileSecrets(state, secrets);
  return { ui, http, accounts, secrets, state, tokens, fileSecrets, consents: createConsents(state) };
}

describe('Add Account', () => {
  it('asks for region, name and two hidden secrets, keeps them, and tries them once', async () => {
    const [user, organization] = [newSecret(), newSecret()];
    const { http, requests } = platform();
    const services = build(
      { pick: ['Cloud Elements, EU'], type: ['Shop', ` ${user}`, `${organization} `] },
      { http, requests },
    );
    await addAccount(services);
    assert.deepEqual(services.ui.asked, [
      'Add Account',
      'A name for this account, as you want to see it',
      'User secret at api.cloud-elements.co.uk (hidden)',
      'Organization secret at api.cloud-elements.co.uk (hidden)',
    ]);
    const account = services.accounts.active();
    assert.ok(account);
    assert.deepEqual([account.label, account.baseUrl], ['Shop', 'https://api.cloud-elements.co.uk/elements/api-v2']);
    assert.equal((await services.accounts.access(account))?.userSecret, user);
    assert.equal(requests.length, 1);
    assert.equal(requests[0]?.headers['Authorization'], `User ${user}, Organization ${organization}`);
    assert.equal(services.ui.titles.at(-1), 'Shop is added, and its secrets work. It is the account in use.');
    assert.equal(services.ui.shown().includes(user), false);
  });

  it('takes any other address in any spelling', async () => {
    const type = ['api.example.com/elements/api-v2/', 'Mine', newSecret(), newSecret()];
    const services = build({ pick: ['Another address'], type });
    assert.equal((await addAccount(services)).baseUrl, 'https://api.example.com/elements/api-v2');
  });

  const refused: [step: string, type: string[], reason: RegExp][] = [
    ['an http address', ['http://api.example.com'], /only over https/],
    ["the web page's address", ['my.cloudelements.io'], /The API is at api\.cloud-elements\.com/],
    ['no name', ['api.example.com', ' '], /Give the account a name/],
    ['a secret in curly quotes', ['api.example.com', 'Mine', '\u201cabc\u201d'], /curly quote/],
    ['both secrets in one', ['api.example.com', 'Mine', 'User-a,Organization-b'], /no comma/],
    ['no secret', ['api.example.com', 'Mine', ''], /Paste the secret/],
  ];
  for (const [step, type, reason] of refused) {
    it(`refuses ${step} where it is typed`, async () => {
      await assert.rejects(addAccount(build({ pick: ['Another address'], type })), reason);
    });
  }

  it('lets secrets that the platform refuses be entered again', async () => {
    const right = newSecret();
    const type = ['Shop', newSecret(), newSecret(), right, newSecret()];
    const services = build({ pick: ['Cloud Elements, US'], type, press: ['Enter Secrets'] }, platform(401, 200));
    const account = await addAccount(services);
    assert.equal((await services.accounts.access(account))?.userSecret, right);
    assert.match(services.ui.told[0]?.text ?? '', /did not accept the secrets \(401\)/);
  });

  it('keeps an account whose secrets could not be checked, and says so', async () => {
    const reasons = [404, 500, new HttpFailure('refused', 'h', false)];
    for (const reason of reasons) {
      const services = build(
        { pick: ['Cloud Elements, US'], type: ['Shop', newSecret(), newSecret()] },
        platform(reason),
      );
      await addAccount(services);
      assert.equal(services.accounts.list().length, 1);
      assert.match(services.ui.told[0]?.text ?? '', /^Shop is added, but its secrets could not be checked\. /);
    }
  });

  it('adds nothing where a question is closed or the secrets cannot be stored', async () => {
    const closed = build({ pick: ['Cloud Elements, US'], type: ['Shop', newSecret()] });
    await assert.rejects(addAccount(closed), Cancelled);
    assert.deepEqual(closed.accounts.list(), []);
    const full = { pick: ['Cloud Elements, US'], type: ['Shop', newSecret(), newSecret()] };
    const broken = build(full, platform(), { ...brokenSecrets, keys: () => [] });
    await assert.rejects(addAccount(broken), Refusal);
    assert.deepEqual(broken.accounts.list(), []);
  });
});

describe('the account in use', () => {
  const secrets = () => ({ userSecret: newSecret(), organizationSecret: newSecret() });

  it('is there without a question, or is added first', async () => {
    const services = build({ pick: ['Cloud Elements, US'], type: ['Shop', newSecret(), newSecret()] });
    assert.equal((await requireAccess(services)).account.label, 'Shop');
    const asked = services.ui.asked.length;
    assert.equal((await requireAccess(services)).account.label, 'Shop');
    assert.equal(services.ui.asked.length, asked);
  });

  it('is picked where the one in use was signed out', async () => {
    const services = build({ pick: ['Other'] });
    await services.accounts.add({ ...anAccount, id: 'a2', label: 'Other' }, secrets());
    await services.accounts.add(anAccount, secrets());
    await services.accounts.remove(anAccount);
    assert.equal((await requireAccess(services)).account.label, 'Other');
  });

  it('is asked for its secrets where they are gone', async () => {
    const user = newSecret();
    const services = build({ press: ['Enter Secrets'], type: [user, newSecret()] });
    await services.accounts.add(anAccount, secrets());
    for (const key of services.secrets.keys()) await services.secrets.delete(key);
    assert.equal((await requireAccess(services)).access.userSecret, user);
    assert.match(services.ui.told[0]?.text ?? '', /^The secrets of Work are not stored any more/);
  });

  it('is switched by name', async () => {
    const services = build({ pick: ['Sandbox'] }, platform(), memorySecrets(), 'http://127.0.0.1:8088');
    await services.accounts.add(anAccount, secrets());
    await switchAccount(services);
    assert.equal(services.accounts.active()?.label, 'Sandbox');
  });

  it('is signed out with its secrets and, if wanted, its tokens', async () => {
    for (const answer of ['Keep Tokens', 'Remove Tokens']) {
      const services = build({ pick: ['Work'], press: ['Sign Out', answer] });
      await services.accounts.add(anAccount, secrets());
      await services.tokens.keep(anAccount, { id: '1', token: newSecret() });
      await signOut(services);
      const kept = answer === 'Keep Tokens' ? ['token/a1/1'] : [];
      assert.deepEqual([services.accounts.list(), services.secrets.keys()], [[], kept]);
      assert.equal(services.tokens.list().length, kept.length);
    }
  });

  it('is signed out with the secrets of its files, whatever becomes of the tokens, and no others', async () => {
    const [mine, other] = [anAccount, { ...anAccount, id: 'a2' }].map((account) =>
      fileSecretEntry(account, 'x', 'KEY'),
    );
    assert.ok(mine && other);
    for (const press of [['Sign Out'], ['Sign Out', 'Keep Tokens'], ['Sign Out', 'Remove Tokens']]) {
      const services = build({ pick: ['Work'], press });
      await services.accounts.add(anAccount, secrets());
      if (press.length > 1) await services.tokens.keep(anAccount, { id: '1', token: newSecret() });
      await services.fileSecrets.keep(mine, newSecret());
      await services.fileSecrets.keep(other, newSecret());
      await signOut(services);
      assert.deepEqual(services.fileSecrets.list(), [other]);
      assert.deepEqual([await services.fileSecrets.read(mine), services.accounts.list()], [undefined, []]);
    }
  });

  it('stays where Sign Out is not confirmed, to the last question', async () => {
    for (const press of [[], ['Sign Out']]) {
      const services = build({ pick: ['Work'], press });
      await services.accounts.add(anAccount, secrets());
      await services.tokens.keep(anAccount, { id: '1', token: newSecret() });
      await signOut(services);
      assert.deepEqual([services.accounts.list().length, services.secrets.keys().length], [1, 2]);
    }
  });

  it('cannot be signed out where it is the sandbox', async () => {
    const services = build({}, platform(), memorySecrets(), 'http://127.0.0.1:8088');
    await signOut(services);
    assert.match(services.ui.told[0]?.text ?? '', /no account to sign out of/);
    assert.equal(services.accounts.active()?.label, 'Sandbox');
  });
});

describe('Copy Element Token', () => {
  it('copies the token of the instance picked, and shows it nowhere', async () => {
    const services = build({ pick: ['desk'] });
    const token = newSecret();
    await services.tokens.keep(anAccount, { id: '1', token, name: 'desk', elementKey: 'exampledesk' });
    await copyToken(services);
    assert.deepEqual(services.ui.copied, [token]);
    assert.deepEqual(services.ui.titles, ['Element token copied']);
    assert.equal(services.ui.shown().includes(token), false);
  });

  it('says that there is none, and takes one that is gone off the list', async () => {
    const none = build();
    await copyToken(none);
    assert.match(none.ui.told[0]?.text ?? '', /^No element token is kept yet/);
    const gone = build({ pick: ['desk'] });
    await gone.tokens.keep(anAccount, { id: '1', token: newSecret(), name: 'desk' });
    await gone.secrets.delete('token/a1/1');
    await copyToken(gone);
    assert.deepEqual([gone.tokens.list(), gone.ui.copied], [[], []]);
    assert.match(gone.ui.told[0]?.text ?? '', /not stored any more/);
  });
});

describe('Show Last Response', () => {
  it('opens the response, or says that there is none', async () => {
    const ui = fakeUi();
    const lastResponse = createLastResponse();
    let opened = 0;
    const open = () => {
      opened += 1;
      return Promise.resolve();
    };
    await showResponse({ ui, lastResponse, showResponse: open });
    assert.deepEqual([opened, ui.told[0]?.text], [0, 'No response yet. Provision an instance first.']);
    lastResponse.keep({ status: 502, headers: { 'content-type': 'text/html' }, text: '<html>' }, []);
    await showResponse({ ui, lastResponse, showResponse: open });
    assert.equal(opened, 1);
    assert.deepEqual(JSON.parse(lastResponse.text() ?? ''), { status: 502, contentType: 'text/html', body: '<html>' });
  });
});

describe('any command', () => {
  function failing(error: Error, script: Script = {}) {
    const ui = fakeUi(script);
    const lines: string[] = [];
    let shown = 0;
    const log = {
      info: () => undefined,
      error: (line: string) => void lines.push(line),
      show: () => {
        shown += 1;
      },
    };
    const run = runCommand({ ui, log }, 'cloudElements.x', () => Promise.reject(error));
    return run.then(() => ({ told: ui.told, lines, shown }));
  }

  it('says nothing where a person closed a question', async () => {
    assert.deepEqual(await failing(new Cancelled()), { told: [], lines: [], shown: 0 });
  });

  it('tells a refusal in its own words', async () => {
    const { told, lines } = await failing(new Refusal('Do this first.'));
    assert.deepEqual([told[0]?.text, lines], ['Do this first.', []]);
  });

  it('tells any other error in a sentence and logs where it happened, but not what it says', async () => {
    const secret = newSecret();
    const { told, lines, shown } = await failing(new SyntaxError(`Unexpected "${secret}"\nin ${secret}`), {
      press: ['Show Log'],
    });
    assert.deepEqual([told[0]?.buttons, shown], [['Show Log'], 1]);
    assert.match(lines[0] ?? '', /^cloudElements\.x failed: SyntaxError\n\s+at .*commands\.test/);
    assert.equal(JSON.stringify([told, lines]).includes(secret), false);
  });

  it('logs what is no error, too', () => {
    assert.equal(whereItHappened('text'), 'string');
  });
});
