import { readEntries } from './entries';
import type { Entry } from './entries';
import type { ElementFacts, JsonSchema, Way } from './schemaTypes';
import type { Validate } from './validator';

/** Everything the language features know of one element. */
export interface Element {
  readonly key: string;
  readonly name: string;
  readonly hub: string | null;
  readonly summary: string;
  readonly setup: string | undefined;
  /** At least one; the default way first. */
  readonly ways: readonly [Way, ...Way[]];
  /** By key, in the order to show them: required, optional, filled in by the platform. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** The schema of a whole request, without `$ref` and `$id`: it stands on its own. */
  readonly schema: JsonSchema;
  /** Judges a whole request. Compiled at the first call. Errors of `if` are part of the answer. */
  readonly validate: Validate;
  /** The way of signing in that a `configuration` (any JSON value) chooses: by its selector, else the default way. */
  way(configuration: unknown): Way;
  /** The entries that this way requires, in the order in which a person fills them in. */
  requiredEntries(configuration: unknown): readonly Entry[];
}

const noWay: Way = { type: 'custom', flow: 'direct', required: [], optional: [], providerData: [] };

function defaultFirst(ways: readonly Way[]): readonly [Way, ...Way[]] {
  const first = ways.find((way) => way.default === true) ?? ways[0] ?? noWay;
  return [first, ...ways.filter((way) => way !== first)];
}

function valueOf(configuration: unknown, key: string): unknown {
  if (typeof configuration !== 'object' || configuration === null) return undefined;
  return Object.hasOwn(configuration, key) ? (configuration as Record<string, unknown>)[key] : undefined;
}

function selects(way: Way, configuration: unknown): boolean {
  if (!way.selector) return false;
  const value = valueOf(configuration, way.selector.entry);
  // NetSuite writes Basic with a capital, others do not.
  return typeof value === 'string' && value.toLowerCase() === way.selector.value.toLowerCase();
}

/**
 * Derives an element from its schema.
 * @param schema Without `$ref`.
 */
export function createElement(key: string, schema: JsonSchema, validate: Validate): Element {
  const facts: Partial<ElementFacts> = schema['x-element'] ?? {};
  const ways = defaultFirst(facts.ways ?? []);
  const entries = readEntries(schema.properties?.configuration?.properties ?? {}, ways);
  const way = (configuration: unknown): Way => ways.find((candidate) => selects(candidate, configuration)) ?? ways[0];
  return {
    key,
    name: facts.name ?? key,
    hub: facts.hub ?? null,
    summary: facts.summary ?? '',
    setup: facts.setup,
    ways,
    entries,
    schema,
    validate,
    way,
    requiredEntries: (configuration) => way(configuration).required.flatMap((required) => entries.get(required) ?? []),
  };
}
