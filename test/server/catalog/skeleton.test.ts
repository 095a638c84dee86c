import assert from 'node:assert/strict';
import { createElement } from '../../../server/src/catalog/element';
import type { Element } from '../../../server/src/catalog/element';
import type { Entry } from '../../../server/src/catalog/entries';
import type { JsonSchema, AuthMethod } from '../../../server/src/catalog/schemaTypes';
import { entrySnippet, entryText, skeletonSnippet, type SkeletonOptions } from '../../../server/src/catalog/skeleton';
import { expandSnippet } from '../../schemas/snippetReader';

const skeletonText = (element: Element, options?: SkeletonOptions): string =>
  expandSnippet(skeletonSnippet(element, options));

function elementWith(
  properties: Record<string, JsonSchema>,
  methods: readonly Partial<AuthMethod>[],
  name = 'Desk',
): Element {
  const schema: JsonSchema = {
    'x-element': {
      name,
      hub: null,
      id: null,
      summary: '',
      authMethods: methods.map((authMethod) => ({
        type: 'basic',
        flow: 'direct',
        required: [],
        optional: [],
        providerData: [],
        ...authMethod,
      })),
    },
    properties: { configuration: { properties } },
  };
  return createElement('desk', schema);
}

const entry = (more: Partial<Entry>): Entry => ({
  key: 'the.key',
  schema: {},
  title: 'The Key',
  description: '',
  type: 'string',
  examples: [],
  secret: false,
  filledByPlatform: false,
  ...more,
});

describe('snippet of one entry', () => {
  const cases: readonly (readonly [string, Partial<Entry>, string, unknown])[] = [
    ['text', {}, '"the.key": "$1"', ''],
    ['an example is not put in', { examples: ['acme'] }, '"the.key": "$1"', ''],
    ['a default is', { default: 'sms' }, '"the.key": "${1:sms}"', 'sms'],
    ['a number', { type: 'integer', default: 3600 }, '"the.key": "${1:3600}"', '3600'],
    ['a boolean', { type: 'boolean' }, '"the.key": ${1|true,false|}', true],
    ['a boolean, its default first', { type: 'boolean', default: false }, '"the.key": ${1|false,true|}', false],
    ['choices', { type: 'enum', enum: ['a', 'b'] }, '"the.key": "${1|a,b|}"', 'a'],
    ['choices, the default first', { type: 'enum', enum: ['a', 'b'], default: 'b' }, '"the.key": "${1|b,a|}"', 'b'],
    ['no choices', { type: 'enum', enum: [] }, '"the.key": "$1"', ''],
    ['an object', { type: 'json' }, '"the.key": {$1}', {}],
    ['$ } and \\ in a default', { default: 'a${b}\\' }, '"the.key": "${1:a\\${b\\}\\\\\\\\}"', 'a${b}\\'],
    [', and | in a choice', { type: 'enum', enum: ['a,b|c', 'd'] }, '"the.key": "${1|a\\,b\\|c,d|}"', 'a,b|c'],
  ];
  for (const [title, more, snippet, value] of cases) {
    it(`${title}: ${snippet}`, () => {
      assert.equal(entrySnippet(entry(more)), snippet);
      assert.deepEqual(JSON.parse(`{${expandSnippet(snippet)}}`), { 'the.key': value });
      assert.deepEqual(JSON.parse(`{${entryText(entry(more))}}`), { 'the.key': value });
    });
  }

  it('a $ in a key is no variable', () => {
    assert.equal(entrySnippet(entry({ key: '$HOME' })), '"\\$HOME": "$1"');
  });
});

describe('skeleton of a request', () => {
  const text: JsonSchema = { type: 'string' };
  const desk = elementWith({ a: text, b: text, c: text }, [{ required: ['b', 'a'], optional: ['c'] }]);

  it('is the required entries in the order of the method, tags and name', () => {
    assert.equal(
      skeletonSnippet(desk),
      [
        '{',
        '\t"element": {',
        '\t\t"key": "desk"',
        '\t},',
        '\t"configuration": {',
        '\t\t"b": "$1",',
        '\t\t"a": "$2"',
        '\t},',
        '\t"tags": [$3],',
        '\t"name": "${4:Desk}"',
        '}',
      ].join('\n'),
    );
  });

  it('is the same as text', () => {
    assert.equal(
      skeletonText(desk),
      JSON.stringify({ element: { key: 'desk' }, configuration: { b: '', a: '' }, tags: [], name: 'Desk' }, null, '\t'),
    );
  });

  it('has the given indentation', () => {
    assert.match(skeletonSnippet(desk, { indent: '    ' }), /^ {4}"element"/m);
    assert.match(skeletonSnippet(desk), /^\t"element"/m);
  });

  it('is valid JSON where nothing is required', () => {
    const bare = elementWith({}, [{}]);
    const expected = { element: { key: 'desk' }, configuration: {}, tags: [], name: 'Desk' };
    assert.deepEqual(JSON.parse(expandSnippet(skeletonSnippet(bare))), expected);
    assert.deepEqual(JSON.parse(skeletonText(bare)), expected);
  });

  it('escapes a name with special characters of snippets and JSON', () => {
    const name = 'A "quoted" $1 ${2:x} \\ } desk';
    const odd = elementWith({}, [{}], name);
    assert.equal((JSON.parse(expandSnippet(skeletonSnippet(odd))) as { name: string }).name, name);
    assert.equal((JSON.parse(skeletonText(odd)) as { name: string }).name, name);
  });

  it('sets the selector of the method it is for, and asks for no providerData', () => {
    const selector = (value: string) => ({ entry: 'kind', value });
    const both = elementWith({ a: text, b: text, kind: text }, [
      { type: 'basic', required: ['a'], selector: selector('basic'), default: true },
      {
        type: 'oauth2',
        flow: 'oauth2-code',
        required: ['kind', 'b'],
        providerData: ['code'],
        selector: selector('o2'),
      },
    ]);
    const configurations = both.authMethods.map(
      (authMethod) =>
        (JSON.parse(expandSnippet(skeletonSnippet(both, { authMethod }))) as { configuration: unknown }).configuration,
    );
    assert.deepEqual(configurations, [
      { kind: 'basic', a: '' },
      { kind: 'o2', b: '' },
    ]);
    assert.ok(both.authMethods.every((authMethod) => !skeletonText(both, { authMethod }).includes('providerData')));
  });
});
