import type { ElementSummary } from '../../../common/src/catalog/generatedFiles';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { once } from '../catalog/once';
import type { JsonSchema, SchemaSource } from '../catalog/schemaTypes';

/** A file of snippets as VS Code has it, by the snippets' names. */
type Snippets = Readonly<Record<string, { readonly prefix: string; readonly body: readonly string[] }>>;

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/**
 * Schemas from a folder with the layout of schemas/, skeletons from snippets/ beside it. Nothing is read before it is
 * asked for, and no file twice. `elements()` and `skeletons()` throw an error that names the file when theirs is not there; `read` gives
 * undefined for a file that does not exist. Each throws an error that names the file when it is not JSON.
 */
export function readSchemas(directory: string): Omit<SchemaSource, 'validators' | 'compile'> {
  const files = new Map<string, JsonSchema | undefined>();

  const readText = (path: string): string | undefined => {
    try {
      return readFileSync(join(directory, path), 'utf8');
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  };
  const load = (path: string): unknown => {
    const file = join(directory, path);
    const text = readText(path);
    if (text === undefined) return undefined;
    try {
      return JSON.parse(text);
    } catch (error) {
      throw new Error(`${file} is not JSON. Install the extension again, or run npm run generate.`, { cause: error });
    }
  };
  const loadGenerated = (path: string): unknown => {
    const content = load(path);
    if (content !== undefined) return content;
    throw new Error(`${join(directory, path)} is missing. Install the extension again, or run npm run generate.`);
  };

  return {
    elements: once(() => loadGenerated('elements.json') as readonly ElementSummary[]),
    skeletons: once(() => {
      const snippets = loadGenerated('../snippets/instances.json') as Snippets;
      return new Map(Object.values(snippets).map(({ prefix, body }) => [prefix, body.join('\n')]));
    }),
    read: (path) => {
      if (!files.has(path)) files.set(path, load(path) as JsonSchema | undefined);
      return files.get(path);
    },
    file: (path) => {
      const text = readText(path);
      return text === undefined ? undefined : { uri: pathToFileURL(join(directory, path)).href, text };
    },
  };
}
