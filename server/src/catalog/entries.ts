import type { JsonSchema, AuthMethod } from './schemaTypes';

export type EntryType = 'string' | 'boolean' | 'integer' | 'url' | 'json' | 'enum';

/** One entry of `configuration`, as completion, hover and skeletons need it. */
export interface Entry {
  readonly key: string;
  /** What its value is judged by. */
  readonly schema: JsonSchema;
  readonly title: string;
  readonly description: string;
  readonly type: EntryType;
  /** The choices to offer of an `enum`. The schema may accept more spellings. */
  readonly enum?: readonly string[];
  /** What the platform takes when the entry is left out, or the value to begin with. */
  readonly default?: unknown;
  readonly examples: readonly unknown[];
  readonly secret: boolean;
  /** Seen only in responses: allowed in a request, never asked for. */
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

/** `enum` lists what is accepted; where `examples` stand beside it, they are the spellings worth offering. */
function choices(schema: JsonSchema): readonly string[] {
  const offered = schema.examples ?? schema.enum ?? [];
  return offered.filter((value): value is string => typeof value === 'string');
}

/** Reads one entry from its schema; `schema` has no `$ref` left. */
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
 * The entry table of an element, in the order to show it: what the authentication methods require, method by method, then what is
 * optional, then what the platform fills in.
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
