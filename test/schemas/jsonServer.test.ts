import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import { elementKeys, elementOf, requestBy, schemasFolder } from './schemaFiles';

/** The engine of VS Code's own JSON support, set up as by a `json.schemas` setting that names instance.schema.json. */
function jsonServer() {
  const service = getLanguageService({
    workspaceContext: { resolveRelativePath: (path, from) => new URL(path, from).href },
    schemaRequestService: (uri) => Promise.resolve(readFileSync(fileURLToPath(uri), 'utf8')),
  });
  const url = pathToFileURL(join(schemasFolder, 'instance.schema.json')).href;
  service.configure({ schemas: [{ uri: url, fileMatch: ['*'] }] });
  const open = (text: string) => {
    const document = TextDocument.create('file:///instance.json', 'json', 1, text);
    return { document, tree: service.parseJSONDocument(document) };
  };
  return {
    async messages(request: unknown): Promise<readonly string[]> {
      const { document, tree } = open(JSON.stringify(request));
      return (await service.doValidation(document, tree)).map((problem) => JSON.stringify(problem.message));
    },
    /** Labels offered at the `|` of the text. */
    async labels(marked: string): Promise<readonly string[]> {
      const { document, tree } = open(marked.replace('|', ''));
      const list = await service.doComplete(document, document.positionAt(marked.indexOf('|')), tree);
      return (list?.items ?? []).map((item) => item.label);
    },
  };
}

describe("instance.schema.json in VS Code's JSON support", () => {
  const server = jsonServer();

  it('accepts a complete request to each element, with each authentication method', async () => {
    for (const element of elementKeys.map(elementOf)) {
      for (const method of element.authMethods) {
        assert.deepEqual(await server.messages(requestBy(element, method)), [], element.key);
      }
    }
  });

  it('reports each missing entry that the element requires', async () => {
    for (const key of elementKeys) {
      const messages = await server.messages({ element: { key }, configuration: {} });
      for (const { key: entry } of elementOf(key).requiredEntries({})) {
        assert.ok(
          messages.some((message) => message.includes(entry)),
          `${key}: ${entry} in ${JSON.stringify(messages)}`,
        );
      }
    }
  });

  it('has no problems for an element that it does not know', async () => {
    assert.deepEqual(await server.messages({ element: { key: 'our-own' }, configuration: { any: 'x' } }), []);
  });

  it('offers element keys, and the entries of the element of the request', async () => {
    const keys = await server.labels('{ "element": { "key": | } }');
    for (const key of elementKeys)
      assert.ok(
        keys.some((label) => label.includes(key)),
        key,
      );
    const entries = await server.labels('{ "element": { "key": "helpscout" }, "configuration": { "|" } }');
    assert.ok(entries.includes('mailbox.name'));
    assert.ok(!entries.includes('clientId'));
  });
});
