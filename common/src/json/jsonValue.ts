/** A JSON object, its members not looked at yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Parses JSON, or gives undefined. Node's own error quotes the text, which may hold secrets, so it is dropped. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Value of a member, where it is a string that is not empty. */
export function stringProperty(value: unknown, name: string): string | undefined {
  if (!isObject(value)) return undefined;
  const member = value[name];
  return typeof member === 'string' && member !== '' ? member : undefined;
}
