import type { Callback } from './callback';
import type { Obstacle } from '../reasons';
import type { ProvisionContext } from '../provisionContext';
import { listen } from './listener';
import type { PageKind } from './redirectPage';
import { isRecognisable, type Expected, type Parameters } from './redirect';

export interface Receivers {
  readonly obstacle?: Obstacle;
  /** Stops listening, and frees the port. */
  readonly close: () => void;
}

/**
 * Opens what receives an answer automatically: a listener if the callback leads to this computer, and the editor's own
 * redirects. Opens nothing if an answer could not be recognized.
 */
export async function openReceivers(
  { browser, trace }: Pick<ProvisionContext, 'browser' | 'trace'>,
  page: { readonly callback: Callback; readonly callbackUrl: string; readonly expected: Expected },
  accept: (receiver: 'listener' | 'editor') => (parameters: Parameters) => PageKind,
): Promise<Receivers> {
  const { callback, callbackUrl, expected } = page;
  if (!isRecognisable(expected)) {
    trace('sign-in: no state of ours');
    return { close: () => undefined, ...(callback.kind !== 'elsewhere' && { obstacle: 'unrecognisable' }) };
  }
  const listening = callback.kind === 'loopback' ? await listen(callback, accept('listener')) : undefined;
  const problem = listening !== undefined && 'problem' in listening ? listening.problem : undefined;
  if (listening !== undefined) trace(problem === undefined ? 'sign-in: listening' : `sign-in: port ${problem}`);
  const unsubscribe = browser.onRedirect((parameters) => ['granted', 'denied'].includes(accept('editor')(parameters)));
  const isReached = callback.kind === 'elsewhere' || (await browser.reaches(callbackUrl));
  const obstacle = problem ?? (isReached ? undefined : 'unreachable');
  return {
    ...(obstacle !== undefined && { obstacle }),
    close: () => {
      unsubscribe();
      if (listening !== undefined && 'close' in listening) listening.close();
    },
  };
}
