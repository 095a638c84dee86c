import type { ErrorObject } from 'ajv';
import type { Catalog } from '../catalog/catalog';
import type { Element } from '../catalog/element';
import type { JsonSchema } from '../catalog/schemaTypes';
import { pointerSegments, type Path } from '../../../common/src/json/tree';

/** An error of a value by its schema, and the path of the value. */
export interface ValueError {
  readonly path: Path;
  readonly error: ErrorObject;
}

/**
 * Validates each value of a request with its own schema: first the properties of the request, then the entries of the element.
 * Missing values aren't reported.
 */
export function valueErrors(request: unknown, catalog: Catalog, element: Element | undefined): readonly ValueError[] {
  const { configuration } = propertiesOf(request);
  return [
    ...errorsWithin(request, catalog.requestProperties(), [], catalog),
    ...(element ? errorsWithin(configuration, element.entries, ['configuration'], catalog) : []),
  ];
}

/** Properties by name, each with the schema of its value and its own properties. */
type Known = ReadonlyMap<string, { readonly schema: JsonSchema; readonly properties?: Known }>;

function errorsWithin(object: unknown, known: Known, path: Path, catalog: Catalog): readonly ValueError[] {
  return Object.entries(propertiesOf(object)).flatMap(([name, value]) => {
    const property = known.get(name);
    if (!property || value === undefined) return [];
    const inner = [...path, name];
    const errors = catalog.validate(property.schema, value).map((error) => ({
      path: [...inner, ...pointerSegments(error.instancePath)],
      error,
    }));
    return property.properties?.size
      ? [...errors, ...errorsWithin(value, property.properties, inner, catalog)]
      : errors;
  });
}

const propertiesOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
