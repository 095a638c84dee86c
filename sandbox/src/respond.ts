/** What the sandbox can answer, and how it goes over the wire. */
import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';

type Headers = Readonly<Record<string, string>>;

export type Reply =
  | { readonly kind: 'json'; readonly status: number; readonly json: unknown; readonly headers?: Headers }
  | {
      readonly kind: 'text';
      readonly status: number;
      readonly text: string;
      readonly type: string;
      readonly headers?: Headers;
    }
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly message: string;
      /** The provider's own text, where the provider refused. */
      readonly providerMessage?: string;
      readonly headers?: Headers;
    };

/** Thrown for a request that the platform would refuse. The server answers with the platform's error shape. */
export class HttpError extends Error {
  readonly reply: Reply;

  constructor(status: number, message: string, providerMessage?: string) {
    super(message);
    this.reply = { kind: 'error', status, message, ...(providerMessage !== undefined && { providerMessage }) };
  }
}

export function ok(json: unknown, headers?: Headers): Reply {
  return { kind: 'json', status: 200, json, ...(headers && { headers }) };
}

/** 200 with a body that is empty. */
export function empty(): Reply {
  return { kind: 'text', status: 200, type: 'application/json', text: '' };
}

export function redirect(location: string): Reply {
  return { kind: 'text', status: 302, type: 'text/plain', text: '', headers: { Location: location } };
}

/** The status is documented, the wording is ours. */
export function methodNotAllowed(methods: readonly string[]): Reply {
  return { kind: 'error', status: 405, message: 'Method not allowed', headers: { Allow: methods.join(', ') } };
}

/** 24 lowercase hex digits, as in every documented sample. */
export function newRequestId(): string {
  return randomBytes(12).toString('hex');
}

/** Writes the reply, with the request id as a header and, in an error, as a property. */
export function send(response: ServerResponse, reply: Reply, requestId: string): void {
  const body = toBody(reply, requestId);
  response.writeHead(reply.status, {
    'Content-Type': reply.kind === 'text' ? reply.type : 'application/json;charset=UTF-8',
    'Content-Length': Buffer.byteLength(body),
    'Elements-Request-Id': requestId,
    ...reply.headers,
  });
  response.end(body);
}

function toBody(reply: Reply, requestId: string): string {
  if (reply.kind === 'text') return reply.text;
  if (reply.kind === 'json') return JSON.stringify(reply.json);
  const { message, providerMessage } = reply;
  return JSON.stringify({ requestId, message, ...(providerMessage !== undefined && { providerMessage }) });
}
