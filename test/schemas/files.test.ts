import assert from 'node:assert/strict';
import type { JsonSchema } from '../../server/src/catalog/schemaTypes';
import {
  elementKeys,
  elementOf,
  idBase,
  readSchema,
  requestBy,
  requestErrors,
  requestTo,
  schemaFiles,
  strictAjv,
} from './schemaFiles';

function* schemasWithin(value: unknown): Generator<JsonSchema> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as JsonSchema;
  for (const [keyword, content] of Object.entries(value)) {
    if (keyword !== 'x-element') yield* schemasWithin(content);
  }
}

/** Every schema that a person reads: entries, and properties of a request. */
function described(): readonly (readonly [string, JsonSchema])[] {
  const definitions = Object.entries(readSchema('auth.schema.json').definitions ?? {});
  const nested = Object.values(readSchema('base.schema.json').properties ?? {}).flatMap((property) =>
    Object.entries(property.properties ?? {}),
  );
  const entries = elementKeys.flatMap((key) =>
    Object.entries(readSchema(`elements/${key}.schema.json`).properties?.configuration?.properties ?? {})
      .filter(([, entry]) => entry.$ref === undefined)
      .map(([entryKey, entry]): [string, JsonSchema] => [`${key}: ${entryKey}`, entry]),
  );
  return [...definitions, ...Object.entries(readSchema('base.schema.json').properties ?? {}), ...nested, ...entries];
}

describe('every schema file', () => {
  it('is a valid draft-07 schema under its own $id', () => {
    const ajv = strictAjv();
    for (const [path, schema] of schemaFiles) {
      assert.equal(schema.$schema, 'http://json-schema.org/draft-07/schema#', path);
      assert.equal(schema.$id, idBase + path);
      assert.ok(ajv.validateSchema(schema), `${path}: ${ajv.errorsText()}`);
    }
  });

  it('compiles in the strict mode of ajv', () => {
    const ajv = strictAjv();
    for (const schema of schemaFiles.values()) ajv.addSchema(schema);
    for (const path of schemaFiles.keys()) assert.doesNotThrow(() => ajv.compile({ $ref: idBase + path }), path);
  });

  it('has nothing next to a $ref', () => {
    for (const [path, schema] of schemaFiles) {
      for (const part of schemasWithin(schema)) {
        if (typeof part.$ref === 'string') assert.deepEqual(Object.keys(part), ['$ref'], path);
      }
    }
  });

  const entries = elementKeys.flatMap((key) => [...elementOf(key).entries.values()]);
  it(`gives all ${entries.length} entries of ${elementKeys.length} elements a title and a description`, () => {
    for (const { key, title, description } of entries) assert.ok(title !== key && description !== '', key);
  });

  const all = described();
  it(`gives each entry and property, ${all.length} in all, a title and a description`, () => {
    for (const [key, { title, description }] of all) {
      assert.ok(title, `${key} has no title`);
      assert.match(description ?? '', /^[A-Za-z0-9].{14,}\.$/, `${key} has no description, or one that is no sentence`);
      assert.doesNotMatch(description ?? '', /^The (.+) of \1/, key);
      assert.notEqual(description?.replace(/\.$/, '').toLowerCase(), title.toLowerCase(), key);
    }
  });

  it('has defaults and examples that validate, and none for a secret', () => {
    const ajv = strictAjv();
    for (const [key, entry] of all) {
      const values = [...(entry.examples ?? []), ...(entry.default === undefined ? [] : [entry.default])];
      if (entry.writeOnly === true) assert.deepEqual(values, [], key);
      for (const value of values) assert.ok(ajv.validate(entry, value), `${key}: ${JSON.stringify(value)}`);
    }
  });
});

for (const key of elementKeys) {
  const schema = readSchema(`elements/${key}.schema.json`);
  const element = elementOf(key);

  describe(`schema of ${key}`, () => {
    it('has the key of its element in its name', () => {
      assert.equal(schema.properties?.element?.properties?.key?.const, key);
      assert.equal(schema.title, element.name);
    });

    it('is self-contained once read', () => {
      for (const part of schemasWithin(element.schema)) {
        assert.equal(part.$ref, undefined);
        assert.equal(part.$id, undefined);
        if (part.const === undefined) assert.notDeepEqual(part, {}, 'a reference to nothing');
      }
    });

    it('has only entries that a person fills in in its auth methods', () => {
      for (const method of element.authMethods) {
        for (const name of [...method.required, ...method.optional]) {
          assert.equal(element.entries.get(name)?.filledByPlatform, false, name);
        }
      }
    });

    it('lists every entry as required, optional or filled in by the platform', () => {
      const named = new Set(
        element.authMethods.flatMap((method) => [...method.required, ...method.optional, method.selector?.entry]),
      );
      const others = [...element.entries.values()].filter((entry) => !entry.filledByPlatform && !named.has(entry.key));
      assert.deepEqual(others, []);
    });

    it('never requires what the platform fills in', () => {
      const required = schema.properties?.configuration?.required ?? [];
      assert.deepEqual(
        required.filter((name) => element.entries.get(name)?.filledByPlatform !== false),
        [],
      );
    });

    it('has one default authentication method', () => {
      assert.ok(
        element.authMethods.length === 1 ||
          element.authMethods.filter((method) => method.default === true).length === 1,
      );
    });

    it('misses exactly the required entries of a method in an empty configuration', () => {
      // A method without a selector that is not the default is selected by entries, of which there are none here.
      for (const method of element.authMethods.filter(
        (each) => each.selector ?? each.default ?? element.authMethods.length === 1,
      )) {
        const request = requestBy(element, method, []);
        const errors = requestErrors(key, request)
          .filter(({ keyword }) => keyword !== 'if')
          .map(({ keyword, params }) => [keyword, params.missingProperty as unknown]);
        assert.deepEqual(
          new Map(errors.map(([, name]) => [name, 'required'])),
          new Map(method.required.filter((name) => !(name in request.configuration)).map((name) => [name, 'required'])),
        );
        assert.ok(errors.every(([keyword]) => keyword === 'required'));
      }
    });

    it('accepts the entries that a method requires, and all others as well', () => {
      for (const method of element.authMethods) {
        assert.deepEqual(requestErrors(key, requestBy(element, method)), []);
        assert.deepEqual(requestErrors(key, requestBy(element, method, [...element.entries.keys()])), []);
      }
    });

    it('begins a new request with entries that a person fills in', () => {
      for (const { skeleton, required } of element.authMethods) {
        for (const name of skeleton ?? []) assert.equal(element.entries.get(name)?.filledByPlatform, false, name);
        assert.ok(!skeleton || required.every((name) => skeleton.includes(name)));
      }
    });

    it('has other spellings only of entries, and mentions them in each', () => {
      for (const [other, name] of Object.entries(schema['x-element']?.spellings ?? {})) {
        assert.ok(element.entries.has(name) && element.entries.has(other), other);
        assert.match(element.entries.get(other)?.description ?? '', /^Same as /, other);
      }
    });

    it('does not require the sign-in that provisioning does later', () => {
      const complete = requestTo(element);
      assert.ok(!('providerData' in complete));
      assert.deepEqual(requestErrors(key, complete), []);
    });
  });
}
