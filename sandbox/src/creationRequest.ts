/** Reads the body of a request to create an instance as liberally as the platform does. */
import { parseJson, readObject, toStored } from './incomingRequest';

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

/** Throws an HttpError (400) for any other body. The platform's messages are not documented: these are ours. */
export function readCreationRequest(body: string): CreationRequest {
  const request = readObject(parseJson(body), 'The request body');
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

/** HTML tags are taken out of names and tags: `<b>desk</b>` is stored as `desk`. */
function withoutTags(text: string): string {
  return text.replace(/<[^>]*>/g, '');
}
