import type { ElementSummary } from '../../../common/src/catalog/generatedFiles';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { once } from '../catalog/once';
import type { JsonSchema, SchemaSource } from '../catalog/schemaTypes';

/** A snippet file of VS Code: snippets by name. */
type Snippets = Readonly<Record<string, { readonly prefix: string; readonly body: readonly string[] }>>;

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/**
 * Reads schemas from a folder with the layout of schemas/, and skeletons from the folder snippets/ beside it. Each file
 * is read once, when it is first requested. `elements()` and `skeletons()` throw an error with the path if their file
 * is missing; `read` returns undefined for a missing file. Each throws an error with the path if a file isn't JSON.
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
      throw new Error(`${file} isn't valid JSON. Reinstall the extension, or run npm run generate.`, { cause: error });
    }
  };
  const loadGenerated = (path: string): unknown => {
    const content = load(path);
    if (content !== undefined) return content;
    throw new Error(`${join(directory, path)} is missing. Reinstall the extension, or run npm run generate.`);
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
