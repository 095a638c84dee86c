import { Cancelled } from '../../ui';
import type { ProvisionContext } from '../provisionContext';
import { describeHost } from './callback';
import { confirmPage, showNotOpened, type SignInPage } from './signInQuestion';
import {
  recognize,
  parametersOfAddress,
  use,
  type Bearer,
  type Expected,
  type Recognition,
  type Parameters,
  type UsedAnswers,
} from './redirect';
import { runAlone } from './runningSignIns';
import type { Obstacle } from '../reasons';
import { openReceivers } from './redirectReceivers';
import * as messages from './messages';

/** Milliseconds, long enough for a person who has to find a password first. */
export const signInLimitMs = 600_000;

export type SignInEnd =
  Extract<Recognition, { readonly kind: 'granted' | 'denied' }> | { readonly kind: 'timed-out' | 'stopped' };

/**
 * Opens a provider's page after the person has seen where it leads, and waits for its answer. The answer can always be pasted
 * into a box. It is also received by a listener or the editor if the callback leads there and nobody else could make up the
 * answer. The first answer that belongs to this sign-in counts, and closes the rest. A newer sign-in of this window with the
 * same callback stops this one. Throws `Cancelled` if the person declines to open the page.
 */
export async function waitForRedirect(context: ProvisionContext, page: SignInPage): Promise<SignInEnd> {
  const { callback, callbackUrl } = page;
  const callbackKey = callback.kind === 'loopback' ? `port ${callback.port}` : callbackUrl;
  return runAlone(context.runningSignIns, callbackKey, async (stopped) => {
    const closing = new AbortController();
    const answers = collectAnswers(context, page.expected);
    const receivers = await openReceivers(context, page, (receiver) => answers.accept(receiver, 'redirect'));
    try {
      return await Promise.race([whenStopped(stopped), openAndWait(context, page, receivers, answers, closing.signal)]);
    } finally {
      receivers.close();
      closing.abort();
    }
  });
}

type Answers = ReturnType<typeof collectAnswers>;

/** Checks the answers of all receivers. `end` resolves to the first answer that ends the sign-in. */
function collectAnswers({ usedAnswers, trace }: ProvisionContext, expected: Expected) {
  let resolve: (end: SignInEnd) => void;
  const end = new Promise<SignInEnd>((resolveEnd) => {
    resolve = resolveEnd;
  });
  const accept = (receiver: string, bearer: Bearer) => (parameters: Parameters) => {
    const recognition = recognize(parameters, expected, usedAnswers, bearer);
    trace(`sign-in: ${receiver} received ${recognition.kind}`);
    if (recognition.kind === 'granted') use(parameters, expected, usedAnswers);
    if (recognition.kind === 'granted' || recognition.kind === 'denied') resolve(recognition);
    return recognition.kind;
  };
  return { end, accept };
}

function whenStopped(stopped: AbortSignal): Promise<SignInEnd> {
  return new Promise((resolve) => {
    const stop = () => {
      resolve({ kind: 'stopped' });
    };
    if (stopped.aborted) stop();
    stopped.addEventListener('abort', stop);
  });
}

/** Asks, opens the page and shows the box. Shows and opens nothing more once `closed` is aborted. */
async function openAndWait(
  context: ProvisionContext,
  page: SignInPage,
  { obstacle }: { readonly obstacle?: Obstacle },
  answers: Answers,
  closed: AbortSignal,
): Promise<SignInEnd> {
  const { ui, browser, wait } = context;
  const stopIfClosed = () => {
    if (closed.aborted) throw new Cancelled();
  };
  await confirmPage(ui, page, obstacle);
  stopIfClosed();
  const isOpened = await browser.open(page.url.href);
  stopIfClosed();
  if (!isOpened) await showNotOpened(ui, page);
  const limit = wait(signInLimitMs, closed).then((): SignInEnd => ({ kind: 'timed-out' }));
  const typed = ui
    .ask({
      title: messages.signInTitle(page.elementName),
      prompt: promptFor(page, obstacle),
      placeHolder: messages.addressExample(page.callbackUrl),
      signal: closed,
      validate: (text) => pasteProblem(text, page.expected, context.usedAnswers),
    })
    .then((text) => {
      answers.accept('box', 'person')(parametersOfAddress(text) ?? {});
      return answers.end;
    })
    .catch((error: unknown): SignInEnd => {
      if (error instanceof Cancelled) return { kind: 'stopped' };
      throw error;
    });
  return Promise.race([answers.end, typed, limit]);
}

function promptFor({ callback, url }: SignInPage, obstacle: Obstacle | undefined): string {
  const host = describeHost(url);
  if (obstacle === undefined) return messages.waitingFor[callback.kind](host);
  return messages.pasteBecause[obstacle](host, callback.kind === 'loopback' ? callback.port : 0);
}

function pasteProblem(text: string, expected: Expected, used: UsedAnswers): string | undefined {
  const parameters = parametersOfAddress(text);
  if (parameters === undefined) return messages.redirectProblems['no-address'];
  const { kind } = recognize(parameters, expected, used, 'person');
  return kind === 'granted' || kind === 'denied' ? undefined : messages.redirectProblems[kind];
}
