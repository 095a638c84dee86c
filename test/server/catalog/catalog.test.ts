import type { ElementSummary } from '../../../common/src/catalog/generatedFiles';
import assert from 'node:assert/strict';
import { createCatalog } from '../../../server/src/catalog/catalog';
import { valueErrors } from '../../../server/src/problems/valueErrors';
import { compileSchema } from '../../../server/src/node/compileSchema';
import type { Element } from '../../../server/src/catalog/element';
import type { JsonSchema, SchemaSource } from '../../../server/src/catalog/schemaTypes';

const text = (title: string, more: JsonSchema = {}): JsonSchema => ({
  title,
  description: title,
  type: 'string',
  ...more,
});

const desk: JsonSchema = {
  $id: 'https://cloud-elements-instances.invalid/schemas/elements/desk.schema.json',
  'x-element': {
    name: 'Desk',
    hub: 'helpdesk',
    id: 1,
    summary: 'A desk.',
    authMethods: [
      {
        type: 'basic',
        flow: 'direct',
        required: ['user', 'password'],
        optional: ['events'],
        providerData: [],
        selector: { entry: 'kind', value: 'basic' },
      },
      {
        type: 'oauth2',
        flow: 'oauth2-code',
        required: ['shared.key'],
        optional: [],
        providerData: ['code'],
        selector: { entry: 'kind', value: 'oauth2' },
        default: true,
      },
    ],
  },
  allOf: [{ $ref: '../base.schema.json' }],
  type: 'object',
  properties: {
    element: { type: 'object', properties: { key: { const: 'desk' } } },
    configuration: {
      type: 'object',
      properties: {
        'page.max': { title: 'Page', description: 'Page', type: ['integer', 'string'], readOnly: true },
        password: text('Password', { writeOnly: true }),
        events: {
          title: 'Events',
          description: 'Events',
          type: ['boolean', 'string'],
          enum: [true, false, 'true', 'false'],
          default: false,
        },
        other: text('Other'),
        user: text('User'),
        kind: text('Kind', { enum: ['basic', 'Basic', 'oauth2'], examples: ['basic', 'oauth2'] }),
        'shared.key': { $ref: '../auth.schema.json#/definitions/shared.key' },
        lost: { $ref: '../auth.schema.json#/definitions/nowhere' },
      },
    },
  },
};

const files: Readonly<Record<string, JsonSchema>> = {
  'base.schema.json': {
    type: 'object',
    required: ['element'],
    properties: {
      element: {
        title: 'Element',
        description: 'Names the element.',
        type: 'object',
        required: ['key'],
        properties: { key: text('Key'), id: { title: 'Id', type: ['integer', 'string'] } },
      },
      configuration: { title: 'Configuration', type: 'object' },
      tags: { title: 'Tags', type: 'array', items: { type: 'string' } },
    },
  },
  'auth.schema.json': { definitions: { 'shared.key': text('Shared Key', { writeOnly: true }) } },
  'elements/desk.schema.json': desk,
  'elements/shop.schema.json': { type: 'object' },
};

function counted(): { source: SchemaSource; reads: string[] } {
  const reads: string[] = [];
  const index: readonly ElementSummary[] = [
    ...['desk', 'shop', 'gone'].map((key) => ({ key, name: key, hub: null })),
    { key: 'hearsay', name: 'hearsay', hub: null, documented: false },
  ];
  return {
    reads,
    source: {
      validators: new Map(),
      compile: compileSchema,
      file: () => undefined,
      skeletons: () => new Map([['ce-desk', '{$1}']]),
      elements: () => {
        reads.push('index');
        return index;
      },
      read: (path) => {
        reads.push(path);
        return Object.hasOwn(files, path) ? files[path] : undefined;
      },
    },
  };
}

function deskOf(catalog = createCatalog(counted().source)): Element {
  const element = catalog.element('desk');
  assert.ok(element);
  return element;
}

