import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledValidators } from '../../server/src/catalog/bundledValidators.js';
import { createCatalog } from '../../server/src/catalog/catalog';
import type { SchemaSource } from '../../server/src/catalog/schemaTypes';
import { compileSchema } from '../../server/src/node/compileSchema';
import { readSchemas } from '../../server/src/node/schemas';

/** What a test of the server starts from: the real schemas, the sample requests, other files under test/fixtures. */

export const fixtures = join(__dirname, '../fixtures');

/** The schemas as the server has them. */
export const schemas: SchemaSource = {
  ...readSchemas(join(__dirname, '../../schemas')),
  validators: bundledValidators,
  compile: compileSchema,
};

export const catalog = createCatalog(schemas);

export interface Sample {
  readonly key: string;
  readonly text: string;
}

/** The files of a folder of test/fixtures, by their names. */
export function readSamples(folder: string): readonly Sample[] {
  return readdirSync(join(fixtures, folder))
    .sort()
    .map((file) => ({ key: file.slice(0, -'.json'.length), text: readFileSync(join(fixtures, folder, file), 'utf8') }));
}

/** One valid request per element, with made-up values, laid out as the documentation of the element lays it out. */
export const requests = readSamples('requests');

/** The same requests as the documentation prints them, placeholders and all. */
export const documented = readSamples('documented');

export function requestFor(key: string): string {
  const found = requests.find((request) => request.key === key);
  if (!found) throw new Error(`No test/fixtures/requests/${key}.json`);
  return found.text;
}
