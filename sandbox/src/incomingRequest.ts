/** Reads what a request brings: its body, and whether that is JSON. */
import type { IncomingMessage } from 'node:http';
import { HttpError } from './respond';

/** The platform's limit for a request that is no file. Over it, the answer is 429 and not 413. */
const largestBody = 8 * 1024 * 1024;

/** The whole body, or undefined when it is over the limit: then the rest is read and dropped. */
export async function readBody(incoming: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= largestBody) chunks.push(chunk);
  }
  return size > largestBody ? undefined : Buffer.concat(chunks).toString('utf8');
}

/** Throws an HttpError for another type. Status documented, wording ours. */
export function checkContentType({ headers }: IncomingMessage): void {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new HttpError(415, 'Content-Type must be application/json');
}

/** The JSON of a body. Throws an HttpError (400, wording ours) where it is none. */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new HttpError(400, 'The request body is not valid JSON');
  }
}

/** The value as an object. Throws an HttpError (400, wording ours) that says what should be one. */
export function readObject(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new HttpError(400, `${what} must be a JSON object`);
}

/** A value as the platform stores it: it takes booleans and objects as well as strings, and answers strings. */
export function toStored(value: unknown): string | null {
  if (value === null || typeof value === 'string') return value;
  return JSON.stringify(value);
}
