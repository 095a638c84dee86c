import assert from 'node:assert/strict';
import { Validator } from '@cfworker/json-schema';
import type { Schema } from '@cfworker/json-schema';
import type { ErrorObject } from 'ajv';
import type { Element } from '../../server/src/catalog/element';
import type { Entry } from '../../server/src/catalog/entries';
import draft07 from 'ajv/dist/refs/json-schema-draft-07.json';
import type { AuthMethod } from '../../server/src/catalog/schemaTypes';
import { valueErrors } from '../../server/src/problems/valueErrors';
import { catalog } from '../kit/catalog';
import { elementKeys, elementOf, requestBy, requestErrors, requestTo, schemaFiles, wholeErrors } from './schemaFiles';

/** Values that no entry of this type accepts. */
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
  /** How many values are wrong, where any is; what is missing is no value. */
  readonly wrong?: number;
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
    { title: 'an unknown property', body: { ...complete, unknown: 1 }, valid: true },
    { title: 'no configuration', body: { element: complete.element }, valid: false },
    { title: 'configuration a string', body: { ...complete, configuration: 'x' }, valid: false, wrong: 1 },
    { title: 'another element', body: { ...complete, element: { key: `${element.key}x` } }, valid: false },
    { title: 'no element', body: { ...complete, element: undefined }, valid: false },
    { title: 'tags as one string', body: { ...complete, tags: 'a,b' }, valid: false, wrong: 1 },
    { title: 'a name that is a number', body: { ...complete, name: 7 }, valid: false, wrong: 1 },
    { title: 'a tag that is a number', body: { ...complete, tags: ['a', 1] }, valid: false, wrong: 1 },
    ...element.authMethods.flatMap((method) => methodCases(element, method)),
    ...own.flatMap((entry) =>
      wrongValues[entry.type].map((value) => ({
        title: `${entry.key} is ${JSON.stringify(value)}`,
        body: configuration({ [entry.key]: value }),
        valid: false,
        wrong: 1,
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

/** A request in which as many values as can be are wrong at once. */
const allWrong = (element: Element, round: number): unknown => ({
  ...{ name: 7, tags: [1, 'a', {}], element: { key: element.key, id: 'x' }, eventsEnabled: 'perhaps' },
  ...{ oauthProxy: { isOauthProxy: 1, oauthProxyName: null }, providerData: { code: [], realmId: {} } },
  ...{ $schema: 1, externalAuthentication: false, retrieveObjectsAfterInstantiation: null },
  configuration: Object.fromEntries(
    [...element.entries.values()].map((entry) => {
      const values = wrongValues[entry.type];
      return [entry.key, values[round % values.length]];
    }),
  ),
});

const fileOf = (path: string): Schema => schemaFiles.get(path) as Schema;

/** The errors of a whole request that are on its values, a wrong type before what else is wrong there then. */
function ofValues(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const relevant = errors.filter(
    ({ keyword, instancePath }) =>
      instancePath !== '' && keyword !== 'required' && keyword !== 'if' && instancePath !== '/element/key',
  );
  const wrongType = new Set(relevant.filter(({ keyword }) => keyword === 'type').map((error) => error.instancePath));
  return relevant.filter(({ keyword, instancePath }) => keyword === 'type' || !wrongType.has(instancePath));
}

/** Without order and repetition: base and element both say what type `configuration` has. */
const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();
const inBrief = (path: string, { keyword, params }: ErrorObject): string => JSON.stringify([path, keyword, params]);
const ours = (request: unknown, element?: Element): readonly [path: string, error: ErrorObject][] =>
  valueErrors(request, catalog, element).map(({ path, error }) => [`/${path.join('/')}`, error]);

const valueKeywords = new Set(['type', 'enum', 'pattern', 'format']);

describe('a second validator agrees with ours', () => {
  it('that each schema is one of draft-07', () => {
    const ofSchemas = new Validator(draft07 as Schema, '7', false);
    for (const [path, schema] of schemaFiles) assert.ok(ofSchemas.validate(schema).valid, path);
    assert.ok(!ofSchemas.validate({ required: 'configuration' }).valid);
  });

  for (const key of elementKeys) {
    const element = elementOf(key);
    const countErrors = (title: string, request: unknown): number => {
      const found = ours(request, element);
      assert.deepEqual(
        distinct(found.map(([path, error]) => inBrief(path, error))),
        distinct(ofValues(requestErrors(key, request)).map((error) => inBrief(error.instancePath, error))),
        `value by value, and as a whole: ${title}`,
      );
      const { errors } = second.validate(request);
      assert.deepEqual(
        distinct(found.map(([path]) => `#${path}`)),
        distinct(
          errors.filter(({ keyword }) => valueKeywords.has(keyword)).map(({ instanceLocation }) => instanceLocation),
        ),
        `ours, and the second: ${title}`,
      );
      return found.length;
    };
    const second = new Validator(fileOf(`elements/${key}.schema.json`), '7', false);
    for (const path of ['base.schema.json', 'auth.schema.json']) second.addSchema(fileOf(path));

    it(`on requests to ${key}, value by value as on the whole, where one fault is one error`, () => {
      for (const { title, body, valid, wrong = 0 } of casesOf(element)) {
        const sent: unknown = JSON.parse(JSON.stringify(body));
        assert.equal(second.validate(sent).valid, valid, `the second: ${title}`);
        assert.equal(requestErrors(key, sent).length === 0, valid, `ours, on the whole: ${title}`);
        assert.equal(countErrors(title, sent), wrong, title);
      }
    });

    it(`on requests to ${key} in which everything is wrong`, () => {
      for (const round of [0, 1, 2, 3]) {
        const wrong = [...element.entries.values()].filter((entry) => !entry.filledByPlatform).length;
        assert.ok(countErrors(`round ${round}`, JSON.parse(JSON.stringify(allWrong(element, round)))) > wrong);
      }
    });
  }

  it('on requests to elements that nobody knows', () => {
    for (const key of elementKeys.slice(0, 3)) {
      const request: unknown = JSON.parse(JSON.stringify(allWrong(elementOf(key), 0)));
      const found = ours(request).map(([path, error]) => inBrief(path, error));
      const whole = ofValues(wholeErrors('base.schema.json', request));
      assert.deepEqual(distinct(found), distinct(whole.map((error) => inBrief(error.instancePath, error))));
      assert.ok(found.length > 10);
    }
  });
});
