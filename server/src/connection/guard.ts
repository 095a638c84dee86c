import { setImmediate } from 'node:timers/promises';
import { LSPErrorCodes, ResponseError, type CancellationToken, type RemoteConsole } from 'vscode-languageserver';

/** What a request handler answers: a result, or that the client took the request back. */
export type Guarded<Params, Result> = (
  params: Params,
  token: CancellationToken,
) => Promise<Result | ResponseError<never>>;

export type Guard = <Params, Result>(
  name: string,
  fallback: Result,
  run: (params: Params) => Result | Promise<Result>,
) => Guarded<Params, Result>;

/**
 * One error policy for all requests: a cancelled one is not worked on, and a failure is logged and answered with a
 * neutral value, so that one bad document never takes the others down.
 */
export const createGuard =
  (log: Pick<RemoteConsole, 'error'>): Guard =>
  (name, fallback, run) =>
  async (params, token) => {
    await setImmediate(); // Lets a cancel that is already queued arrive first.
    if (token.isCancellationRequested) return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'Cancelled');
    try {
      return await run(params);
    } catch (error) {
      log.error(`${name} failed: ${describeError(error)}`);
      return fallback;
    }
  };

/** So many places say where it was. */
const maximumFrames = 20;

/**
 * The kind of an error and where it was thrown, without its message: that may quote the document, and with it a secret.
 * The message is taken off by its length, since a line of it may look like a place.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const kind = /^\w{1,40}$/.test(error.name) ? error.name : 'Error';
  const stack = typeof error.stack === 'string' ? error.stack : '';
  const messageStart = stack.indexOf(error.message);
  const trace =
    error.message !== '' && messageStart < 0 ? '' : stack.slice(Math.max(0, messageStart) + error.message.length);
  const frames = trace.split('\n').filter((line) => /^ {4}at .*:\d+:\d+\)?$/.test(line));
  return [kind, ...frames.slice(0, maximumFrames)].join('\n');
}
