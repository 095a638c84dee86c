import assert from 'node:assert/strict';
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  ConfigurationParams,
  DocumentDiagnosticReport,
  Hover,
  RegistrationParams,
} from 'vscode-languageserver-protocol';
import { curlFilesRequest, readCurlRequest } from '../../../common/src/protocol/curl';
import { schemas } from '../../kit/catalog';
import { startInProcess, type TestClient } from '../../kit/client';
import { address, authorization, contentType, printedCommand } from '../../kit/curl';

const uri = 'file:///scripts/provision.sh';
const dynamic = { dynamicRegistration: true };
const capable = {
  textDocument: {
    synchronization: dynamic,
    diagnostic: dynamic,
    completion: dynamic,
    hover: dynamic,
    codeAction: dynamic,
  },
  workspace: { configuration: true },
};

describe('scripts with cURL commands', () => {
  let client: TestClient;
  let registered: string[];
  let enabled: unknown;
  const start = async (capabilities: object = capable, options: unknown = { curl: true }): Promise<void> => {
    client.connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      registered.push(...registrations.map(({ method }) => method));
      return null;
    });
    client.connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) =>
      items.map(({ section }) => (section === 'cloudElements.curl.enable' ? enabled : null)),
    );
    await client.initialize(capabilities, options);
  };
  const open = (text: string, languageId = 'shellscript'): Promise<void> =>
    client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  const ask = <Result>(method: string, params: object = {}): Promise<Result> =>
    client.connection.sendRequest<Result>(`textDocument/${method}`, { textDocument: { uri }, ...params });
  const codes = async (): Promise<unknown[]> => {
    const report = await ask<DocumentDiagnosticReport>('diagnostic');
    return report.kind === 'full' ? [...new Set(report.items.map(({ code }) => code))] : [];
  };

  beforeEach(() => {
    client = startInProcess(schemas);
    registered = [];
    enabled = null;
  });
  afterEach(() => {
    client.dispose();
  });

  it('are registered once the client is ready, and only for the features that exist', async () => {
    await start();
    await open('');
    await codes();
    assert.deepEqual(registered.sort(), [
      'textDocument/codeAction',
      'textDocument/completion',
      'textDocument/diagnostic',
      'textDocument/didChange',
      'textDocument/didClose',
      'textDocument/didOpen',
      'textDocument/hover',
    ]);
  });

  for (const [name, capabilities, options] of [
    ['does not ask for it', capable, null],
    ['requests it with a wrong value', capable, { curl: 'yes' }],
    ['cannot be asked to register', { textDocument: { diagnostic: {} } }, { curl: true }],
  ] as const) {
    it(`are not registered in a client that ${name}`, async () => {
      await start(capabilities, options);
      await open(printedCommand);
      assert.deepEqual(await codes(), options?.curl === true ? ['curl-missing-backslash', 'placeholder'] : []);
      assert.deepEqual(registered, []);
    });
  }

  it('have problems, quick fixes and fix-all', async () => {
    await start();
    await open(printedCommand);
    assert.deepEqual(await codes(), ['curl-missing-backslash', 'placeholder']);
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const actions = await ask<CodeAction[]>('codeAction', {
      range,
      context: { diagnostics: [], only: ['quickfix', 'source.fixAll.cloudElements'] },
    });
    assert.deepEqual(
      actions.map(({ kind }) => kind),
      [...Array.from({ length: 4 }, () => 'quickfix'), 'source.fixAll.cloudElements'],
    );
    assert.equal(actions.at(-1)?.edit?.changes?.[uri]?.length, 4);
  });

  it('have completion and hover in their JSON, escaped for its quotes', async () => {
    await start();
    const text = `curl ${address} ${authorization} ${contentType} -d "{ \\"element\\": { \\"key\\": \\"typeform\\" }, \\"configuration\\": {  } }"`;
    await open(text);
    const within = { line: 0, character: text.indexOf('{  }') + 2 };
    const { items } = await ask<CompletionList>('completion', { position: within });
    const item = items.find(({ label }) => label === 'api.key') as CompletionItem & { textEdit: { newText: string } };
    assert.match(item.textEdit.newText, /^\\"api\.key\\": /);
    const hovered = await ask<Hover>('hover', { position: { line: 0, character: text.indexOf('typeform') } });
    assert.match(JSON.stringify(hovered.contents), /Typeform/);
    const start_ = text.indexOf('\\"typeform');
    assert.deepEqual(hovered.range, {
      start: { line: 0, character: start_ },
      end: { line: 0, character: start_ + '\\"typeform\\"'.length },
    });
    assert.equal(await ask('hover', { position: { line: 0, character: 3 } }), null);
    assert.deepEqual((await ask<CompletionList>('completion', { position: { line: 0, character: 3 } })).items, []);
  });

  it('have no other features of requests', async () => {
    await start();
    await open(printedCommand);
    assert.deepEqual(await ask('documentSymbol'), []);
    assert.deepEqual(await ask('foldingRange'), []);
    assert.deepEqual(await ask('formatting', { options: { tabSize: 2, insertSpaces: true } }), []);
    assert.deepEqual(await ask('documentLink'), []);
    assert.equal(await ask('definition', { position: { line: 0, character: 0 } }), null);
  });

  it('are followed through changes', async () => {
    await start();
    await open('echo “done”\n');
    assert.deepEqual(await codes(), []);
    const at = { line: 0, character: 0 };
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start: at, end: at }, text: `curl –X POST ${address} ${authorization}\n` }],
    });
    assert.deepEqual(await codes(), ['look-alike-character']);
  });

  it('have no problems once the setting is off', async () => {
    await start();
    await open(printedCommand);
    assert.equal((await codes()).length, 2);
    enabled = false;
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(await codes(), []);
    const none = await client.connection.sendRequest(curlFilesRequest, { textDocument: { uri } });
    assert.deepEqual(none, []);
  });

  it('have diagnostics pushed to a client that cannot pull, and removed once the setting is off', async () => {
    await start({ textDocument: { synchronization: dynamic } });
    await open(printedCommand);
    assert.equal((await client.pushed(uri)).length, 6);
    const settings = { cloudElements: { curl: { enable: false } } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    assert.deepEqual(await client.pushed(uri), []);
  });

  it('list the files that they send', async () => {
    await start();
    await open(`curl ${address} -d @instance.json\ncurl ${address} -d '@my files/a.json' --data @$FILE -d @- -d @-\n`);
    assert.deepEqual(await client.connection.sendRequest(curlFilesRequest, { textDocument: { uri } }), [
      { path: 'instance.json', range: rangeOn(0, 4 + address.length + 6, 'instance.json') },
      { path: 'my files/a.json', range: rangeOn(1, 4 + address.length + 7, 'my files/a.json') },
    ]);
    const unknown = { textDocument: { uri: 'file:///unknown.sh' } };
    assert.deepEqual(await client.connection.sendRequest(curlFilesRequest, unknown), []);
  });

  it('are read on request', async () => {
    await start();
    assert.deepEqual(await client.connection.sendRequest(readCurlRequest, { text: printedCommand }), {
      url: address,
      file: 'instance.json',
    });
    assert.equal(await client.connection.sendRequest(readCurlRequest, { text: 'ls' }), null);
  });
});

describe('a cURL command in the file of a request', () => {
  const request = 'file:///a.instance.json';

  it('is one problem, with the fix that leaves its JSON', async () => {
    const client = startInProcess(schemas);
    try {
      await client.initialize({ textDocument: { diagnostic: {} } });
      const text = `curl -X POST ${address}\n-d ‘{ “name”: "Desk" }’\n`;
      await client.open(request, text);
      const report = await client.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
        textDocument: { uri: request },
      });
      assert.deepEqual(
        report.kind === 'full' && report.items.map(({ code, range }) => [code, range.start.line, range.end.line]),
        [['curl-command', 0, 1]],
      );
      const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: request },
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        context: { diagnostics: [] },
      });
      assert.deepEqual(
        actions.map(({ edit }) => edit?.changes?.[request]?.map(({ newText }) => newText)),
        [['{ "name": "Desk" }\n']],
      );
    } finally {
      client.dispose();
    }
  });
});

const rangeOn = (line: number, character: number, text: string) => ({
  start: { line, character },
  end: { line, character: character + text.length },
});
