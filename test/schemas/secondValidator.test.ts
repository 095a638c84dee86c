import assert from 'node:assert/strict';
import { Validator } from '@cfworker/json-schema';
import type { Schema } from '@cfworker/json-schema';
import type { Element } from '../../server/src/catalog/element';
import type { Entry } from '../../server/src/catalog/entries';
import draft07 from 'ajv/dist/refs/json-schema-draft-07.json';
import type { AuthMethod } from '../../server/src/catalog/schemaTypes';
import { elementKeys, elementOf, requestBy, requestTo, schemaFiles } from './schemaFiles';

/** Values that no entry of this type takes. */
const wrongValues: Readonly<Record<Entry['type'], readonly unknown[]>> = {
  string: [null, [], {}, 7],
  url: [null, 7, 'desk.example.org', 'no address'],
  boolean: [null, 7, 'yes', ''],
  integer: [null, {}, 1.5, 'seven', ''],
  enum: [null, 7, 'neither of them'],
  json: [null, 7, true],
};

interface Case {
  readonly title: string;
  readonly body: unknown;
  readonly valid: boolean;
}

function casesOf(element: Element): readonly Case[] {
  const complete = requestTo(element);
  const configuration = (change: Record<string, unknown>): unknown => ({
    ...complete,
    configuration: { ...complete.configuration, ...change },
  });
  const own = [...element.entries.values()].filter((entry) => !entry.filledByPlatform);
  return [
    { title: 'complete', body: complete, valid: true },
    { title: 'everything filled in', body: requestTo(element, [...element.entries.keys()]), valid: true },
    { title: 'an unknown entry', body: configuration({ 'quite.unknown': 'x' }), valid: true },
    { title: 'an unknown member', body: { ...complete, unknown: 1 }, valid: true },
    { title: 'no configuration', body: { element: complete.element }, valid: false },
    { title: 'configuration a string', body: { ...complete, configuration: 'x' }, valid: false },
    { title: 'another element', body: { ...complete, element: { key: `${element.key}x` } }, valid: false },
    { title: 'no element', body: { ...complete, element: undefined }, valid: false },
    { title: 'tags as one string', body: { ...complete, tags: 'a,b' }, valid: false },
    { title: 'a name that is a number', body: { ...complete, name: 7 }, valid: false },
    { title: 'a tag that is a number', body: { ...complete, tags: ['a', 1] }, valid: false },
    ...element.authMethods.flatMap((method) => methodCases(element, method)),
    ...own.flatMap((entry) =>
      wrongValues[entry.type].map((value) => ({
        title: `${entry.key} is ${JSON.stringify(value)}`,
        body: configuration({ [entry.key]: value }),
        valid: false,
      })),
    ),
    ...own
      .filter((entry) => entry.type === 'boolean')
      .flatMap((entry) =>
        [false, 'false', 'true'].map((value) => ({
          title: `${entry.key} is ${JSON.stringify(value)}`,
          body: configuration({ [entry.key]: value }),
          valid: true,
        })),
      ),
    ...own
      .filter((entry) => entry.type === 'integer')
      .map((entry) => ({ title: `${entry.key} is 15`, body: configuration({ [entry.key]: 15 }), valid: true })),
  ];
}

/** Complete and with one entry less, by one way of signing in; with the other spellings, too. */
function methodCases(element: Element, method: AuthMethod): readonly Case[] {
  const name = method.title ?? method.type;
  const required = method.required.filter((key) => key !== method.selector?.entry);
  const others = Object.entries(element.schema['x-element']?.spellings ?? {}).filter(([, key]) =>
    required.includes(key),
  );
  return [
    { title: `${name}, complete`, body: requestBy(element, method), valid: true },
    ...others.map(([other, key]) => ({
      title: `${name}, ${other} for ${key}`,
      body: requestBy(element, method, [...required.filter((each) => each !== key), other]),
      valid: true,
    })),
    ...required.map((key) => ({
      title: `${name}, without ${key}`,
      body: requestBy(
        element,
        method,
        required.filter((other) => other !== key),
      ),
      valid: false,
    })),
  ];
}

const fileOf = (path: string): Schema => schemaFiles.get(path) as Schema;

describe('a second validator agrees with ours', () => {
  it('that each schema is one of draft-07', () => {
    const ofSchemas = new Validator(draft07 as Schema, '7', false);
    for (const [path, schema] of schemaFiles) assert.ok(ofSchemas.validate(schema).valid, path);
    assert.ok(!ofSchemas.validate({ required: 'configuration' }).valid);
  });

  for (const key of elementKeys) {
    it(`on requests to ${key}, where one fault is one error`, () => {
      const element = elementOf(key);
      const second = new Validator(fileOf(`elements/${key}.schema.json`), '7', true);
      for (const path of ['base.schema.json', 'auth.schema.json']) second.addSchema(fileOf(path));
      for (const { title, body, valid } of casesOf(element)) {
        const sent: unknown = JSON.parse(JSON.stringify(body));
        const errors = element.validate(sent);
        assert.equal(errors.length, valid ? 0 : 1, `ours: ${title}: ${JSON.stringify(errors)}`);
        assert.equal(second.validate(sent).valid, valid, `the second: ${title}`);
      }
    });
  }
});
