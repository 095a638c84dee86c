import type { JsonSchema } from './schemaTypes';

const idBase = 'https://cloud-elements-instances.invalid/schemas/';

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function find(schema: JsonSchema, pointer: string): unknown {
  let place: unknown = schema;
  for (const part of pointer.split('/').slice(1)) {
    if (!isSchema(place)) return undefined;
    place = place[decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return place;
}

/**
 * Puts the target in the place of every `$ref` and drops every `$id`, so that the result stands on its own and no reader
 * of it looks for another file. The files use references to base and auth only, and none goes in a circle.
 * @param path Path of `schema` relative to schemas/; its relative references start there.
 * @param read Reads another schema by such a path. A reference to nothing becomes a schema that accepts everything.
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
    const members = Object.entries(value).filter(([keyword]) => keyword !== '$id');
    return Object.fromEntries(members.map(([keyword, member]) => [keyword, visit(member)]));
  };
  return visit(schema) as JsonSchema;
}
