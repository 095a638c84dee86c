import { Cancelled } from '../../ui';
import type { ProvisionContext } from '../provisionContext';
import { placeOf } from './callback';
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

/** Milliseconds; long enough for a person who has to look for a password first. */
export const signInLimitMs = 600_000;

export type SignInEnd =
  Extract<Recognition, { readonly kind: 'granted' | 'denied' }> | { readonly kind: 'timed-out' | 'stopped' };

/**
 * Opens a provider's page once a person has seen where it leads, and waits for its answer: by a listener or the editor where
 * the callback leads there and nobody else can have made the answer up, and by the box in which a person pastes the address,
 * always. The first answer that belongs to this sign-in counts, and closes the rest. A newer sign-in of this window that
 * waits at the same place stops it. Throws `Cancelled` where the person does not want the page.
 */
export async function waitForRedirect(context: ProvisionContext, page: SignInPage): Promise<SignInEnd> {
  const { callback, callbackUrl } = page;
  const place = callback.kind === 'loopback' ? `port ${callback.port}` : callbackUrl;
  return runAlone(context.runningSignIns, place, async (stopped) => {
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

/** Recognizes what comes back, from any receiver; `end` resolves with the first that ends the sign-in. */
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

/** The part of it that a person sees in VS Code. Shows and opens nothing more once `closed` aborts. */
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
  const place = placeOf(url);
  if (obstacle === undefined) return messages.waitingFor[callback.kind](place);
  return messages.pasteBecause[obstacle](place, callback.kind === 'loopback' ? callback.port : 0);
}

function pasteProblem(text: string, expected: Expected, used: UsedAnswers): string | undefined {
  const parameters = parametersOfAddress(text);
  if (parameters === undefined) return messages.redirectProblems['no-address'];
  const { kind } = recognize(parameters, expected, used, 'person');
  return kind === 'granted' || kind === 'denied' ? undefined : messages.redirectProblems[kind];
}
