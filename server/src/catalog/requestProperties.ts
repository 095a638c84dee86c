import type { JsonSchema } from './schemaTypes';

/** A property of a request: top-level, or within one that is an object, such as `element.key`. */
export interface RequestProperty {
  readonly key: string;
  /** The schema of its value. For an object, it only applies to the type: its properties have schemas of their own. */
  readonly schema: JsonSchema;
  readonly title: string;
  readonly description: string;
  readonly type: 'object' | 'array' | 'string' | 'boolean' | 'number';
  readonly required: boolean;
  readonly secret: boolean;
  readonly examples: readonly unknown[];
  /** Known properties of an object; empty for all else, and for `configuration`, whose entries an element decides. */
  readonly properties: ReadonlyMap<string, RequestProperty>;
}

/** The narrowest type: where a boolean or a number is accepted, a string usually is, too. */
function propertyType(schema: JsonSchema): RequestProperty['type'] {
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  if (types.includes('integer')) return 'number';
  return (['object', 'array', 'boolean', 'number'] as const).find((type) => types.includes(type)) ?? 'string';
}

function readRequestProperty(key: string, schema: JsonSchema, required: boolean): RequestProperty {
  return {
    key,
    schema: schema.properties ? { type: schema.type } : schema,
    title: schema.title ?? key,
    description: schema.description ?? '',
    type: propertyType(schema),
    required,
    secret: schema.writeOnly === true,
    examples: schema.examples ?? [],
    properties: readRequestProperties(schema),
  };
}

/**
 * The properties of an object schema by key, in its order.
 * @param schema Without `$ref`.
 */
export function readRequestProperties(schema: JsonSchema): ReadonlyMap<string, RequestProperty> {
  const properties = Object.entries(schema.properties ?? {});
  return new Map(
    properties.map(([key, property]) => [
      key,
      readRequestProperty(key, property, schema.required?.includes(key) ?? false),
    ]),
  );
}
