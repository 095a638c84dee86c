import type { JsonSchema, AuthMethod } from './schemaTypes';

export type EntryType = 'string' | 'boolean' | 'integer' | 'url' | 'json' | 'enum';

/** An entry of `configuration`, as completion, hover and skeletons need it. */
export interface Entry {
  readonly key: string;
  /** The schema of its value. */
  readonly schema: JsonSchema;
  readonly title: string;
  readonly description: string;
  readonly type: EntryType;
  /** The values of an `enum` to propose. The schema may accept more spellings. */
  readonly enum?: readonly string[];
  /** The value that the platform uses if the entry is missing, or the initial value. */
  readonly default?: unknown;
  readonly examples: readonly unknown[];
  readonly secret: boolean;
  /** True for an entry of responses: allowed in a request, but never required. */
  readonly filledByPlatform: boolean;
}

function typesOf(schema: JsonSchema): readonly string[] {
  if (schema.type === undefined) return [];
  return typeof schema.type === 'string' ? [schema.type] : schema.type;
}

function entryType(schema: JsonSchema): EntryType {
  const types = typesOf(schema);
  if (types.includes('boolean') && !types.includes('number')) return 'boolean';
  if (schema.enum !== undefined) return 'enum';
  if (types.includes('object')) return 'json';
  if (types.includes('integer')) return 'integer';
  return schema.format === 'uri' ? 'url' : 'string';
}

/** `enum` has all accepted spellings. If there are `examples`, too, they are the spellings to propose. */
function choices(schema: JsonSchema): readonly string[] {
  const offered = schema.examples ?? schema.enum ?? [];
  return offered.filter((value): value is string => typeof value === 'string');
}

/** @param schema Without `$ref`. */
export function readEntry(key: string, schema: JsonSchema): Entry {
  const type = entryType(schema);
  return {
    key,
    schema,
    title: schema.title ?? key,
    description: schema.description ?? '',
    type,
    ...(type === 'enum' ? { enum: choices(schema) } : {}),
    ...(schema.default === undefined ? {} : { default: schema.default }),
    examples: schema.examples ?? [],
    secret: schema.writeOnly === true,
    filledByPlatform: schema.readOnly === true,
  };
}

/**
 * The entries of an element by key, in the order to show them: required by the authentication methods, method by
 * method, then optional, then filled in by the platform.
 */
export function readEntries(
  properties: Readonly<Record<string, JsonSchema>>,
  methods: readonly AuthMethod[],
): ReadonlyMap<string, Entry> {
  const entries = Object.entries(properties).map(([key, schema]) => readEntry(key, schema));
  const ranked = new Set([
    ...methods.flatMap((method) => [...(method.selector ? [method.selector.entry] : []), ...method.required]),
    ...methods.flatMap((method) => method.optional),
    ...entries.filter((entry) => !entry.filledByPlatform).map((entry) => entry.key),
    ...entries.map((entry) => entry.key),
  ]);
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  const table = new Map<string, Entry>();
  for (const key of ranked) {
    const entry = byKey.get(key);
    if (entry) table.set(key, entry);
  }
  return table;
}
