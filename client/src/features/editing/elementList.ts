import { isObject, parseJson, stringProperty } from '../../../../common/src/json/jsonValue';

/** One element of the catalog, as schemas/elements.json lists them. */
export interface CatalogElement {
  readonly key: string;
  readonly name: string;
  /** Undefined where it is not documented. */
  readonly hub?: string;
}

/**
 * Reads the elements that have a skeleton from the text of schemas/elements.json: those whose entries are documented.
 * Undefined where it is not the list it should be.
 */
export function readElements(text: string): CatalogElement[] | undefined {
  const value = parseJson(text);
  return Array.isArray(value) ? value.flatMap(readElement) : undefined;
}

/** The skeleton of an element's request in the text of snippets/instances.json, in the syntax of VS Code's snippets. */
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
