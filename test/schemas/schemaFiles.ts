import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCatalog } from '../../server/src/core/catalog';
import type { Element } from '../../server/src/core/element';
import type { Entry } from '../../server/src/core/entries';
import type { JsonSchema } from '../../server/src/core/schemaTypes';
import { readSchemas } from '../../server/src/node/schemas';

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

const catalog = createCatalog(readSchemas(schemasFolder));

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
      return 'https://desk.example.org/path';
    case 'json':
      return {};
    case 'enum':
      return entry.enum?.[0];
    case 'string':
      return 'some text';
  }
}

/** A request with these entries filled in; all those that the element requires when none are named. */
export function requestTo(
  element: Element,
  keys: readonly string[] = element.ways[0].required,
): { element: { key: string }; configuration: Record<string, unknown>; name: string } {
  const entries = keys.flatMap((key) => element.entries.get(key) ?? []);
  return {
    element: { key: element.key },
    configuration: Object.fromEntries(entries.map((entry) => [entry.key, sampleValue(entry)])),
    name: 'support desk',
  };
}
