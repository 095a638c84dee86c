import assert from 'node:assert/strict';
import { CompletionItem, CompletionList, type DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import type { SchemaSource } from '../../../server/src/catalog/schemaTypes';
import { requestFor, schemas } from '../../kit/catalog';
import { startInProcess, type TestClient } from '../../kit/client';
import { readCursor } from '../../kit/cursor';

const uri = 'file:///requests/desk.instance.json';

/** The real schemas, and what was asked of them, each once, in the order of asking. */
function counted(): { source: SchemaSource; reads: Set<string> } {
  const reads = new Set<string>();
  return {
    reads,
    source: {
      validators: schemas.validators,
      compile: (schema) => schemas.compile(schema),
      file: (path) => schemas.file(path),
      elements: () => {
        reads.add('index');
        return schemas.elements();
      },
      skeletons: () => {
        reads.add('skeletons');
        return schemas.skeletons();
      },
      read: (path) => {
        reads.add(path);
        return schemas.read(path);
      },
    },
  };
}

describe('the server reads no more than the open documents need', () => {
  let client: TestClient;
  let reads: Set<string>;
  const capabilities = { textDocument: { diagnostic: {}, completion: { completionItem: { snippetSupport: true } } } };
  const ask = <Result>(method: string, marked?: string): Promise<Result> => {
    if (marked === undefined) return client.connection.sendRequest<Result>(method, { textDocument: { uri } });
    const position = { line: 0, character: readCursor(marked).offset };
    return client.connection.sendRequest<Result>(method, { textDocument: { uri }, position });
  };

  beforeEach(async () => {
    const { source, reads: counter } = counted();
    reads = counter;
    client = startInProcess(source);
    await client.initialize(capabilities);
  });
  afterEach(() => {
    client.dispose();
  });

  it('nothing before a document is checked', async () => {
    await client.open(uri, requestFor('helpscout'));
    await ask('textDocument/foldingRange');
    assert.deepEqual([...reads], []);
  });

  it('for a request to Help Scout: its schema, those it refers to, and the index', async () => {
    const marked = '{ "element": { "key": "helpscout" }, "configuration": { "user|name": "x" } }';
    await client.open(uri, readCursor(marked).text);
    await ask<DocumentDiagnosticReport>('textDocument/diagnostic');
    const { items } = await ask<CompletionList>('textDocument/completion', marked);
    assert.ok(items.some(({ label }) => label === 'username'));
    assert.notEqual(await ask('textDocument/hover', marked), null);
    assert.deepEqual([...reads].sort(), [
      'auth.schema.json',
      'base.schema.json',
      'elements/helpscout.schema.json',
      'index',
    ]);
  });

  for (const [position, marked, label, ownReads] of [
    ['an empty file', '|', 'Help Scout', ['skeletons']],
    ['the key of an element', '{ "element": { "key": "|" } }', 'helpscout', []],
  ] as const) {
    it(`for completion in ${position}: no schema of an element, until one is described`, async () => {
      await client.open(uri, readCursor(marked).text);
      const { items } = await ask<CompletionList>('textDocument/completion', marked);
      assert.deepEqual(
        [...reads].filter((read) => read !== 'base.schema.json'),
        ['index', ...ownReads],
      );
      const item = items.find((candidate) => candidate.label === label);
      assert.equal(item?.documentation, undefined);
      const resolved = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', item);
      assert.match(JSON.stringify(resolved.documentation), /\*\*Help Scout\*\* \(helpdesk hub\).*API Keys/);
      assert.deepEqual({ ...resolved, documentation: undefined }, { ...item, documentation: undefined });
      assert.deepEqual(
        [...reads].filter((read) => read.startsWith('elements/')),
        ['elements/helpscout.schema.json'],
      );
    });
  }

  it('for an item without an element: nothing, and the item is unchanged', async () => {
    for (const data of [undefined, null, 7, 'helpscout', [], { element: 1 }, { element: '../base' }, { element: '' }]) {
      const item = { label: 'x', ...(data === undefined ? {} : { data }) };
      assert.deepEqual(await client.connection.sendRequest('completionItem/resolve', item), item);
    }
    assert.deepEqual([...reads], ['index']);
  });
});
