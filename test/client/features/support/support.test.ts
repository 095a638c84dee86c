import assert from 'node:assert/strict';
import { createAccounts } from '../../../../engine/src/accounts/storedAccounts';
import { copySupport } from '../../../../client/src/features/support/copySupport';
import * as messages from '../../../../client/src/features/support/messages';
import { changedSettings, supportText, type SupportFacts } from '../../../../client/src/features/support/supportText';
import { createLog } from '../../../../client/src/vscode/log';
import { logCalls } from '../../../../engine/src/platform/callLog';
import type { ApiFailure } from '../../../../engine/src/platform/errors';
import { createLastResponse } from '../../../../engine/src/provisioning/outcome/lastResponse';
import {
  aWindow,
  anAccount,
  fakeUi,
  memorySecrets,
  memoryState,
  newSecret,
  quietChannel,
} from '../../../kit/client/fakes';

const failure: ApiFailure = {
  cause: 'bad-request',
  host: 'api.cloud-elements.com',
  status: 400,
  message: 'text of the platform',
  providerMessage: 'text of the provider',
  requestId: '64f0c0ffee0123456789abcd',
  notJson: false,
  maybeDone: false,
};
const facts: SupportFacts = {
  window: aWindow,
  accounts: [
    anAccount,
    {
      ...anAccount,
      id: 'a2',
      label: 'Private',
      baseUrl: 'https://staging.cloud-elements.com/elements/api-v2',
      kind: 'test',
    },
  ],
  inUse: anAccount,
  hasSecrets: true,
  failure,
  hasSteps: true,
  lines: ['2026-01-05T09:30:00.123Z [error] POST /elements/api-v2/instances 400 12 ms'],
};

