import type { JsonSchema } from './schemaTypes';

const idBase = 'https://cloud-elements-instances.invalid/schemas/';

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function find(schema: JsonSchema, pointer: string): unknown {
  let current: unknown = schema;
  for (const part of pointer.split('/').slice(1)) {
    if (!isSchema(current)) return undefined;
    current = current[decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return current;
}

/**
 * Replaces every `$ref` with its target and removes every `$id`, so that the result is self-contained. The files refer
 * to base and auth only, and not in a circle.
 * @param path Path of `schema` relative to schemas/. Its references are relative to it.
 * @param read Reads another schema by such a path. A reference without a target becomes a schema that accepts
 * everything.
 */
export function inlineReferences(
  schema: JsonSchema,
  path: string,
  read: (path: string) => JsonSchema | undefined,
): JsonSchema {
  const follow = (reference: string): JsonSchema => {
    const target = new URL(reference, idBase + path);
    const targetPath = target.href.slice(idBase.length).split('#')[0] ?? '';
    const file = targetPath === path ? schema : read(targetPath);
    const found = file && find(file, target.hash.slice(1));
    return isSchema(found) ? inlineReferences(found, targetPath, read) : {};
  };
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (!isSchema(value)) return value;
    if (typeof value.$ref === 'string') return follow(value.$ref);
    const keywords = Object.entries(value).filter(([keyword]) => keyword !== '$id');
    return Object.fromEntries(keywords.map(([keyword, content]) => [keyword, visit(content)]));
  };
  return visit(schema) as JsonSchema;
}
