import { skeletonPrefix, type ElementSummary } from '../../../common/src/catalog/generatedFiles';
import { createElement } from './element';
import type { Element } from './element';
import { readRequestProperties } from './requestProperties';
import type { RequestProperty } from './requestProperties';
import { once } from './once';
import { inlineReferences } from './schemaReferences';
import type { JsonSchema, SchemaFile, SchemaSource } from './schemaTypes';
import { createValidateValue, type TraceSchema, type ValidateValue } from './validateValue';

/** The known elements. Each is read, derived and compiled once, when it is first requested. */
export interface Catalog {
  /** Elements without documentation come last. */
  elements(): readonly ElementSummary[];
  /** Undefined for an unknown key. */
  summary(key: string): ElementSummary | undefined;
  /** Undefined for an unknown key, and for an element that has no schema. */
  element(key: string): Element | undefined;
  /** A complete request for an element, as the body of a snippet. Reads no schema. Undefined where `element` is. */
  skeleton(key: string): string | undefined;
  /** The properties of a request by key, in the order to write them. */
  requestProperties(): ReadonlyMap<string, RequestProperty>;
  /** A schema file, unprocessed: `base.schema.json` or `elements/<key>.schema.json` of a known element. */
  file(path: string): SchemaFile | undefined;
  /** Validates a value with the schema of its property or entry. */
  readonly validate: ValidateValue;
}

/**
 * Creates a catalog from a source of schemas. Nothing is read before it is requested.
 * Throws only what `source` throws.
 * @param trace Called for schemas that can't be used.
 */
export function createCatalog(source: SchemaSource, trace: TraceSchema = () => undefined): Catalog {
  const index = once(() => new Map(source.elements().map((summary) => [summary.key, summary])));
  const requestProperties = once(() => readRequestProperties(load('base.schema.json') ?? {}));
  const derived = new Map<string, Element | undefined>();

  function load(path: string): JsonSchema | undefined {
    const schema = source.read(path);
    return schema && inlineReferences(schema, path, (other) => source.read(other));
  }

  function isDocumented(key: string): boolean {
    const summary = index().get(key);
    return summary !== undefined && summary.documented !== false;
  }

  function derive(key: string): Element | undefined {
    // The key comes from a document, so only a known one becomes part of a path.
    const schema = isDocumented(key) ? load(`elements/${key}.schema.json`) : undefined;
    return schema && createElement(key, schema);
  }

  return {
    elements: () => [...index().values()],
    summary: (key) => index().get(key),
    element: (key) => {
      if (!isDocumented(key)) return undefined;
      if (!derived.has(key)) derived.set(key, derive(key));
      return derived.get(key);
    },
    skeleton: (key) => source.skeletons().get(skeletonPrefix(key)),
    requestProperties,
    file: (path) => source.file(path),
    validate: createValidateValue(source.validators, (schema) => source.compile(schema), trace),
  };
}