describe('catalog', () => {
  it('reads only what is requested, when it is first requested, once', () => {
    const { source, reads } = counted();
    const catalog = createCatalog(source);
    assert.equal(reads.length, 0);
    assert.equal(catalog.summary('desk')?.name, 'desk');
    assert.equal(catalog.elements().length, 4);
    assert.deepEqual(reads, ['index']);
    assert.equal(catalog.element('desk'), catalog.element('desk'));
    const ofElements = reads.filter((path: string) => path.startsWith('elements/'));
    assert.deepEqual(ofElements, ['elements/desk.schema.json']);
  });

  for (const key of ['nobody', '../base', '__proto__', 'constructor', '', 'desk.schema.json#']) {
    it(`does not know the element ${JSON.stringify(key)}, and reads nothing for it`, () => {
      const { source, reads } = counted();
      const catalog = createCatalog(source);
      assert.equal(catalog.summary(key), undefined);
      assert.equal(catalog.element(key), undefined);
      assert.deepEqual(reads, ['index']);
    });
  }

  it('survives an index that lists an element without a schema', () => {
    assert.equal(createCatalog(counted().source).element('gone'), undefined);
  });

  it('reads nothing for an element without documentation', () => {
    const { source, reads } = counted();
    const catalog = createCatalog(source);
    assert.equal(catalog.summary('hearsay')?.documented, false);
    assert.equal(catalog.element('hearsay'), undefined);
    assert.deepEqual(reads, ['index']);
  });

  it('survives an empty schema', () => {
    const shop = createCatalog(counted().source).element('shop');
    assert.equal(shop?.name, 'shop');
    assert.deepEqual(shop.requiredEntries({}), []);
    assert.equal(shop.entries.size, 0);
  });

  it('lists the properties of a request, and those of its objects', () => {
    const properties = createCatalog(counted().source).requestProperties();
    assert.deepEqual([...properties.keys()], ['element', 'configuration', 'tags']);
    assert.deepEqual(
      [...properties.values()].map((property) => [property.type, property.required]),
      [
        ['object', true],
        ['object', false],
        ['array', false],
      ],
    );
    const within = properties.get('element')?.properties;
    assert.deepEqual([...(within?.keys() ?? [])], ['key', 'id']);
    assert.equal(within?.get('key')?.required, true);
    assert.equal(within.get('id')?.type, 'number');
  });
});

describe('entry table', () => {
  it('has required entries first, method by method, and those that the platform fills in last', () => {
    assert.deepEqual(
      [...deskOf().entries.keys()],
      ['kind', 'user', 'password', 'shared.key', 'events', 'other', 'lost', 'page.max'],
    );
  });

  it('describes entries', () => {
    const { entries } = deskOf();
    assert.deepEqual(entries.get('shared.key'), {
      key: 'shared.key',
      schema: files['auth.schema.json']?.definitions?.['shared.key'],
      title: 'Shared Key',
      description: 'Shared Key',
      type: 'string',
      examples: [],
      secret: true,
      filledByPlatform: false,
    });
    assert.equal(entries.get('events')?.type, 'boolean');
    assert.equal(entries.get('events')?.default, false);
    assert.deepEqual(entries.get('kind')?.enum, ['basic', 'oauth2']);
    assert.equal(entries.get('page.max')?.type, 'integer');
    assert.equal(entries.get('page.max')?.filledByPlatform, true);
  });
});

describe('the values of a request', () => {
  const whole = (configuration: unknown) => ({ element: { key: 'desk' }, configuration });
  const cases: readonly (readonly [string, unknown, readonly string[]])[] = [
    ['no fault', whole({ events: 'true' }), []],
    ['a type that two schemas name', whole(7), ['type configuration']],
    ['entries in an array', whole([7]), ['type configuration']],
    ['a type that an enum refuses too', whole({ events: 7 }), ['type configuration events']],
    ['a value outside the enum', whole({ kind: 'neither' }), ['enum configuration kind']],
    ['an item of a wrong type', { tags: ['a', 1] }, ['type tags 1']],
    ['a property of a property', { element: { key: 7 } }, ['type element key']],
    ['a value that is not there yet', whole({ events: undefined }), []],
    ['no object', 'text', []],
    ['a reference to nothing', whole({ lost: 7 }), []],
  ];
  for (const [title, body, expected] of cases) {
    it(`have one error for one fault: ${title}`, () => {
      const catalog = createCatalog(counted().source);
      const errors = valueErrors(body, catalog, deskOf(catalog));
      assert.deepEqual(
        errors.map(({ path, error }) => [error.keyword, ...path].join(' ')),
        expected,
      );
    });
  }

  it('are validated where the element is not known, except its entries', () => {
    const errors = valueErrors({ tags: 'x', configuration: { events: 7 } }, createCatalog(counted().source), undefined);
    assert.deepEqual(
      errors.map(({ path }) => path),
      [['tags']],
    );
  });
});