describe('diagnostics for support', () => {
  it('contain what support asks for, as Markdown in these words', () => {
    assert.equal(
      supportText(facts),
      `# Cloud Elements Instances: Diagnostics

- Extension: 0.1.0
- VS Code: 1.97.0, linux x64
- Window: web, remote: ssh-remote
- Workspace: trusted
- Language server: running
- Accounts: 2, production at api.cloud-elements.com, test at staging.cloud-elements.com
- Account in use: production at api.cloud-elements.com, secrets stored
- Settings changed: cloudElements.codeLens.enable = false
- Last failure: 400, bad-request, request 64f0c0ffee0123456789abcd

## Log

\`\`\`log
2026-01-05T09:30:00.123Z [error] POST /elements/api-v2/instances 400 12 ms
\`\`\`
`,
    );
  });

  it('say what is missing', () => {
    const window = { ...aWindow, remote: undefined, trusted: false, settings: {} };
    const text = supportText({ window, accounts: [], hasSecrets: false, hasSteps: false, lines: [] });
    for (const line of [
      '- Window: web, local',
      '- Workspace: not trusted',
      '- Accounts: 0',
      '- Account in use: none',
      '- Settings changed: none',
      '- Last failure: none',
    ]) {
      assert.ok(text.split('\n').includes(line), line);
    }
    assert.match(supportText({ ...facts, hasSecrets: false }), /Account in use: .*, no secrets stored\n/);
    assert.match(
      supportText({
        ...facts,
        failure: { ...failure, cause: 'lost', status: undefined, code: 'ECONNRESET', requestId: undefined },
      }),
      /Last failure: lost, ECONNRESET\n/,
    );
  });

  it('say how to log more, unless the log level already includes it', () => {
    const { moreLog } = messages.support;
    assert.ok(supportText({ ...facts, hasSteps: false }).includes(moreLog));
    assert.ok(!supportText(facts).includes(moreLog));
  });

  it('contain no account name, no message of a server, and nothing else in the place of a request id', () => {
    const text = supportText({ ...facts, failure: { ...failure, requestId: newSecret() } });
    assert.doesNotMatch(text, /\bWork\b|Private|text of/);
    assert.match(text, /Last failure: 400, bad-request\n/);
  });

  it('omit folders in stack traces, and keep the paths of calls', () => {
    const frames = [
      'x [error] command failed: Error',
      '    at run (/home/ana/.vscode/extensions/a b/dist/extension.js:1:2)',
      '    at C:\\Users\\Ana\\extensions\\dist\\extension.js:3:4',
      '    at async file:///home/ana/dist/extension.js:5:6',
      'x [info] GET /elements/api-v2/ping 200 1 ms',
    ].join('\n');
    const text = supportText({ ...facts, lines: [frames] });
    assert.doesNotMatch(text, /home|Users|\bana\b/i);
    assert.match(text, /at run \(extension\.js:1:2\)\n {4}at extension\.js:3:4\n {4}at async extension\.js:5:6/);
    assert.match(text, /GET \/elements\/api-v2\/ping/);
  });

  const paths: [path: string, copied: string][] = [
    ['/elements/api-v2/instances', '/elements/api-v2/instances'],
    ['/elements/api-v2/instances/700123', '/elements/api-v2/instances/{id}'],
    ['/elements/api-v2/elements/acme-payroll/instances', '/elements/api-v2/elements/{key}/instances'],
    ['/elements/api-v2/elements/a%20b/oauth/url', '/elements/api-v2/elements/{key}/oauth/url'],
    ['/elements/api-v2/elements/helpscout/oauth/token', '/elements/api-v2/elements/{key}/oauth/token'],
    ['/elements/api-v2/organizations/me', '/elements/api-v2/organizations/me'],
    ['/elements/api-v2/ping', '/elements/api-v2/ping'],
    ['/somewhere/else/7', '/{…}/{…}/{…}'],
  ];
  for (const [path, copied] of paths) {
    it(`contain ${copied} instead of ${path}`, async () => {
      const log = createLog(quietChannel, () => false);
      const http = logCalls(
        () => Promise.resolve({ status: 200, headers: {}, text: '{}' }),
        log,
        () => 5,
      );
      await http({ method: 'GET', url: `https://api.example.com${path}?pageSize=100`, headers: {}, timeoutMs: 1 });
      const text = supportText({ ...facts, lines: log.lines() });
      assert.match(text, /\n\S+ \[info\] GET \S+ 200 0 ms\n/);
      assert.equal(/GET (\S+)/.exec(text)?.[1], copied);
    });
  }

  it('list the settings that differ from their default, with a value only where it is one of a few fixed values', () => {
    const choice = { type: 'string', enum: ['one', 'two'] };
    const settings = {
      'a.same': { type: 'boolean', default: true },
      'a.boolean': { type: 'boolean', default: true },
      'a.choice': { type: 'string', enum: ['one', 'two'], default: 'one' },
      'a.noChoice': { type: 'string', enum: ['one', 'two'], default: 'one' },
      'a.text': { type: 'string', default: '' },
      'an.object': { type: 'object', default: {}, properties: { 'a-code': choice, other: choice, third: choice } },
      'an.emptyObject': { type: 'object', default: {}, properties: { 'a-code': choice } },
      'an.unknownProperty': { type: 'object', default: {}, properties: { 'a-code': choice } },
      'an.array': { type: 'object', default: {}, properties: { 'a-code': choice } },
      'a.null': { type: 'object', default: {}, properties: { 'a-code': choice } },
    };
    const values: Record<string, unknown> = {
      'a.same': true,
      'a.boolean': false,
      'a.choice': 'two',
      'a.noChoice': newSecret(),
      'a.text': newSecret(),
      'an.object': { 'a-code': 'two', other: newSecret(), [newSecret()]: 'two' },
      'an.emptyObject': {},
      'an.unknownProperty': { [newSecret()]: newSecret() },
      'an.array': [newSecret()],
      'a.null': null,
    };
    assert.deepEqual(
      changedSettings(settings, (name) => values[name]),
      [
        'a.boolean = false',
        'a.choice = two',
        'a.noChoice = (set)',
        'a.text = (set)',
        'an.object.a-code = two',
        'an.object.other = (set)',
        'an.unknownProperty = (set)',
        'an.array = (set)',
        'a.null = (set)',
      ],
    );
  });

  it('are copied to the clipboard, also where the secret storage fails', async () => {
    const failing = { ...memorySecrets(), get: () => Promise.reject(new Error('no keyring')) };
    for (const [storage, areStored] of [
      [memorySecrets(), true],
      [failing, false],
    ] as const) {
      const accounts = createAccounts(memoryState(), storage, () => '');
      await accounts.add(anAccount, { userSecret: newSecret(), organizationSecret: newSecret() });
      const ui = fakeUi();
      const log = createLog(quietChannel, () => false);
      await copySupport({ ui, accounts, lastResponse: createLastResponse(), log, windowFacts: () => aWindow });
      const { account, inUse, secrets } = messages.support;
      const line = `- ${inUse}: ${account('production', 'api.cloud-elements.com')}, ${secrets(areStored)}\n`;
      assert.ok(ui.copied[0]?.includes(line), line);
      assert.deepEqual(ui.shown, [{ tone: 'info', text: messages.supportCopied, buttons: [] }]);
    }
  });
});
