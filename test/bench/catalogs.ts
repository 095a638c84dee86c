import type { ElementSummary } from '../../common/src/catalog/generatedFiles';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonSchema } from '../../server/src/catalog/schemaTypes';

/** The element of the documents that are measured: part of every catalog. */
export const measuredElement = 'helpscout';

type Snippets = Record<string, { prefix: string; body: string[] }>;

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const writeJson = (file: string, content: unknown): void => {
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
};

/**
 * Writes a server with a catalog of so many elements into a folder, laid out as the package is, and gives the path of
 * the server. The elements are those of the product, as far as they go, then copies of them under other keys.
 * @param root Folder of the product, with dist/server.js built.
 */
export function writeServer(root: string, folder: string, count: number): string {
  const index = (readJson(join(root, 'schemas/elements.json')) as ElementSummary[])
    .filter(({ documented }) => documented !== false)
    .sort((a, b) => Number(b.key === measuredElement) - Number(a.key === measuredElement));
  const snippets = Object.values(readJson(join(root, 'snippets/instances.json')) as Snippets);
  for (const name of ['dist', 'schemas/elements', 'snippets']) mkdirSync(join(folder, name), { recursive: true });
  for (const name of [
    'dist/server.js',
    'dist/compileSchema.js',
    'schemas/base.schema.json',
    'schemas/auth.schema.json',
  ]) {
    cpSync(join(root, name), join(folder, name));
  }
  const summaries: ElementSummary[] = [];
  const copies: Snippets = {};
  for (let number = 0; number < count; number++) {
    const original = index[number % index.length];
    if (!original) throw new Error('schemas/elements.json lists no element. Run npm run generate.');
    const round = Math.floor(number / index.length);
    const key = round === 0 ? original.key : `${original.key}-${round}`;
    const name = round === 0 ? original.name : `${original.name} ${round}`;
    summaries.push({ ...original, key, name });
    const schema = readJson(join(root, `schemas/elements/${original.key}.schema.json`)) as JsonSchema;
    writeJson(join(folder, `schemas/elements/${key}.schema.json`), underKey(schema, key));
    const snippet = snippets.find(({ prefix }) => prefix === `ce-${original.key}`);
    if (!snippet) throw new Error(`snippets/instances.json has none for ${original.key}. Run npm run generate.`);
    const body = snippet.body.map((line) => line.replace(`"key": "${original.key}"`, `"key": "${key}"`));
    copies[`${name} (${key})`] = { ...snippet, prefix: `ce-${key}`, body };
  }
  writeJson(join(folder, 'schemas/elements.json'), summaries);
  writeJson(join(folder, 'snippets/instances.json'), copies);
  return join(folder, 'dist/server.js');
}

function underKey(schema: JsonSchema, key: string): JsonSchema {
  const { element, ...others } = schema.properties ?? {};
  return {
    ...schema,
    $id: schema.$id?.replace(/[^/]+$/, `${key}.schema.json`),
    properties: { element: { ...element, properties: { ...element?.properties, key: { const: key } } }, ...others },
  };
}
