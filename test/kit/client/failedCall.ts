import assert from 'node:assert/strict';
import https from 'node:https';
import { inspect } from 'node:util';
import { failureMessage } from '../../../engine/src/messages/failures';
import { readHttpFailure } from '../../../engine/src/platform/errors';
import { HttpFailure, nodeFetch, type HttpRequest } from '../../../engine/src/platform/http';
import { makeCertificate } from '../certificate';
import { newSecret } from './fakes';
import { isWhole } from './witness';

/** A call that would change something. Its limit is longer than any test, but where a test gives another. */
export function post(url: string, more: Partial<HttpRequest> = {}): HttpRequest {
  const headers = { Authorization: `User ${newSecret()}` };
  return { method: 'POST', url, headers, body: '{"name":"mine"}', timeoutMs: 60_000, ...more };
}

/**
 * Makes a call, and holds what is said of its failure, if there is one, to what a server has `received`: of a whole request
 * never that it was not sent, and of an unsent one not a byte. What it is told as has to say the same.
 */
export async function outcomeOf(call: HttpRequest, received: () => string): Promise<HttpFailure | undefined> {
  const error: unknown = await nodeFetch(call).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error === undefined) return undefined;
  assert.ok(error instanceof HttpFailure, inspect(error));
  if (isWhole(received())) assert.equal(error.maybeSent, true, 'The server has the request.');
  if (!error.maybeSent) assert.equal(received(), '');
  const failure = readHttpFailure(error);
  assert.equal(failure.maybeDone, error.maybeSent);
  assert.equal(failureMessage(failure, 'Work').includes('Nothing was sent.'), !error.maybeSent);
  return error;
}

/** The same for a call that has to fail. */
export async function failureOf(call: HttpRequest, received: () => string): Promise<HttpFailure> {
  const error = await outcomeOf(call, received);
  assert.ok(error !== undefined, 'The call has not failed.');
  return error;
}

interface Closing {
  readonly close: () => Promise<void>;
}

/** A certificate that counts during the tests of one `describe`, and what each of them opens or changes, undone after it. */
export function useCleanUp(): {
  readonly own: ReturnType<typeof makeCertificate>;
  readonly open: <T extends Closing>(one: Promise<T>) => Promise<T>;
  readonly undoLater: (undo: () => void) => void;
} {
  const own = makeCertificate();
  const opened: Closing[] = [];
  const undo: (() => void)[] = [];
  beforeEach(() => {
    https.globalAgent.options.ca = own.cert;
  });
  afterEach(async () => {
    delete https.globalAgent.options.ca;
    for (const one of undo.splice(0).reverse()) one();
    await Promise.all(opened.splice(0).map((one) => one.close()));
  });
  return {
    own,
    open: async (one) => {
      const ready = await one;
      opened.push(ready);
      return ready;
    },
    undoLater: (one) => void undo.push(one),
  };
}
