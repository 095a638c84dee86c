import assert from 'node:assert/strict';
import { accountFlows } from '../../../../client/src/features/accounts/accountFlows';
import { createFromCurl } from '../../../../client/src/features/curl/createFromCurl';
import { Cancelled, UserFacingError } from '../../../../engine/src/ui';
import type { ReadCurl } from '../../../../common/src/protocol/curl';
import { anAccount, brokenSecrets, newSecret, type Script } from '../../../kit/client/fakes';
import { aSandbox, openAccounts, platform, twoSecrets } from '../../../kit/client/ownAccounts';
import { fakeCurlWindow, type OwnWindow } from '../../../kit/client/fakeCurlWindow';

const body = '{"element":{"key":"helpscout"}}';
const url = 'https://api.cloud-elements.com/elements/api-v2/instances';
const command = 'curl -d …';

/** A window in which the language server reads every text but "nothing" as the same command. */
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
    ['nothing on the clipboard that names no cURL', { clipboard: newSecret() }, ['curl x'], ['curl x']],
  ];
  for (const [what, window, type, read] of sources) {
    it(`reads ${what}`, async () => {
      const flow = build({ body }, { type }, window);
      await flow.create();
      assert.deepEqual([flow.read, flow.opened], [read, [body]]);
      assert.deepEqual([flow.ui.shown, flow.requests], [[], []]);
    });
  }

  const refused: [what: string, window: OwnWindow, type: string[], reason: RegExp][] = [
    ['a selection without a command', { selection: 'nothing', clipboard: command }, [], /in the selection/],
    ['a text without one', {}, ['nothing'], /This is no cURL command that calls the platform/],
  ];
  for (const [what, window, type, reason] of refused) {
    it(`refuses ${what}`, async () => {
      const flow = build({ body }, { type }, window);
      await assert.rejects(flow.create(), (error) => error instanceof UserFacingError && reason.test(error.message));
      assert.deepEqual(flow.opened, []);
    });
  }

  it('says that the language server is needed where it does not answer', async () => {
    const { services } = build({ body });
    const readCurl = () => Promise.reject(new Error(newSecret()));
    await assert.rejects(createFromCurl({ ...services, readCurl }), /language server is not running/);
  });

  it('opens the file that a command sends', async () => {
    const flow = build({ file: 'instance.json', url });
    await flow.create();
    assert.deepEqual([flow.opened, flow.ui.shown], [['@instance.json'], []]);
  });

  it('says where it looked for a file that is not there', async () => {
    const elsewhere = build(
      { file: 'x.json' },
      {},
      { clipboard: command, notOpened: { notAt: ['scripts/x.json', 'x.json'] } },
    );
    await elsewhere.create();
    assert.match(
      elsewhere.ui.shown[0]?.text ?? '',
      /sends "x\.json", which is not there\. Looked for "scripts\/x\.json" and x\.json\.$/,
    );
    const nowhere = build({ file: 'x.json' }, {}, { clipboard: command, notOpened: { notAt: [] } });
    await nowhere.create();
    assert.match(nowhere.ui.shown[0]?.text ?? '', /no folder open to look for it/);
  });

  const refusals: [why: 'host' | 'outside', said: RegExp][] = [
    ['host', /which is on another computer\. It was not opened/],
    ['outside', /which is outside of the folders that are open\. It was not opened/],
  ];
  for (const [why, said] of refusals) {
    it(`says why it does not open a file that a command names: ${why}`, async () => {
      const flow = build({ file: 'x.json', url }, {}, { clipboard: command, notOpened: { refused: why } });
      await flow.create();
      assert.match(flow.ui.shown[0]?.text ?? '', said);
      assert.deepEqual(flow.opened, []);
    });
  }

  it('says so after the secrets were offered, also where that is given up', async () => {
    const script = { press: ['Keep Secrets'] };
    const flow = build({ file: 'x.json', url, ...twoSecrets() }, script, {
      clipboard: command,
      notOpened: { notAt: [] },
    });
    await assert.rejects(flow.create(), Cancelled);
    assert.match(flow.ui.shown.at(-1)?.text ?? '', /no folder open/);
  });

  it('says so where a command has no request', async () => {
    const flow = build({ url });
    await flow.create();
    assert.match(flow.ui.shown[0]?.text ?? '', /-d is missing/);
  });

  const inUse: [what: string, hasAccount: boolean, said: string][] = [
    ['the account in use stays', true, 'Work is still the account in use'],
    ['none is in use where none was', false, 'No account is in use'],
  ];
  for (const [what, hasAccount, said] of inUse) {
    it(`keeps the secrets after a yes, in an account of their own that it does not switch to: ${what}`, async () => {
      const [old, secrets] = [twoSecrets(), twoSecrets()];
      const flow = build({ body, url, ...secrets }, { press: ['Keep Secrets'], type: [' Shop '] });
      if (hasAccount) await flow.accounts.add(anAccount, old);
      await flow.create();
      const [question, last] = [flow.ui.shown[0], flow.ui.shown.at(-1)];
      assert.equal(question?.text, 'Keep the two secrets of this command for api.cloud-elements.com?');
      assert.equal(question.modal, true);
      assert.equal(
        last?.text,
        `Shop is added, and its secrets work. ${said}: to use Shop, run Cloud Elements: Switch Account.`,
      );
      assert.equal(flow.accounts.active()?.label, hasAccount ? 'Work' : undefined);
      const kept = flow.accounts.list().at(-1);
      assert.ok(kept);
      assert.deepEqual([kept.label, kept.kind, kept.confirms], ['Shop', 'production', true]);
      assert.deepEqual(await flow.accounts.access(kept), { baseUrl: anAccount.baseUrl, ...secrets });
      // No other account has other secrets now.
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
    assert.match(detail, /^They are for api\.cloud-elements\.com \(Cloud Elements, US, production\)\.\n/);
    assert.match(detail, /what you provision goes into the stranger's organization/);
    assert.doesNotMatch(detail, /public hosts|if you know/);
    assert.deepEqual([flow.accounts.list(), flow.requests], [[], []]);
  });

  it('keeps them only under a name that is typed: it suggests none, and takes none that is empty or taken', async () => {
    for (const name of ['', ' ', ' wORK', 'Sandbox']) {
      const flow = build({ body, url, ...twoSecrets() }, { press: ['Keep Secrets'] });
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

  it('warns of a host that is not one of the platform', async () => {
    const flow = build({ body, url: 'https://api.example.com/elements/api-v2/instances', ...twoSecrets() });
    await flow.create();
    assert.match(
      flow.ui.shown[0]?.detail ?? '',
      /none of the platform's public hosts.*Keep them only if you know this host/,
    );
    assert.deepEqual([flow.accounts.list(), flow.requests], [[], []]);
  });

  it('asks for secrets again that the platform refuses', async () => {
    const right = twoSecrets();
    const script = { press: ['Keep Secrets', 'Enter Secrets'], type: ['Shop', ...Object.values(right)] };
    const flow = build({ body, url, ...twoSecrets() }, script, undefined, { platform: platform(401, 200) });
    await flow.create();
    const [account] = flow.accounts.list();
    assert.ok(account);
    assert.equal((await flow.accounts.access(account))?.userSecret, right.userSecret);
  });

  it('keeps nothing where the secrets cannot be stored, and says so', async () => {
    const script = { press: ['Keep Secrets'], type: ['Shop'] };
    const flow = build({ body, url, ...twoSecrets() }, script, undefined, { secrets: brokenSecrets });
    await assert.rejects(flow.create(), /The account was not added/);
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

  it('offers nothing that is kept already, by an account or by the sandbox', async () => {
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

  const unfit: [what: string, answer: Partial<ReadCurl>, reason: RegExp][] = [
    ['plain http', { url: 'http://api.example.com/elements/api-v2/instances' }, /only over https/],
    ['UiPath', { url: 'https://cloud.uipath.com/acme/elements_/v3/element/instances' }, /This is UiPath/],
    ['a user', { url: 'https://me@api.cloud-elements.com/elements/api-v2/instances' }, /before the @/],
    ['no address', { url: 'https://<INSERT HOST>/instances' }, /not a URL/],
    ['a secret in curly quotes', { userSecret: '“x”' }, /curly quote/],
  ];
  for (const [what, answer, reason] of unfit) {
    it(`keeps no secrets with ${what}, and says why`, async () => {
      const flow = build({ body, url, ...twoSecrets(), ...answer });
      await flow.create();
      assert.match(flow.ui.shown[0]?.text ?? '', /^The secrets in the command were not kept\. /);
      assert.match(flow.ui.shown[0]?.text ?? '', reason);
      assert.deepEqual([flow.opened, flow.accounts.list(), flow.requests], [[body], [], []]);
    });
  }

  it('opens nothing where the question for a command is closed', async () => {
    const flow = build({ body }, {}, {});
    await assert.rejects(flow.create(), Cancelled);
    assert.deepEqual([flow.opened, flow.read], [[], []]);
  });
});
