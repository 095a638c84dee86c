import { accessSecrets, platformRequest, quickLimitMs, type Access } from './access';
import { readHttpFailure, readErrorResponse, type ApiFailure } from './errors';
import type { Http, HttpResponse } from './http';
import { idsOf } from './instanceId';
import { isObject, parseJson, stringProperty } from '../../../common/src/json/jsonValue';
import type { JsonText } from '../../../common/src/json/readJson';
import { isDistinctive, maskedEntries, secretsIn } from '../masks';

/** An instance as the platform describes it. `token` is a secret. */
export interface Instance {
  /** Digits, exactly as the platform wrote them. */
  readonly id: string;
  readonly token: string;
  readonly name?: string;
  readonly elementKey?: string;
  readonly elementName?: string;
  readonly valid?: boolean;
  /** ISO 8601. */
  readonly createdDate?: string;
}

/** Time limit of one creation. The platform takes 9 to 26 seconds, and up to a minute if it has to sign in anew. */
const creationLimitMs = 120_000;
const mostPages = 20;

export type CreateOutcome =
  | { readonly instance: Instance; readonly response: HttpResponse; readonly secrets: readonly string[] }
  | { readonly failure: ApiFailure; readonly response?: HttpResponse; readonly secrets: readonly string[] };

/** A request to create an instance. The text of `body` is sent unchanged. */
export interface Creation {
  readonly body: JsonText;
  /** The names of the configuration entries that are secret; undefined if the element isn't known. */
  readonly secretEntries?: readonly string[];
  /** Values that are secret wherever they occur in the body. */
  readonly values?: readonly string[];
}

/** The request that creates an instance. */
export function creationRequest(
  access: Access,
  body: string,
  signal?: AbortSignal,
): ReturnType<typeof platformRequest> {
  return platformRequest(access, { method: 'POST', path: ['instances'], body, signal });
}

/**
 * Creates an instance with one `POST /instances`. The call is never repeated, because the platform doesn't check for
 * duplicates. `secrets` of the outcome are the values that must not be shown.
 */
export async function createInstance(
  http: Http,
  access: Access,
  { body, secretEntries, values = [] }: Creation,
  signal: AbortSignal,
): Promise<CreateOutcome> {
  // Done before anything is sent: nothing that takes time, or can fail, may come between an answer and its token.
  const sent = [...accessSecrets(access), ...values.filter(isDistinctive), ...secretsIn(body, secretEntries)];
  const request = creationRequest(access, body.text, signal);
  try {
    const response = await http({ ...request, timeoutMs: creationLimitMs });
    const answer = parseJson(response.text);
    const instance = readInstance(answer, idsOf(response.text));
    const secrets = [...sent, ...secretsAddedBy(answer, body)];
    if (response.status >= 200 && response.status < 300 && instance !== undefined) {
      return { instance, response, secrets };
    }
    return { failure: readErrorResponse(response, request.url, secrets), response, secrets };
  } catch (error) {
    return { failure: readHttpFailure(error), secrets: sent };
  }
}

/** The secrets that are known only from an answer: its token, and the entries of the request that it masks. */
function secretsAddedBy(answer: unknown, body: JsonText): string[] {
  const token = stringProperty(answer, 'token');
  const masked = maskedEntries(answer);
  return [...(token === undefined ? [] : [token]), ...(masked.length === 0 ? [] : secretsIn(body, masked))];
}

export type ListOutcome =
  | { readonly instances: readonly Instance[]; /** The time by the server's clock. */ readonly date?: Date }
  | { readonly failure: ApiFailure };

/** Lists the instances of one element that have a token. The platform answers 404 if the element has no instance. */
export async function listInstances(
  http: Http,
  access: Access,
  elementKey: string,
  signal: AbortSignal,
): Promise<ListOutcome> {
  const instances: Instance[] = [];
  let date: Date | undefined;
  let nextPage: string | undefined;
  try {
    for (let count = 0; count < mostPages; count++) {
      const query = { pageSize: '100', ...(nextPage === undefined ? {} : { nextPage }) };
      // Unlike the list of all instances, this one is known to have creation dates.
      const path = ['elements', elementKey, 'instances'];
      const request = platformRequest(access, { method: 'GET', path, query, signal });
      const response = await http({ ...request, timeoutMs: quickLimitMs });
      const body = parseJson(response.text);
      date ??= readDate(response.headers['date']);
      if (response.status === 404 && isObject(body)) break;
      const page = response.status === 200 ? readInstances(body, response.text) : undefined;
      if (page === undefined) return { failure: readErrorResponse(response, request.url, accessSecrets(access)) };
      instances.push(...page);
      nextPage = response.headers['elements-next-page-token'];
      if (nextPage === undefined || nextPage === '') break;
    }
    return { instances, date };
  } catch (error) {
    return { failure: readHttpFailure(error) };
  }
}

/** Deletes an instance with `DELETE /instances/{id}`. Its token no longer works then. Returns undefined on success. */
export async function deleteInstance(
  http: Http,
  access: Access,
  id: string,
  signal: AbortSignal,
): Promise<{ readonly failure: ApiFailure; readonly response?: HttpResponse } | undefined> {
  try {
    const request = platformRequest(access, { method: 'DELETE', path: ['instances', id], signal });
    const response = await http({ ...request, timeoutMs: quickLimitMs });
    // The body of a successful answer isn't documented.
    const done = response.status >= 200 && response.status < 300;
    return done ? undefined : { failure: readErrorResponse(response, request.url, accessSecrets(access)), response };
  } catch (error) {
    return { failure: readHttpFailure(error) };
  }
}

/** Checks the secrets with `GET /organizations/me`, which costs nothing. Returns undefined if they are right. */
export async function checkAccess(http: Http, access: Access, signal: AbortSignal): Promise<ApiFailure | undefined> {
  const request = platformRequest(access, { method: 'GET', path: ['organizations', 'me'], signal });
  try {
    const response = await http({ ...request, timeoutMs: quickLimitMs });
    const fine = response.status === 200 && isObject(parseJson(response.text));
    return fine ? undefined : readErrorResponse(response, request.url, accessSecrets(access));
  } catch (error) {
    return readHttpFailure(error);
  }
}

/** The instances of an array that have a token. Undefined if `body` isn't an array, or one of them has no valid ID. */
function readInstances(body: unknown, text: string): Instance[] | undefined {
  if (!Array.isArray(body)) return undefined;
  const ids = idsOf(text);
  const instances = body.map((item: unknown, index) =>
    stringProperty(item, 'token') === undefined ? 'no-token' : readInstance(item, ids, index),
  );
  return instances.includes(undefined)
    ? undefined
    : instances.filter((instance) => instance !== undefined && instance !== 'no-token');
}

/** Reads an instance leniently. Undefined if it has no valid ID or no token: nothing can be done without them. */
function readInstance(value: unknown, ids: ReturnType<typeof idsOf>, index?: number): Instance | undefined {
  const token = stringProperty(value, 'token');
  if (!isObject(value) || token === undefined) return undefined;
  const { valid, element } = value;
  const id = ids(value['id'], index);
  if (id === undefined) return undefined;
  return {
    id,
    token,
    name: stringProperty(value, 'name'),
    elementKey: stringProperty(element, 'key'),
    elementName: stringProperty(element, 'name'),
    valid: typeof valid === 'boolean' ? valid : undefined,
    createdDate: stringProperty(value, 'createdDate'),
  };
}

function readDate(text: string | undefined): Date | undefined {
  const date = new Date(text ?? '');
  return Number.isNaN(date.getTime()) ? undefined : date;
}
