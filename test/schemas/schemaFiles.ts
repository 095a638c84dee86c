import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import type { Element } from '../../server/src/catalog/element';
import type { Entry } from '../../server/src/catalog/entries';
import type { JsonSchema, AuthMethod } from '../../server/src/catalog/schemaTypes';
import { catalog } from '../kit/catalog';

export const root = join(__dirname, '../..');
export const schemasFolder = join(root, 'schemas');
const suffix = '.schema.json';

export const readSchema = (path: string): JsonSchema =>
  JSON.parse(readFileSync(join(schemasFolder, path), 'utf8')) as JsonSchema;

/** From the folder, not from the generated index. */
export const elementKeys: readonly string[] = readdirSync(join(schemasFolder, 'elements')).map((file) =>
  file.slice(0, -suffix.length),
);

/** Every schema file, by its path relative to schemas/. */
export const schemaFiles: ReadonlyMap<string, JsonSchema> = new Map(
  [`base${suffix}`, `auth${suffix}`, `instance${suffix}`, ...elementKeys.map((key) => `elements/${key}${suffix}`)].map(
    (path) => [path, readSchema(path)],
  ),
);

export const idBase = 'https://cloud-elements-instances.invalid/schemas/';

/** The compiler in its strict mode, without any schema. */
export function strictAjv(): Ajv {
  const ajv = new Ajv({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    allErrors: true,
    code: { optimize: false },
  });
  ajv.addVocabulary(['x-element']);
  addFormats(ajv);
  return ajv;
}

const ofFiles = strictAjv();
for (const schema of schemaFiles.values()) ofFiles.addSchema(schema);

/** What a whole request breaks of a schema file as it is written, in the way of tools that know nothing of elements. */
export function wholeErrors(path: string, request: unknown): readonly ErrorObject[] {
  const validate = ofFiles.getSchema(idBase + path);
  if (!validate) throw new Error(`schemas/${path} is not there`);
  return validate(request) === true ? [] : [...(validate.errors ?? [])];
}

/** The same by the schema of an element. */
export const requestErrors = (key: string, request: unknown): readonly ErrorObject[] =>
  wholeErrors(`elements/${key}${suffix}`, request);

export function elementOf(key: string): Element {
  const element = catalog.element(key);
  if (!element) throw new Error(`${key} is not in the catalog`);
  return element;
}

/** A value that a person could have filled in. */
export function sampleValue(entry: Entry): unknown {
  switch (entry.type) {
    case 'boolean':
      return true;
    case 'integer':
      return '7';
    case 'url':
      return 'https://desk.acme-test.net/path';
    case 'json':
      return {};
    case 'enum':
      return entry.enum?.[0];
    case 'string':
      return 'some text';
  }
}

export interface Request {
  readonly element: { readonly key: string };
  readonly configuration: Record<string, unknown>;
  readonly name: string;
  readonly externalAuthentication?: 'initial';
  readonly providerData?: Readonly<Record<string, string>>;
}

/**
 * A request with this authentication method: with its selector, and the given entries or, by default, all that it requires.
 * What the provider's page returns is part of it.
 */
export function requestBy(element: Element, method: AuthMethod, keys: readonly string[] = method.required): Request {
  const { selector, externalAuthentication, providerData } = method;
  const { configuration, ...request } = requestTo(element, keys);
  return {
    ...request,
    configuration: { ...(selector ? { [selector.entry]: selector.value } : {}), ...without(configuration, selector) },
    ...(externalAuthentication ? { externalAuthentication } : {}),
    ...(providerData.length > 0
      ? { providerData: Object.fromEntries(providerData.map((name) => [name, 'from the page'])) }
      : {}),
  };
}

const without = (configuration: Record<string, unknown>, selector: AuthMethod['selector']): Record<string, unknown> =>
  Object.fromEntries(Object.entries(configuration).filter(([key]) => key !== selector?.entry));

/** A request with these entries filled in; by default, all that the element requires. */
export function requestTo(
  element: Element,
  keys: readonly string[] = element.authMethods[0].required,
): { element: { key: string }; configuration: Record<string, unknown>; name: string } {
  const entries = keys.flatMap((key) => element.entries.get(key) ?? []);
  return {
    element: { key: element.key },
    configuration: Object.fromEntries(entries.map((entry) => [entry.key, sampleValue(entry)])),
    name: 'support desk',
  };
}
