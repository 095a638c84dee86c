/** Reads the body of a request to create an instance as liberally as the platform does. */
import { Refusal } from './respond';

export interface CreationRequest {
  /** `element.key`, else `element.id`; absent where the path is left to say it. */
  readonly elementKeyOrId?: string;
  readonly name?: string;
  readonly tags: readonly string[];
  /** Every value as the platform stores it: a string, or null. */
  readonly configuration: ReadonlyMap<string, string | null>;
  readonly providerData: Readonly<Record<string, unknown>>;
  readonly externalAuthentication: string;
}

/** Throws a Refusal (400) for what is no such request. No document gives the platform's words: these are ours. */
export function readCreationRequest(body: string): CreationRequest {
  const request = readObject(parse(body), 'The request body');
  const element = readObject(request.element ?? {}, 'element');
  const keyOrId = element.key ?? element.id;
  const tags: unknown[] = Array.isArray(request.tags) ? request.tags : [];
  return {
    ...((typeof keyOrId === 'string' || typeof keyOrId === 'number') && { elementKeyOrId: String(keyOrId) }),
    ...(typeof request.name === 'string' && { name: withoutTags(request.name) }),
    tags: tags.filter((tag) => typeof tag === 'string').map(withoutTags),
    configuration: new Map(
      Object.entries(readObject(request.configuration ?? {}, 'configuration')).map(([key, value]) => [
        key,
        toStored(value),
      ]),
    ),
    providerData: readObject(request.providerData ?? {}, 'providerData'),
    externalAuthentication:
      typeof request.externalAuthentication === 'string' ? request.externalAuthentication : 'none',
  };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Refusal(400, 'The request body is not valid JSON');
  }
}

function readObject(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new Refusal(400, `${what} must be a JSON object`);
}

/** The platform takes booleans and objects as well as strings, and answers strings. */
function toStored(value: unknown): string | null {
  if (value === null || typeof value === 'string') return value;
  return JSON.stringify(value);
}

/** HTML tags are taken out of names and tags: `<b>desk</b>` is stored as `desk`. */
function withoutTags(text: string): string {
  return text.replace(/<[^>]*>/g, '');
}
