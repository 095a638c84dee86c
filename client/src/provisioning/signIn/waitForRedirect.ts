import * as messages from '../../messages';
import { Cancelled, type Ui } from '../../ui';
import type { Browser } from './browser';
import type { Callback } from './callback';
import { listen, type Listening } from './listener';
import {
  judge,
  parametersOfAddress,
  use,
  type Expected,
  type Judgement,
  type Parameters,
  type UsedAnswers,
} from './redirect';

/** Longer than a person needs who has to look for a password first, in milliseconds. */
export const signInLimitMs = 600_000;

export interface WaitDeps {
  readonly ui: Ui;
  readonly browser: Browser;
  /** Resolves after that many milliseconds, or when the signal aborts. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Notes a step that is of use to who looks for a fault. Never an address or a code. */
  readonly trace: (step: string) => void;
  readonly usedAnswers: UsedAnswers;
}

/** A provider's page, about to be opened. */
export interface SignInPage {
  readonly elementName: string;
  readonly url: string;
  readonly callback: Callback;
  readonly callbackUrl: string;
  readonly expected: Expected;
}

export type SignInEnd =
  Extract<Judgement, { readonly kind: 'granted' | 'denied' }> | { readonly kind: 'timed-out' | 'stopped' };

/**
 * Opens a provider's page and waits for its answer: by a listener or the editor where the callback leads there, and by the
 * box in which a person pastes the address, always. The first answer that belongs to this sign-in counts, and closes the rest.
 */
export async function waitForRedirect(deps: WaitDeps, page: SignInPage): Promise<SignInEnd> {
  const { ui, browser, trace } = deps;
  const { callback, elementName, url } = page;
  const closing = new AbortController();
  const answers = hearAnswers(deps, page.expected);
  const listening = callback.kind === 'loopback' ? await listen(callback, answers.take('listener')) : undefined;
  if (listening !== undefined)
    trace('problem' in listening ? `sign-in: port ${listening.problem}` : 'sign-in: listening');
  const deafen = browser.onRedirect((parameters) => isEnd(answers.take('editor')(parameters)));
  try {
    const prompt = await promptFor(browser, page, listening);
    if (!(await browser.open(url))) await tellNotOpened(ui, page);
    const typed = ui
      .ask({
        title: messages.signInTitle(elementName),
        prompt,
        placeHolder: messages.addressPlace(page.callbackUrl),
        signal: closing.signal,
        validate: (text) => pasteProblem(text, page.expected, deps.usedAnswers),
      })
      .then((text) => {
        answers.take('box')(parametersOfAddress(text) ?? {});
        return answers.end;
      })
      .catch((error: unknown): SignInEnd => {
        if (error instanceof Cancelled) return { kind: 'stopped' };
        throw error;
      });
    const limit = deps.wait(signInLimitMs, closing.signal).then((): SignInEnd => ({ kind: 'timed-out' }));
    return await Promise.race([answers.end, typed, limit]);
  } finally {
    deafen();
    if (listening !== undefined && 'close' in listening) listening.close();
    closing.abort();
  }
}

/** Judges what comes back, whichever way; `end` resolves with the first that ends the sign-in. */
function hearAnswers({ usedAnswers, trace }: WaitDeps, expected: Expected) {
  let resolve: (end: SignInEnd) => void;
  const end = new Promise<SignInEnd>((resolveEnd) => {
    resolve = resolveEnd;
  });
  const take = (way: string) => (parameters: Parameters) => {
    const judgement = judge(parameters, expected, usedAnswers);
    trace(`sign-in: ${way} received ${judgement.kind}`);
    if (judgement.kind === 'granted') use(parameters, expected, usedAnswers);
    if (judgement.kind === 'granted' || judgement.kind === 'denied') resolve(judgement);
    return judgement.kind;
  };
  return { end, take };
}

const isEnd = (kind: Judgement['kind']): boolean => kind === 'granted' || kind === 'denied';

async function promptFor(
  browser: Browser,
  { callback, callbackUrl, url }: SignInPage,
  listening: Listening | { readonly problem: keyof typeof messages.listenProblems } | undefined,
): Promise<string> {
  if (callback.kind === 'loopback' && listening !== undefined && 'problem' in listening) {
    return messages.listenProblems[listening.problem](callback.port);
  }
  if (callback.kind !== 'elsewhere' && !(await browser.reaches(callbackUrl))) return messages.notReachable;
  return messages.waitingFor[callback.kind](new URL(url).host);
}

function pasteProblem(text: string, expected: Expected, used: UsedAnswers): string | undefined {
  const parameters = parametersOfAddress(text);
  if (parameters === undefined) return messages.redirectProblems['no-address'];
  const { kind } = judge(parameters, expected, used);
  return kind === 'granted' || kind === 'denied' ? undefined : messages.redirectProblems[kind];
}

async function tellNotOpened(ui: Ui, { elementName, url }: SignInPage): Promise<void> {
  const text = messages.browserNotOpened(elementName);
  const notice = { tone: 'warning', text, detail: messages.browserNotOpenedDetail, modal: true } as const;
  if ((await ui.tell(notice, messages.buttons.copyAddress)) === undefined) throw new Cancelled();
  await ui.copy(url);
  ui.flash(messages.addressCopied);
}
