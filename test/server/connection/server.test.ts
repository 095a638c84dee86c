import assert from 'node:assert/strict';
import type { Diagnostic, DocumentDiagnosticReport, Hover } from 'vscode-languageserver-protocol';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver-protocol';
import type { JsonSchema, SchemaSource } from '../../../server/src/catalog/schemaTypes';
import { schemas } from '../../kit/catalog';
import { checkRequest, type CheckResult } from '../../../common/src/protocol/checking';
import { notARequestRequest } from '../../../common/src/protocol/documents';
import { startInProcess, type TestClient } from '../../kit/client';

const uri = 'file:///requests/instance.json';
const incomplete = '{ "element": { "key": "helpscout" }, "configuration": {} }';
const unrelated = '{ "vm": "small", "cpus": 2 }';
const pulling = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };

const codes = (diagnostics: readonly Diagnostic[]): unknown[] => diagnostics.map(({ code }) => code);

describe('the server over the protocol', () => {
  let client: TestClient;
  const restart = (source: SchemaSource = schemas): void => {
    client = startInProcess(source);
  };
  const pull = async (document = uri): Promise<readonly Diagnostic[]> => {
    const report = await client.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: document },
    });
    return report.kind === 'full' ? report.items : [];
  };

  beforeEach(() => {
    restart();
  });
  afterEach(() => {
    client.dispose();
  });

  it('offers fix all by its own kind, and pull diagnostics only to a client that pulls', async () => {
    const { capabilities } = await client.initialize();
    assert.deepEqual(capabilities.codeActionProvider, {
      codeActionKinds: ['quickfix', 'source.fixAll.cloudElements'],
    });
    assert.equal(capabilities.diagnosticProvider, undefined);
    client.dispose();
    restart();
    const again = await client.initialize(pulling);
    assert.deepEqual(again.capabilities.diagnosticProvider, {
      interFileDependencies: false,
      workspaceDiagnostics: false,
    });
  });

  it('pushes to a client that cannot pull: when a document is opened, changed and closed', async () => {
    await client.initialize();
    await client.open(uri, incomplete);
    assert.deepEqual(codes(await client.pushed(uri)), ['missing-entries']);
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [
        { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }, text: '[' },
        { range: { start: { line: 0, character: 1 }, end: { line: 0, character: incomplete.length } }, text: ']' },
      ],
    });
    assert.deepEqual(codes(await client.pushed(uri)), ['not-an-object']);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    assert.deepEqual(await client.pushed(uri), []);
  });

  it('answers a client that pulls, and pushes nothing to it', async () => {
    await client.initialize(pulling);
    await client.open(uri, incomplete);
    assert.deepEqual(codes(await pull()), ['missing-entries']);
    assert.equal(client.pushes(uri), 0);
  });

  it('answers neutrally for an unknown document', async () => {
    await client.initialize(pulling);
    const textDocument = { uri: 'file:///nowhere.json' };
    const position = { line: 3, character: 7 };
    assert.deepEqual(await pull(textDocument.uri), []);
    assert.equal(await client.connection.sendRequest('textDocument/hover', { textDocument, position }), null);
    assert.equal(await client.connection.sendRequest('textDocument/completion', { textDocument, position }), null);
    assert.deepEqual(await client.connection.sendRequest('textDocument/documentSymbol', { textDocument }), []);
  });

  it('does not process a cancelled request', async () => {
    await client.initialize(pulling);
    await client.open(uri, incomplete);
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri } };
    const answer = client.connection.sendRequest('textDocument/diagnostic', params, source.token);
    source.cancel();
    await assert.rejects(answer, { code: LSPErrorCodes.RequestCancelled });
  });

  it('continues after a failure: the failed request gets a neutral answer, the next one a full one', async () => {
    client.dispose();
    let failures = 1;
    restart({
      ...schemas,
      read: (file) => {
        if (failures-- > 0) throw new Error('the disk is gone');
        return schemas.read(file);
      },
    });
    await client.initialize(pulling);
    await client.open('file:///requests/my.instance.json', incomplete);
    assert.deepEqual(await pull('file:///requests/my.instance.json'), []);
    assert.deepEqual(codes(await pull('file:///requests/my.instance.json')), ['missing-entries']);
  });

  it('ignores a value whose schema cannot be used, traces it once, and checks all other values', async () => {
    client.dispose();
    const path = 'elements/helpscout.schema.json';
    const text = JSON.stringify(schemas.read(path)).replace('"username":{', '"username":{"pattern":"(",');
    restart({ ...schemas, read: (file) => (file === path ? (JSON.parse(text) as JsonSchema) : schemas.read(file)) });
    const traced: string[] = [];
    client.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      traced.push(message);
    });
    await client.initialize(pulling);
    await client.open(uri, '{ "element": { "key": "helpscout" }, "configuration": { "username": 7 }, "tags": 7 }');
    for (let round = 0; round < 2; round++) assert.deepEqual(codes(await pull()), ['missing-entries', 'wrong-type']);
    assert.equal(traced.length, 1);
    assert.match(traced[0] ?? '', /^Values are not checked against the schema "\{'pattern':'\('.*": SyntaxError\n/);
  });

  it('checks any text on request, with the problems that prevent sending it', async () => {
    await client.initialize(pulling);
    const result = await client.connection.sendRequest<CheckResult>(checkRequest, { text: incomplete });
    assert.deepEqual(
      result.problems.map(({ code, blocking }) => ({ code, blocking })),
      [{ code: 'missing-entries', blocking: false }],
    );
    assert.equal(result.elementName, 'Help Scout');
    const broken = await client.connection.sendRequest<CheckResult>(checkRequest, { text: '{ “element”: 1' });
    assert.ok(broken.problems.some(({ blocking }) => blocking));
  });

  describe('and a document that has a file name of ours, but other content', () => {
    const ask = async (): Promise<readonly Diagnostic[]> => {
      await client.open(uri, unrelated);
      // The answer to a later request shows that the server has dealt with the opening.
      return pull();
    };

    it('is released, and gets no problems', async () => {
      const asked: unknown[] = [];
      client.connection.onRequest(notARequestRequest, (params) => {
        asked.push(params);
        return true;
      });
      await client.initialize(pulling);
      assert.deepEqual(await ask(), []);
      assert.deepEqual(asked, [{ uri }]);
      const position = { line: 0, character: 4 };
      const completion = { textDocument: { uri }, position };
      assert.equal(await client.connection.sendRequest('textDocument/completion', completion), null);
    });

    it('is treated as any other if its user has switched back', async () => {
      client.connection.onRequest(notARequestRequest, () => false);
      const refreshed = new Promise<void>((resolve) => {
        client.connection.onRequest('workspace/diagnostic/refresh', () => {
          resolve();
        });
      });
      await client.initialize(pulling);
      await ask();
      await refreshed;
      assert.ok(codes(await pull()).includes('missing-element'));
    });

    it('gets no problems in a client that does not know the request', async () => {
      await client.initialize(pulling);
      assert.deepEqual(await ask(), []);
      assert.deepEqual(await pull(), []);
    });

    it('is not expected under a name that only we use', async () => {
      client.connection.onRequest(notARequestRequest, () => assert.fail('asked about *.instance.json'));
      await client.initialize(pulling);
      await client.open('file:///requests/vm.instance.json', unrelated);
      assert.ok(codes(await pull('file:///requests/vm.instance.json')).includes('missing-element'));
    });
  });

  it('describes an entry at a position', async () => {
    await client.initialize(pulling);
    await client.open(uri, '{ "element": { "key": "helpscout" } }');
    const position = { line: 0, character: 26 };
    const hover = await client.connection.sendRequest<Hover>('textDocument/hover', { textDocument: { uri }, position });
    assert.match(JSON.stringify(hover.contents), /Help Scout/);
  });
});
