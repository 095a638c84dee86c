import type { ElementSummary } from '../../../common/src/catalog/generatedFiles';
import { compileValidator } from '../../../scripts/validators';
import assert from 'node:assert/strict';
import { createCatalog } from '../../../server/src/catalog/catalog';
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
      validator: (name) => compileValidator(name, (path) => (Object.hasOwn(files, path) ? files[path] : undefined)),
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

function deskOf(): NonNullable<ReturnType<ReturnType<typeof createCatalog>['element']>> {
  const element = createCatalog(counted().source).element('desk');
  assert.ok(element);
  return element;
}

describe('catalog', () => {
  it('reads nothing before it is asked, only what it is asked for, and that once', () => {
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
    it(`knows no element ${JSON.stringify(key)} and reads nothing for it`, () => {
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

  it('reads nothing for an element that it knows by name only', () => {
    const { source, reads } = counted();
    const catalog = createCatalog(source);
    assert.equal(catalog.summary('hearsay')?.documented, false);
    assert.equal(catalog.element('hearsay'), undefined);
    assert.deepEqual(reads, ['index']);
  });

  it('survives a schema that says nothing', () => {
    const shop = createCatalog(counted().source).element('shop');
    assert.equal(shop?.name, 'shop');
    assert.deepEqual(shop.requiredEntries({}), []);
    assert.deepEqual(shop.validate({ any: 1 }), []);
  });

  it('tells the members of a request, with those within them', () => {
    const members = createCatalog(counted().source).requestProperties();
    assert.deepEqual([...members.keys()], ['element', 'configuration', 'tags']);
    assert.deepEqual(
      [...members.values()].map((member) => [member.type, member.required]),
      [
        ['object', true],
        ['object', false],
        ['array', false],
      ],
    );
    const within = members.get('element')?.properties;
    assert.deepEqual([...(within?.keys() ?? [])], ['key', 'id']);
    assert.equal(within?.get('key')?.required, true);
    assert.equal(within.get('id')?.type, 'number');
  });

  it('judges a request whose element it does not know', () => {
    const { base } = createCatalog(counted().source);
    assert.deepEqual(base.validate({ element: { key: 'private' }, configuration: { any: 1 } }), []);
    assert.deepEqual(
      base.validate({ element: { key: 'private' }, tags: 'x' }).map((error) => error.instancePath),
      ['/tags'],
    );
  });
});

describe('entry table', () => {
  it('has what is required first, way by way, and what the platform fills in last', () => {
    assert.deepEqual(
      [...deskOf().entries.keys()],
      ['kind', 'user', 'password', 'shared.key', 'events', 'other', 'lost', 'page.max'],
    );
  });

  it('tells what an entry is', () => {
    const { entries } = deskOf();
    assert.deepEqual(entries.get('shared.key'), {
      key: 'shared.key',
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

describe('validation of a request', () => {
  const whole = (configuration: unknown) => ({ element: { key: 'desk' }, configuration });
  const cases: readonly (readonly [string, unknown, readonly string[]])[] = [
    ['no fault', whole({ events: 'true' }), []],
    ['a type that two schemas name', whole(7), ['type /configuration']],
    ['a type that an enum refuses too', whole({ events: 7 }), ['type /configuration/events']],
    ['a value outside the enum', whole({ kind: 'neither' }), ['enum /configuration/kind']],
    ['no element', {}, ['required ']],
    ['no object', 'text', ['type ']],
    ['a reference to nothing', whole({ lost: 7 }), []],
  ];
  for (const [title, body, expected] of cases) {
    it(`has one error for one fault: ${title}`, () => {
      assert.deepEqual(
        deskOf()
          .validate(body)
          .map((error) => `${error.keyword} ${error.instancePath}`),
        expected,
      );
    });
  }
});
