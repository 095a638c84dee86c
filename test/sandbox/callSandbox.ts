/** How the tests in this folder talk to a running sandbox. */
import { type Sandbox, sandboxSecrets } from '../../sandbox/src/server';

export const accountHeader = `User ${sandboxSecrets.user}, Organization ${sandboxSecrets.organization}`;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON, undefined where it is none. */
  readonly json: unknown;
}

/** A body the platform accepts, with other members or entries laid over it. */
export function helpScoutRequest(changes: Record<string, unknown> = {}, configuration: Record<string, unknown> = {}) {
  return {
    element: { key: 'helpscout' },
    configuration: { username: 'ana', password: 'sesame', 'mailbox.name': 'Support', ...configuration },
    name: 'desk',
    ...changes,
  };
}

/**
 * Sends `<method> <path below the API's base>` with the account's header. A string is sent as it is, anything else as
 * JSON; a header given as null is left out.
 */
export async function call(
  sandbox: Sandbox,
  operation: string,
  body?: unknown,
  headers: Record<string, string | null> = {},
): Promise<Answer> {
  const [method = '', path = ''] = operation.split(' ');
  const usual = { Authorization: accountHeader, 'Content-Type': 'application/json' };
  const all: Record<string, string | null> = { ...usual, ...headers };
  const response = await fetch(sandbox.baseUrl + path, {
    method,
    headers: Object.entries(all).filter((header): header is [string, string] => header[1] !== null),
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return toAnswer(response);
}

/** The same for the calls under /sandbox. */
export async function control(sandbox: Sandbox, operation: string, body?: unknown): Promise<Answer> {
  const [method = '', name = ''] = operation.split(' ');
  const response = await fetch(`${sandbox.url}/sandbox/${name}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return toAnswer(response);
}

async function toAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parse(text) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
