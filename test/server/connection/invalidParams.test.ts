import assert from 'node:assert/strict';
import { schemas } from '../../kit/catalog';
import { initialize, wireInProcess, type Sent, type Wire } from '../../kit/wire';

const uri = 'file:///m.instance.json';
const textDocument = { uri };
const start = { line: 0, character: 0 };
const range = { start, end: start };

/** What each method has for params, as it should be. */
const methods: readonly (readonly [method: string, params: Readonly<Record<string, unknown>>])[] = [
  ['textDocument/didOpen', { textDocument: { uri, languageId: 'json', version: 1, text: '{}' } }],
  ['textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ range, text: ' ' }] }],
  ['textDocument/didClose', { textDocument: { uri: 'file:///other' } }],
  ['textDocument/didSave', { textDocument, text: '' }],
  ['textDocument/willSave', { textDocument, reason: 1 }],
  [
    'workspace/didChangeConfiguration',
    { settings: { cloudElements: { diagnosticSeverityOverrides: { comment: 'off' } } } },
  ],
  ['workspace/didChangeWorkspaceFolders', { event: { added: [{ uri, name: 'a' }], removed: [] } }],
  ['workspace/didChangeWatchedFiles', { changes: [{ uri, type: 1 }] }],
  ['window/workDoneProgress/cancel', { token: 1 }],
  ['initialized', {}],
  ['$/setTrace', { value: 'off' }],
  ['$/logTrace', { message: '' }],
  ['$/cancelRequest', { id: 99 }],
  ['$/progress', { token: 1, value: {} }],
];

const requests: readonly (readonly [method: string, params: Readonly<Record<string, unknown>>])[] = [
  ['textDocument/diagnostic', { textDocument }],
  ['textDocument/hover', { textDocument, position: start }],
  ['textDocument/completion', { textDocument, position: start }],
  ['completionItem/resolve', { label: 'a', data: { element: 'helpscout' } }],
  ['textDocument/codeAction', { textDocument, range, context: { diagnostics: [], only: ['quickfix'] } }],
  ['textDocument/definition', { textDocument, position: start }],
  ['textDocument/documentLink', { textDocument }],
  ['textDocument/documentSymbol', { textDocument }],
  ['textDocument/foldingRange', { textDocument }],
  ['textDocument/selectionRange', { textDocument, positions: [start] }],
  ['textDocument/formatting', { textDocument, options: { tabSize: 2, insertSpaces: true } }],
  ['textDocument/rangeFormatting', { textDocument, range, options: { tabSize: 2, insertSpaces: true } }],
  ['cloudElements/check', { text: '{}', uri }],
  ['cloudElements/repairPaste', { textDocument, range, text: 'x' }],
  ['cloudElements/readCurl', { text: 'curl' }],
  ['cloudElements/curlFiles', { textDocument }],
];

const wrong: readonly unknown[] = [undefined, null, 7, 'text', [], {}, true];

/** The params with one property, at any depth, missing or of another type. */
function invalidated(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [...wrong];
  const nested = Object.entries(value).flatMap(([name, property]) =>
    invalidated(property).map((other) =>
      Array.isArray(value)
        ? value.map((item, at) => (String(at) === name ? other : (item as unknown)))
        : { ...value, [name]: other },
    ),
  );
  return [...wrong, ...nested];
}

describe('messages with missing or invalid properties', () => {
  let wire: Wire;
  let id = 0;

  const text = '{ "name": "x" }';
  const fresh: readonly Sent[] = [
    { method: 'textDocument/didClose', params: { textDocument } },
    { method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'json', version: 1, text } } },
  ];

  /** The next request is answered as ever. */
  async function assertServes(what: string): Promise<void> {
    id += 1;
    wire.send(...fresh, {
      id,
      method: 'textDocument/hover',
      params: { textDocument, position: { line: 0, character: 4 } },
    });
    const { result, error } = await wire.answer(id);
    assert.ok(result && !error, `${what}: ${JSON.stringify(error)}`);
  }

  before(() => {
    wire = wireInProcess(schemas);
    wire.send(initialize, { method: 'initialized', params: {} });
  });

  for (const [method, params] of methods) {
    it(`the notification ${method}: the next request is served`, async () => {
      for (const sent of invalidated(params)) {
        wire.send(...fresh, { method, params: sent as Sent['params'] });
        await assertServes(`${method} ${JSON.stringify(sent)}`);
      }
    });
  }

  for (const [method, params] of requests) {
    it(`the request ${method}: an answer, and the next request is served`, async () => {
      for (const sent of invalidated(params)) {
        id += 1;
        wire.send({ id, method, params: sent as Sent['params'] });
        await wire.answer(id);
        await assertServes(`${method} ${JSON.stringify(sent)}`);
      }
    });
  }

  it('initialize: what the client leaves out of itself counts as what it cannot do', async () => {
    for (const sent of invalidated({
      processId: null,
      rootUri: null,
      capabilities: { textDocument: { diagnostic: {} }, workspace: {} },
      initializationOptions: { curl: true, diagnosticSeverityOverrides: { comment: 'off' } },
    })) {
      wire = wireInProcess(schemas);
      wire.send({ ...initialize, params: sent as Sent['params'] });
      await wire.answer(0);
      wire.send({ method: 'initialized', params: {} });
      await assertServes(`initialize ${JSON.stringify(sent)}`);
    }
  });
});
