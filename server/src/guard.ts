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
      log.error(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return fallback;
    }
  };
