// What the JSON support of VS Code, which edits settings.json, makes of the setting's schema.
import assert from 'node:assert/strict';
import { getLanguageService, MarkupContent, TextDocument, type JSONSchema } from 'vscode-json-languageservice';
import { settings } from '../../common/src/protocol/settings';
import { readManifest } from '../kit/manifest';
import { defaultSeverities, readSeverityOverrides } from '../../server/src/problems/severities';

interface Manifest {
  readonly contributes: { readonly configuration: { readonly properties: Record<string, JSONSchema> } };
}

const { contributes } = readManifest() as Manifest;
const { properties } = contributes.configuration;
const service = getLanguageService({
  clientCapabilities: {
    textDocument: {
      completion: {
        completionItem: { documentationFormat: ['markdown'] },
      },
    },
  },
});
service.configure({ schemas: [{ uri: 'settings:/schema', fileMatch: ['*'], schema: { type: 'object', properties } }] });

const codes = Object.keys(defaultSeverities);
const values = ['error', 'warning', 'information', 'hint', 'off'];

/** Opens a settings.json that has this text for the setting; `|` is the caret. */
function open(marked: string) {
  const text = `{ "${settings.severityOverrides}": ${marked} }`;
  const document = TextDocument.create('file:///settings.json', 'jsonc', 1, text.replace('|', ''));
  const tree = service.parseJSONDocument(document);
  return { document, tree, caret: document.positionAt(text.indexOf('|')) };
}

async function offered(marked: string) {
  const { document, tree, caret } = open(marked);
  return (await service.doComplete(document, caret, tree))?.items ?? [];
}

async function messages(value: unknown): Promise<unknown[]> {
  const { document, tree } = open(JSON.stringify(value));
  return (await service.doValidation(document, tree)).map(({ message }) => message);
}

describe('the schema of the severity overrides', () => {
  it('offers every code, with what it is about, its default and a link to its section', async () => {
    const items = await offered('{ | }');
    assert.deepEqual(items.map(({ label }) => label).sort(), [...codes].sort());
    for (const { label, documentation } of items) {
      assert.ok(MarkupContent.is(documentation), label);
      const severity = defaultSeverities[label as keyof typeof defaultSeverities];
      assert.match(
        documentation.value,
        new RegExp(`^[A-Z].*\\. Default: ${severity}\\b.*/docs/problems\\.md#${label}\\)\\.$`),
      );
    }
  });

  it('offers no code a second time', async () => {
    const labels = (await offered('{ "comment": "off", | }')).map(({ label }) => label);
    assert.deepEqual(labels.sort(), codes.filter((code) => code !== 'comment').sort());
  });

  it('offers every severity and "off" for each code', async () => {
    for (const code of codes) {
      const labels = (await offered(`{ "${code}": | }`)).map(({ label }) => label);
      assert.deepEqual(labels.sort(), values.map((value) => `"${value}"`).sort(), code);
    }
  });

  it('accepts every code with every value, as the server does', async () => {
    for (const value of values) {
      const overrides = Object.fromEntries(codes.map((code) => [code, value]));
      assert.deepEqual(await messages(overrides), []);
      assert.deepEqual(readSeverityOverrides(overrides), overrides);
    }
  });

  for (const [what, value] of [
    ['an unknown code', { 'unheard-of': 'off' }],
    ['an unknown value', { comment: 'fatal' }],
    ['the value "default"', { comment: 'default' }],
    ['a value that is no string', { comment: false }],
    ['an array', ['comment']],
    ['a string', 'off'],
  ] as const) {
    it(`refuses ${what}, which the server ignores`, async () => {
      assert.notDeepEqual(await messages(value), []);
      assert.deepEqual(readSeverityOverrides(value), {});
    });
  }

  it('describes each code without Markdown for the Settings editor', () => {
    const { properties: overrides = {} } = properties[settings.severityOverrides] ?? {};
    assert.deepEqual(Object.keys(overrides).sort(), [...codes].sort());
    for (const [code, schema] of Object.entries(overrides)) {
      assert.match((schema as JSONSchema).description ?? '', /^[A-Z][^`[]* Default: [^`[]*\.$/, code);
    }
  });
});
