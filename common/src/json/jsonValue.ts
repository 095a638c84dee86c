/** A JSON object whose properties are not checked yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Parses JSON. Returns undefined instead of Node's error, which quotes the text and so may contain secrets. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The value of a property if it is a string that is not empty. */
export function stringProperty(value: unknown, name: string): string | undefined {
  if (!isObject(value)) return undefined;
  const property = value[name];
  return typeof property === 'string' && property !== '' ? property : undefined;
}
