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
  const errors: ValueError[] = [];
  collectErrors(request, catalog.requestProperties(), [], catalog, errors);
  if (element) collectErrors(propertiesOf(request).configuration, element.entries, ['configuration'], catalog, errors);
  return errors;
}

/** Properties by name, each with the schema of its value and its own properties. */
type Known = ReadonlyMap<string, { readonly schema: JsonSchema; readonly properties?: Known }>;

/** Adds the errors within an object to `errors`: nearly always none, and then nothing is allocated for a value. */
function collectErrors(object: unknown, known: Known, path: Path, catalog: Catalog, errors: ValueError[]): void {
  const values = propertiesOf(object);
  for (const name in values) {
    const property = known.get(name);
    const value = values[name];
    if (!property || value === undefined) continue;
    for (const error of catalog.validate(property.schema, value)) {
      errors.push({ path: [...path, name, ...pointerSegments(error.instancePath)], error });
    }
    if (property.properties?.size) collectErrors(value, property.properties, [...path, name], catalog, errors);
  }
}

const propertiesOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
