import type { JsonSchema } from './schemaTypes';

/** A member of a request: top-level, or within one that is an object, such as `element.key`. */
export interface Member {
  readonly key: string;
  readonly title: string;
  readonly description: string;
  readonly type: 'object' | 'array' | 'string' | 'boolean' | 'number';
  readonly required: boolean;
  readonly secret: boolean;
  readonly examples: readonly unknown[];
  /** Known members of an object; empty for all else, and for `configuration`, whose entries an element decides. */
  readonly members: ReadonlyMap<string, Member>;
}

/** A boolean or a number may also be written as a string: the narrow type is the one to tell. */
function memberType(schema: JsonSchema): Member['type'] {
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  if (types.includes('integer')) return 'number';
  return (['object', 'array', 'boolean', 'number'] as const).find((type) => types.includes(type)) ?? 'string';
}

function readMember(key: string, schema: JsonSchema, required: boolean): Member {
  return {
    key,
    title: schema.title ?? key,
    description: schema.description ?? '',
    type: memberType(schema),
    required,
    secret: schema.writeOnly === true,
    examples: schema.examples ?? [],
    members: readRequestMembers(schema),
  };
}

/** Reads the members that an object schema names, in its order; `schema` has no `$ref` left. */
export function readRequestMembers(schema: JsonSchema): ReadonlyMap<string, Member> {
  const members = Object.entries(schema.properties ?? {});
  return new Map(
    members.map(([key, member]) => [key, readMember(key, member, schema.required?.includes(key) ?? false)]),
  );
}
