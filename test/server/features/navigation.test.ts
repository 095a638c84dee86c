import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { definition } from '../../../server/src/features/definition';
import { openDocument } from '../../../server/src/documents/instanceDocument';
import type { InstanceDocument } from '../../../server/src/documents/servedDocument';
import { links } from '../../../server/src/features/links';
import { catalog } from '../../kit/catalog';
import { readCursor } from '../../kit/cursor';

const uri = 'file:///project/requests/instance.json';
const open = (text: string): InstanceDocument => openDocument(uri, 'cloud-elements-instance', 0, text);
const element = '"element": { "key": "helpscout" }';

/** File and text that a definition leads to. */
function defined(marked: string): [file: string, text: string] | null {
  const { text, offset } = readCursor(marked);
  const document = open(text);
  const location = definition(document, catalog, document.text.positionAt(offset));
  if (!location) return null;
  const path = fileURLToPath(location.uri);
  const schema = openDocument(location.uri, 'json', 0, readFileSync(path, 'utf8'));
  return [path.replace(/^.*schemas[/\\]/, '').replaceAll('\\', '/'), schema.text.getText(location.range)];
}

describe('go to definition', () => {
  const rows: readonly (readonly [name: string, marked: string, result: [string, string] | null])[] = [
    [
      'from an entry to its schema',
      `{ ${element}, "configuration": { "mail|box.name": "x" } }`,
      ['elements/helpscout.schema.json', '"mailbox.name"'],
    ],
    [
      'from an entry in curly quotes',
      '{ “element”: { “key”: “helpscout” }, “configuration”: { “user|name”: “x” } }',
      ['elements/helpscout.schema.json', '"username"'],
    ],
    [
      'from the key of an element to its schema',
      '{ "element": { "key": "help|scout" } }',
      ['elements/helpscout.schema.json', ''],
    ],
    ['from a property to the base', `{ ${element}, "na|me": "x" }`, ['base.schema.json', '"name"']],
    ['from a property of an object', '{ "providerData": { "co|de": "x" } }', ['base.schema.json', '"code"']],
    ['from a value to nothing', `{ ${element}, "name": "de|sk" }`, null],
    ['from the value of an entry to nothing', `{ ${element}, "configuration": { "username": "x|y" } }`, null],
    ['from an entry nobody knows to nothing', `{ ${element}, "configuration": { "made.|up": "x" } }`, null],
    ['from an unknown element to nothing', '{ "element": { "key": "../ba|se" } }', null],
    ['from a text that is no request to nothing', '[ "na|me" ]', null],
  ];
  for (const [name, marked, result] of rows) {
    it(name, () => {
      assert.deepEqual(defined(marked), result);
    });
  }
});

describe('links', () => {
  const found = (text: string): [string, string | undefined][] => {
    const document = open(text);
    return links(document).map(({ range, target }) => [document.text.getText(range), target]);
  };
  const rows: readonly (readonly [name: string, text: string, ...links: [string, string][]])[] = [
    ['a web address', '{ "a": "https://desk.test/x" }', ['https://desk.test/x', 'https://desk.test/x']],
    ['the schema beside the document', '{ "$schema": "./s.json" }', ['./s.json', 'file:///project/requests/s.json']],
    ['an address in curly quotes', '{ “a”: [“https://desk.test”] }', ['https://desk.test', 'https://desk.test']],
    [
      'no sample, placeholder, reference or name',
      '{ "a": ["https://example.com/x", "<https://x.test>", "https://${env:HOST}/"], "https://x.test": 1 }',
    ],
    ['no other text, and no $schema but at the top', '{ "a": "desk", "b": { "$schema": "./s.json" } }'],
    ['nothing that is no address', '{ "a": "https://", "b": "http://[" }'],
  ];
  for (const [name, text, ...expected] of rows) {
    it(name, () => {
      assert.deepEqual(found(text), expected);
    });
  }

  const schema = (value: string, from = uri, folders: readonly string[] = []): string | undefined =>
    links(openDocument(from, '', 0, JSON.stringify({ $schema: value })), folders)[0]?.target;

  for (const value of [
    'command:workbench.action.terminal.new',
    'COMMAND:a',
    'javascript:alert(1)',
    'vscode:extension/a.b',
    'vscode-insiders://a.b/c',
    'data:text/html,a',
    'mailto:a@b.test',
    'ftp://desk.test/a',
    'file://host/share/a.json',
    'file:////host/share/a.json',
    'file:a.json',
    '//host/share/a.json',
    '/etc/passwd',
    '..//..//..//host/share',
    '..\\\\host\\share',
    '\\\\host\\share',
    'c:/a.json',
    '../../c|/a.json',
    './a.json\u0000',
    './a%00.json',
    './a%2f..%2fb',
    './a%5Cb',
    ' command:a',
    'com\tmand:a',
    '\u200bcommand:a',
    './a b.json',
    './\u202egnp.json',
    'https://desk.test/a b',
    'https://desk.test@evil.test/',
    'https://desk.test\\@evil.test/',
    'http:\u0000//desk.test',
    `https://desk.test/${'a'.repeat(3000)}`,
    '',
  ]) {
    it(`none that an editor could do more with than open a page or a file: ${JSON.stringify(value).slice(0, 40)}`, () => {
      assert.equal(schema(value), undefined);
      assert.deepEqual(found(JSON.stringify({ a: value })), []);
    });
  }

  it('to a file lie below a folder that is open, or below that of the document', () => {
    const folders = ['file:///project'];
    assert.equal(schema('../s.json', uri, folders), 'file:///project/s.json');
    assert.equal(schema('file:///project/s.json', uri, folders), 'file:///project/s.json');
    assert.equal(schema('file:///project/s.json'), undefined);
    assert.equal(schema('file:///projects/s.json', uri, folders), undefined);
    assert.equal(schema('../../s.json', uri, folders), undefined);
    assert.equal(schema('%2e%2e/%2e%2e/s.json', uri, folders), undefined);
    assert.equal(schema('./s.json', uri, ['file:///elsewhere']), 'file:///project/requests/s.json');
    assert.equal(schema('./s.json', 'file://host/share/instance.json'), undefined);
  });

  it('of a document that is no file stay where it is', () => {
    assert.equal(schema('./s.json', 'vscode-vfs://github/a/b/instance.json'), 'vscode-vfs://github/a/b/s.json');
    assert.equal(schema('//gitlab/s.json', 'vscode-vfs://github/a/b/instance.json'), undefined);
    assert.equal(schema('file:///s.json', 'vscode-vfs://github/a/b/instance.json'), undefined);
    assert.equal(schema('./s.json', 'untitled:1'), undefined);
  });

  it('of any text at all have one of these schemes', () => {
    const pieces = fc.constantFrom(
      'command:',
      'file:',
      'http:',
      'https:',
      'vscode:',
      '//',
      '/',
      '\\\\',
      '..',
      '.',
      'a.test',
      '%2f',
      '%00',
      ' ',
      '\n',
      '\u202e',
      '@',
      '?',
      '#',
      'C|',
      '[',
      ']',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (some) => {
        const target = schema(some.join(''), uri, ['file:///project']);
        assert.match(target ?? 'file:///project/', /^(?:https?:\/\/[^/@\s]|file:\/\/\/project\/)/i, some.join(''));
      }),
      { numRuns: 2000, seed: 4 },
    );
  });
});
