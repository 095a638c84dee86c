import assert from 'node:assert/strict';
import { accountFlows } from '../../../../client/src/features/accounts/accountFlows';
import * as accountMessages from '../../../../client/src/features/accounts/messages';
import { createFromCurl } from '../../../../client/src/features/curl/createFromCurl';
import * as messages from '../../../../client/src/features/curl/messages';
import { endpointOf } from '../../../../common/src/platform/regions';
import { Cancelled, UserFacingError } from '../../../../engine/src/ui';
import type { ReadCurl } from '../../../../common/src/protocol/curl';
import { anAccount, brokenSecrets, newSecret, type Script } from '../../../kit/client/fakes';
import { aSandbox, openAccounts, platform, twoSecrets } from '../../../kit/client/ownAccounts';
import { fakeCurlWindow, type OwnWindow } from '../../../kit/client/fakeCurlWindow';

const body = '{"element":{"key":"helpscout"}}';
const url = 'https://api.cloud-elements.com/elements/api-v2/instances';
const command = 'curl -d …';
const { enterSecrets, storeSecrets } = accountMessages.buttons;

/** A window where the language server reads every text as the same command, except a text that contains "nothing". */
function build(answer: ReadCurl | null, script: Script = {}, window: OwnWindow = { clipboard: command }, own = {}) {
  const accounts = openAccounts(script, own);
  const read: string[] = [];
  const curlWindow = fakeCurlWindow(window);
  const readCurl = (text: string) => {
    read.push(text);
    return Promise.resolve(text.includes('nothing') ? null : answer);
  };
  const services = { ...accounts, curlWindow, readCurl };
  return { ...accounts, read, services, opened: curlWindow.opened, create: () => createFromCurl(services) };
}

