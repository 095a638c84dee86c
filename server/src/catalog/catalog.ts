import { skeletonPrefix, type ElementSummary } from '../../../common/src/catalog/generatedFiles';
import { createElement } from './element';
import type { Element } from './element';
import { readRequestProperties } from './requestProperties';
import type { RequestProperty } from './requestProperties';
import { once } from './once';
import { inlineReferences } from './schemaReferences';
import type { JsonSchema, SchemaFile, SchemaSource } from './schemaTypes';
import { createValidateValue, type TraceSchema, type ValidateValue } from './validateValue';

/** What the server knows of elements. Each is read, derived and compiled when a document first asks for it, once. */
export interface Catalog {
  /** Those without documents last. */
  elements(): readonly ElementSummary[];
  /** Undefined for a key that the catalog does not list. */
  summary(key: string): ElementSummary | undefined;
  /** Undefined for a key that the catalog does not list, or knows by name only. */
  element(key: string): Element | undefined;
  /** A whole request to this element, as the body of a snippet. Reads no schema. Undefined where `element` is. */
  skeleton(key: string): string | undefined;
  /** The properties of a request, by name, in the order in which one is written. */
  requestProperties(): ReadonlyMap<string, RequestProperty>;
  /** A schema as it is written: `base.schema.json`, or that of an element that the catalog has. */
  file(path: string): SchemaFile | undefined;
  /** Judges a value by the schema of its property or entry. */
  readonly validate: ValidateValue;
}

/**
 * Creates a catalog over schemas that come in as data. Reads nothing before the first question.
 * Throws only what `source` throws.
 * @param trace Hears of schemas that cannot be used.
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
    // Only a listed key becomes part of a path: the key is the text of a document.
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
