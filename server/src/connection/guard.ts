import { setImmediate } from 'node:timers/promises';
import { LSPErrorCodes, ResponseError, type CancellationToken, type RemoteConsole } from 'vscode-languageserver';

/** A request handler. Its error is that the client cancelled the request. */
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
 * The error policy of all requests: no work for a cancelled one, and a failure is logged and answered with the
 * fallback, so that one bad document never affects the others.
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

/** Frames of a stack to log. */
const maximumFrames = 20;

/**
 * The kind of an error and its stack, without its message, which may quote the document and so a secret. The message is
 * cut off by its length, because a line of it may look like a stack frame.
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