describe('Create from cURL', () => {
  const sources: [what: string, window: OwnWindow, typed: string[], read: string[]][] = [
    ['the selection first', { selection: 'curl of the selection', clipboard: command }, [], ['curl of the selection']],
    ['the clipboard where nothing is selected', { selection: ' ', clipboard: command }, [], [command]],
    [
      'what is typed where the clipboard has no command',
      { clipboard: 'curl nothing' },
      ['curl x'],
      ['curl nothing', 'curl x'],
    ],
    ['nothing on a clipboard that does not mention curl', { clipboard: newSecret() }, ['curl x'], ['curl x']],
  ];
  for (const [what, window, type, read] of sources) {
    it(`reads ${what}`, async () => {
      const flow = build({ body }, { type }, window);
      await flow.create();
      assert.deepEqual([flow.read, flow.opened], [read, [body]]);
      assert.deepEqual([flow.ui.shown, flow.requests], [[], []]);
    });
  }

  const rejected: [what: string, window: OwnWindow, type: string[], reason: string][] = [
    ['a selection without a command', { selection: 'nothing', clipboard: command }, [], messages.noneSelected],
    ['a typed text without a command', {}, ['nothing'], messages.noneTyped],
  ];
  for (const [what, window, type, reason] of rejected) {
    it(`rejects ${what}`, async () => {
      const flow = build({ body }, { type }, window);
      await assert.rejects(flow.create(), new UserFacingError(reason));
      assert.deepEqual(flow.opened, []);
    });
  }

  it('says that the language server is not running where it does not answer', async () => {
    const { services } = build({ body });
    const readCurl = () => Promise.reject(new Error(newSecret()));
    await assert.rejects(createFromCurl({ ...services, readCurl }), new UserFacingError(messages.serverDown));
  });

  it('opens the file that a command sends', async () => {
    const flow = build({ file: 'instance.json', url });
    await flow.create();
    assert.deepEqual([flow.opened, flow.ui.shown], [['@instance.json'], []]);
  });

  it('says where it looked for a file that does not exist', async () => {
    const elsewhere = build(
      { file: 'x.json' },
      {},
      { clipboard: command, notOpened: { notFound: ['scripts/x.json', 'x.json'] } },
    );
    await elsewhere.create();
    assert.equal(elsewhere.ui.shown[0]?.text, messages.fileNotFound('x.json', ['scripts/x.json', 'x.json']));
    const nowhere = build({ file: 'x.json' }, {}, { clipboard: command, notOpened: { notFound: [] } });
    await nowhere.create();
    assert.equal(nowhere.ui.shown[0]?.text, messages.fileNotFound('x.json', []));
  });

  for (const why of ['host', 'outside'] as const) {
    it(`says why it does not open a file that a command sends: ${why}`, async () => {
      const flow = build({ file: 'x.json', url }, {}, { clipboard: command, notOpened: { refused: why } });
      await flow.create();
      assert.equal(flow.ui.shown[0]?.text, messages.fileRefused('x.json', why));
      assert.deepEqual(flow.opened, []);
    });
  }

  it('says that a file does not exist after it has offered to store the secrets, even where that is cancelled', async () => {
    const script = { press: [storeSecrets] };
    const flow = build({ file: 'x.json', url, ...twoSecrets() }, script, {
      clipboard: command,
      notOpened: { notFound: [] },
    });
    await assert.rejects(flow.create(), Cancelled);
    assert.equal(flow.ui.shown.at(-1)?.text, messages.fileNotFound('x.json', []));
  });

  it('says that a command has no request', async () => {
    const flow = build({ url });
    await flow.create();
    assert.equal(flow.ui.shown[0]?.text, messages.withoutBody);
  });

  const inUse: [what: string, hasAccount: boolean][] = [
    ['the account in use stays in use', true],
    ['no account is in use where none was', false],
  ];
  for (const [what, hasAccount] of inUse) {
    it(`stores the secrets after a yes, in a new account that it does not switch to: ${what}`, async () => {
      const [old, secrets] = [twoSecrets(), twoSecrets()];
      const flow = build({ body, url, ...secrets }, { press: [storeSecrets], type: [' Shop '] });
      if (hasAccount) await flow.accounts.add(anAccount, old);
      await flow.create();
      const [question, last] = [flow.ui.shown[0], flow.ui.shown.at(-1)];
      assert.equal(question?.text, accountMessages.confirmStore('api.cloud-elements.com'));
      assert.equal(question.modal, true);
      assert.equal(last?.text, accountMessages.accountStored('Shop', true, hasAccount ? 'Work' : undefined));
      assert.equal(flow.accounts.active()?.label, hasAccount ? 'Work' : undefined);
      const stored = flow.accounts.list().at(-1);
      assert.ok(stored);
      assert.deepEqual([stored.label, stored.kind, stored.confirms], ['Shop', 'production', true]);
      assert.deepEqual(await flow.accounts.access(stored), { baseUrl: anAccount.baseUrl, ...secrets });
      // No other account has changed.
      if (hasAccount) assert.equal((await flow.accounts.access(anAccount))?.userSecret, old.userSecret);
      assert.deepEqual(
        flow.requests.map(({ method, url: asked }) => `${method} ${asked}`),
        [`GET ${anAccount.baseUrl}/organizations/me`],
      );
      for (const secret of Object.values(secrets)) assert.equal(flow.ui.everythingShown().includes(secret), false);
    });
  }

  it("says that a stranger's secrets lead into the stranger's organization, and where that is", async () => {
    const flow = build({ body, url, ...twoSecrets() });
    await flow.create();
    const { detail = '' } = flow.ui.shown[0] ?? {};
    const address = accountMessages.describeAddress(endpointOf(url));
    assert.equal(detail, accountMessages.confirmStoreDetail(address, true).join('\n'));
    assert.match(detail, /stranger's organization/);
    assert.deepEqual([flow.accounts.list(), flow.requests], [[], []]);
  });

  it('stores them only under a name that a person types: it suggests none, and rejects an empty or used one', async () => {
    for (const name of ['', ' ', ' wORK', 'Sandbox']) {
      const flow = build({ body, url, ...twoSecrets() }, { press: [storeSecrets] });
      await flow.accounts.add(anAccount, twoSecrets());
      let suggested: string | undefined = 'none asked';
      const ask: typeof flow.ui.ask = ({ value, validate }) => {
        suggested = value;
        assert.notEqual(validate?.(name), undefined, name);
        return Promise.reject(new Cancelled());
      };
      const services = { ...flow.services, ui: { ...flow.ui, ask } };
      await assert.rejects(createFromCurl({ ...services, ...accountFlows(services) }), Cancelled);
      assert.equal(suggested, undefined);
      assert.deepEqual([flow.accounts.list(), flow.requests], [[anAccount], []]);
    }
  });

  it('warns of a host that is not a public host of the platform', async () => {
    const flow = build({ body, url: 'https://api.example.com/elements/api-v2/instances', ...twoSecrets() });
    await flow.create();
    const address = accountMessages.describeAddress(endpointOf('https://api.example.com'));
    assert.equal(flow.ui.shown[0]?.detail, accountMessages.confirmStoreDetail(address, false).join('\n'));
    assert.deepEqual([flow.accounts.list(), flow.requests], [[], []]);
  });

  it('asks again for secrets that the platform rejects', async () => {
    const right = twoSecrets();
    const script = { press: [storeSecrets, enterSecrets], type: ['Shop', ...Object.values(right)] };
    const flow = build({ body, url, ...twoSecrets() }, script, undefined, { platform: platform(401, 200) });
    await flow.create();
    const [account] = flow.accounts.list();
    assert.ok(account);
    assert.equal((await flow.accounts.access(account))?.userSecret, right.userSecret);
  });

  it('adds no account where the secrets cannot be stored, and says so', async () => {
    const script = { press: [storeSecrets], type: ['Shop'] };
    const flow = build({ body, url, ...twoSecrets() }, script, undefined, { secrets: brokenSecrets });
    await assert.rejects(flow.create(), new UserFacingError(accountMessages.accountNotAdded));
    assert.deepEqual([flow.opened, flow.accounts.list()], [[body], []]);
  });

  const silent: [what: string, answer: () => ReadCurl][] = [
    ['without secrets', () => ({ body, url })],
    ['with one of the two', () => ({ body, url, userSecret: newSecret() })],
    ['without an address', () => ({ body, ...twoSecrets() })],
  ];
  for (const [what, answer] of silent) {
    it(`offers nothing for a command ${what}`, async () => {
      const flow = build(answer());
      await flow.create();
      assert.deepEqual([flow.opened, flow.ui.shown, flow.requests], [[body], [], []]);
    });
  }

  it('offers nothing where an account or the sandbox already has the secrets', async () => {
    const secrets = twoSecrets();
    const flow = build({ body, url, ...secrets });
    await flow.accounts.add(anAccount, secrets);
    await flow.create();
    assert.deepEqual(flow.ui.shown, []);

    const own = { sandbox: aSandbox };
    const fixed = { userSecret: 'sandbox-user-secret', organizationSecret: 'sandbox-organization-secret' };
    const sandbox = build({ body, url: `${aSandbox}/elements/api-v2/instances`, ...fixed }, {}, undefined, own);
    await sandbox.create();
    assert.deepEqual(sandbox.ui.shown, []);
  });

  const { baseUrlProblem, secretProblems } = accountMessages;
  const unusable: [what: string, answer: Partial<ReadCurl>, reason: string][] = [
    ['plain http', { url: 'http://api.example.com/elements/api-v2/instances' }, baseUrlProblem('not-https')],
    [
      'an address of UiPath',
      { url: 'https://cloud.uipath.com/acme/elements_/v3/element/instances' },
      baseUrlProblem('uipath'),
    ],
    [
      'a user in the address',
      { url: 'https://me@api.cloud-elements.com/elements/api-v2/instances' },
      baseUrlProblem('user-info'),
    ],
    ['an invalid address', { url: 'https://<INSERT HOST>/instances' }, baseUrlProblem('not-a-url')],
    ['a secret in curly quotes', { userSecret: '“x”' }, secretProblems['curly-quote']],
  ];
  for (const [what, answer, reason] of unusable) {
    it(`stores no secrets with ${what}, and says why`, async () => {
      const flow = build({ body, url, ...twoSecrets(), ...answer });
      await flow.create();
      assert.equal(flow.ui.shown[0]?.text, accountMessages.secretsUnusable(reason));
      assert.deepEqual([flow.opened, flow.accounts.list(), flow.requests], [[body], [], []]);
    });
  }

  it('opens nothing where the question for a command is closed', async () => {
    const flow = build({ body }, {}, {});
    await assert.rejects(flow.create(), Cancelled);
    assert.deepEqual([flow.opened, flow.read], [[], []]);
  });
});
