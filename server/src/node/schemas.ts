import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementSummary, JsonSchema, SchemaSource } from '../core/schemaTypes';

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/**
 * Schemas from a folder with the layout of schemas/. Nothing is read before it is asked for, and no file twice.
 * `elements()` throws an error that names the folder when its index is not there; `read` gives undefined for a
 * file that does not exist, and throws an error that names the file when it is not JSON.
 */
export function readSchemas(directory: string): SchemaSource {
  const files = new Map<string, JsonSchema | undefined>();
  let index: readonly ElementSummary[] | undefined;

  const load = (path: string): unknown => {
    const file = join(directory, path);
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
    try {
      return JSON.parse(text);
    } catch (error) {
      throw new Error(`${file} is not JSON. Install the extension again, or run npm run generate.`, { cause: error });
    }
  };

  return {
    elements: () => {
      index ??= load('elements.json') as readonly ElementSummary[] | undefined;
      if (!index) {
        throw new Error(
          `No schemas in ${directory}: elements.json is missing. Install the extension again, or run npm run generate.`,
        );
      }
      return index;
    },
    read: (path) => {
      if (!files.has(path)) files.set(path, load(path) as JsonSchema | undefined);
      return files.get(path);
    },
  };
}
