import assert from 'node:assert/strict';
import type { CodeAction, ConfigurationParams, DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { checkRequest, type CheckResult } from '../../../common/src/protocol/checking';
import { settings as names } from '../../../common/src/protocol/settings';
import { moveSecretCommand, type MoveSecretParams } from '../../../common/src/protocol/secrets';
import { newSecret } from '../../kit/client/fakes';
import { schemas } from '../../kit/catalog';
import { startInProcess, type TestClient } from '../../kit/client';

const uri = 'file:///requests/desk.instance.json';
const text = '{ "element": { "key": "unheardof" }, "colour": 1, }';
const pulling = { textDocument: { diagnostic: {} } };
const asking = { ...pulling, workspace: { configuration: true } };

describe('severities of problems', () => {
  let client: TestClient;
  const pull = async (document = uri): Promise<unknown[]> => {
    const report = await client.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: document },
    });
    return report.kind === 'full' ? report.items.map(({ code, severity }) => [code, severity]) : [];
  };
  const own = [
    ['unknown-element', 4],
    ['unknown-member', 2],
    ['trailing-comma', 1],
  ];

  beforeEach(() => {
    client = startInProcess(schemas);
  });
  afterEach(() => {
    client.dispose();
  });

  it('are the default ones where a client has no settings', async () => {
    await client.initialize(pulling);
    await client.open(uri, text);
    assert.deepEqual(await pull(), own);
  });

  it('are requested by document, once, and again after a change', async () => {
    const asked: unknown[] = [];
    let answer: unknown = { 'unknown-member': 'off', 'unknown-element': 'information', 'trailing-comma': 'default' };
    client.connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) => {
      asked.push(...items);
      return items.map(() => answer);
    });
    await client.initialize(asking);
    await client.open(uri, text);
    const changed = [
      ['unknown-element', 3],
      ['trailing-comma', 1],
    ];
    assert.deepEqual(await pull(), changed);
    assert.deepEqual(await pull(), changed);
    assert.deepEqual(asked, [{ scopeUri: uri, section: names.severityOverrides }]);
    answer = null;
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(await pull(), own);
  });

  it('are the default ones where a client fails to answer', async () => {
    client.connection.onRequest('workspace/configuration', () => {
      throw new Error('no');
    });
    await client.initialize(asking);
    await client.open(uri, text);
    assert.deepEqual(await pull(), own);
  });

  const unknown = { 'unknown-member': 'error' };
  for (const [name, settings] of [
    ['as a tree', { cloudElements: { diagnosticSeverityOverrides: unknown } }],
    ['under the name of the setting', { [names.severityOverrides]: unknown }],
  ] as const) {
    it(`are read from what a client sends ${name}, and diagnostics are pushed again`, async () => {
      await client.initialize();
      await client.open(uri, text);
      assert.equal((await client.pushed(uri))[1]?.severity, 2);
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
      assert.equal((await client.pushed(uri))[1]?.severity, 1);
    });
  }

  it('are read from what a client sends at the start, until it sends others', async () => {
    await client.initialize(pulling, { diagnosticSeverityOverrides: unknown });
    await client.open(uri, text);
    assert.deepEqual(await pull(), [own[0], ['unknown-member', 1], own[2]]);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
    assert.deepEqual(await pull(), own);
  });

  for (const sent of [null, 7, 'off', [], [unknown], { 'unknown-member': 'fatal', constructor: 'off' }]) {
    it(`are their own where a client answers ${JSON.stringify(sent)}, or sends it`, async () => {
      client.connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) => items.map(() => sent));
      await client.initialize(asking);
      await client.open(uri, text);
      assert.deepEqual(await pull(), own);
      const other = startInProcess(schemas);
      try {
        await other.initialize({}, { diagnosticSeverityOverrides: sent });
        await other.open(uri, text);
        const expected = own.map(([, severity]) => severity);
        const pushed = async () => (await other.pushed(uri)).map(({ severity }) => severity);
        assert.deepEqual(await pushed(), expected);
        for (const settings of [sent, { cloudElements: sent }, { [names.severityOverrides]: sent }]) {
          await other.connection.sendNotification('workspace/didChangeConfiguration', { settings });
          assert.deepEqual(await pushed(), expected);
        }
      } finally {
        other.dispose();
      }
    });
  }

  it('never hide a problem that prevents sending a text', async () => {
    client.connection.onRequest('workspace/configuration', () => [
      { 'trailing-comma': 'off', 'unknown-member': 'off' },
    ]);
    await client.initialize(asking);
    const { problems } = await client.connection.sendRequest<CheckResult>(checkRequest, { text, uri });
    assert.deepEqual(
      problems.map(({ code, blocking }) => [code, blocking]),
      [
        ['unknown-element', false],
        ['trailing-comma', true],
      ],
    );
  });
});

describe('the fix for a secret in plain text', () => {
  const secret = newSecret();
  const written = `{ "element": { "key": "typeform" }, "configuration": { "api.key": "${secret}" } }`;
  for (const [name, options, isCommand] of [
    ['is a command of a client that keeps secrets', { secretStore: true }, true],
    ['is an edit for a client that says nothing', undefined, false],
    ['is an edit for a client that says something else', { secretStore: 'yes' }, false],
  ] as const) {
    it(name, async () => {
      const client = startInProcess(schemas);
      try {
        await client.initialize(pulling, options);
        await client.open(uri, written);
        const character = written.indexOf(secret);
        const found = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
          textDocument: { uri },
          range: { start: { line: 0, character }, end: { line: 0, character } },
          context: { diagnostics: [] },
        });
        const fix = found.find(({ title }) => title.includes('${secret:'));
        assert.deepEqual(
          [fix?.command?.command, fix?.edit === undefined],
          isCommand ? [moveSecretCommand, true] : [undefined, false],
        );
        const [params] = (fix?.command?.arguments ?? []) as MoveSecretParams[];
        assert.equal(params?.version, isCommand ? 1 : undefined);
        assert.ok(!JSON.stringify(fix).includes(secret));
      } finally {
        client.dispose();
      }
    });
  }
});
