import { _, Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import standaloneCode from 'ajv/dist/standalone';
import type { Catalog } from '../server/src/catalog/catalog';
import type { RequestProperty } from '../server/src/catalog/requestProperties';
import type { JsonSchema } from '../server/src/catalog/schemaTypes';
import { schemaText } from '../server/src/catalog/validateValue';

/** Every schema that the server validates a value with: thousands, of which few are distinct. */
export function valueSchemas(catalog: Catalog): readonly JsonSchema[] {
  const within = (properties: ReadonlyMap<string, RequestProperty>): readonly JsonSchema[] =>
    [...properties.values()].flatMap(({ schema, properties: inner }) => [schema, ...within(inner)]);
  const elements = catalog.elements().flatMap(({ key }) => catalog.element(key) ?? []);
  const entries = elements.flatMap((element) => [...element.entries.values()]);
  return [...within(catalog.requestProperties()), ...entries.map(({ schema }) => schema)];
}

const head = `// Written by npm run generate: the validator of each distinct schema of a value in schemas/, compiled by ajv.
import { fullFormats } from 'ajv-formats/dist/formats';
`;

/** Text of server/src/catalog/bundledValidators.js. Throws for a schema that ajv rejects in strict mode. */
export function compileValidators(catalog: Catalog): string {
  const ajv = new Ajv({
    strict: true,
    allowUnionTypes: true,
    allErrors: true,
    messages: false,
    code: { source: true, esm: true, lines: true, formats: _`fullFormats` },
  });
  addFormats(ajv, ['uri']);
  const texts = [...new Set(valueSchemas(catalog).map(schemaText))].sort();
  const names = texts.map((text, index) => {
    const name = `value${index}`;
    ajv.addSchema(JSON.parse(text) as JsonSchema, name);
    return name;
  });
  const code = standaloneCode(ajv, Object.fromEntries(names.map((name) => [name, name])));
  const rows = texts.map((text, index) => `  [${JSON.stringify(text)}, ${names[index] ?? ''}],`);
  return [head, code.trim(), '\nexport const bundledValidators = new Map([', ...rows, ']);', ''].join('\n');
}
