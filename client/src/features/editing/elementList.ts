import { isObject, parseJson, stringProperty } from '../../../../common/src/json/jsonValue';

/** One element of the catalog, as schemas/elements.json lists them. */
export interface CatalogElement {
  readonly key: string;
  readonly name: string;
  /** Undefined where the documentation does not say it. */
  readonly hub?: string;
}

/**
 * Reads the elements that have a skeleton, which are those with documented entries, from the text of schemas/elements.json.
 * Undefined where the text is not a JSON array.
 */
export function readElements(text: string): CatalogElement[] | undefined {
  const value = parseJson(text);
  return Array.isArray(value) ? value.flatMap(readElement) : undefined;
}

/**
 * Finds the skeleton of an element's request in the text of snippets/instances.json. The skeleton is in the syntax of VS Code's
 * snippets. Undefined where there is none.
 */
export function findSkeleton(text: string, elementKey: string): string | undefined {
  const value = parseJson(text);
  if (!isObject(value)) return undefined;
  const prefix = `ce-${elementKey}`;
  const snippet = Object.values(value).find((entry) => isObject(entry) && prefixes(entry['prefix']).includes(prefix));
  if (!isObject(snippet)) return undefined;
  const { body } = snippet;
  if (typeof body === 'string') return body;
  return Array.isArray(body) && body.every((line) => typeof line === 'string') ? body.join('\n') : undefined;
}

function prefixes(prefix: unknown): unknown[] {
  return Array.isArray(prefix) ? prefix : [prefix];
}

function readElement(line: unknown): CatalogElement[] {
  const key = stringProperty(line, 'key');
  const name = stringProperty(line, 'name');
  if (key === undefined || name === undefined || (isObject(line) && line['documented'] === false)) return [];
  return [{ key, name, hub: stringProperty(line, 'hub') }];
}
