import type { Account } from '../../accounts/accounts';
import type { Tokens } from '../../accounts/tokens';
import * as messages from '../../messages';
import type { Access } from '../../platform/access';
import type { Trouble } from '../../platform/errors';
import type { Http } from '../../platform/http';
import { listInstances, type Instance } from '../../platform/instances';
import { keepToken } from './keepToken';
import { tellTrouble, type TellTroubleDeps } from './tellTrouble';

/** What is known of a creation whose outcome is not. */
export interface Lost {
  readonly account: Account;
  readonly access: Access;
  readonly elementKey: string;
  readonly elementName: string;
  /** Name that was sent. */
  readonly name?: string;
  /** When it was sent, by this computer's clock, in milliseconds since 1970. */
  readonly startedAt: number;
  /** The instance as it is called to the person. */
  readonly named: (instance: Instance) => Instance;
}

export interface LookDeps extends TellTroubleDeps {
  readonly http: Http;
  readonly tokens: Tokens;
  readonly now: () => number;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly trace: (step: string) => void;
}

/**
 * Looks for the instance that a creation may have made, and offers to keep its token. Sends no POST. `opening` is what
 * the person has to hear yet of the creation: it stands before what comes of the first look, whatever that is.
 */
export async function lookForInstance(deps: LookDeps, lost: Lost, opening = ''): Promise<void> {
  const { ui } = deps;
  const { account, elementName } = lost;
  const { lookAgain } = messages.buttons;
  for (let begin = opening; ; begin = '') {
    const words = (text: string) => (begin === '' ? text : `${begin} ${text}`);
    const looked = await ui.progress(messages.looking(elementName, account.label), (signal) =>
      lookUntilFound(deps, lost, signal),
    );
    let again: boolean;
    if ('trouble' in looked && looked.trouble.cause === 'cancelled') {
      if (begin === '') return;
      again = (await ui.tell({ tone: 'warning', text: words(messages.stoppedLooking) }, lookAgain)) !== undefined;
    } else if ('trouble' in looked) {
      const text = words(messages.troubleWords(looked.trouble, account.label));
      again = await tellTrouble(deps, { tone: 'error', text }, looked, lookAgain);
    } else if (looked.candidates.length > 0) {
      await offer(deps, lost, looked.candidates, words);
      return;
    } else {
      const tone = begin === '' ? 'info' : 'warning';
      const text = words(messages.foundNone(elementName, account.label));
      again = (await ui.tell({ tone, text }, lookAgain)) !== undefined;
    }
    if (!again) return;
  }
}

/** Creation can take half a minute, and may still be going on. */
const lookMs = 60_000;
const pauseMs = 3_000;

type Looked = { readonly candidates: readonly Instance[] } | { readonly trouble: Trouble };

/** Lists the instances until one fits, which may take a minute, or until the call fails or is cancelled. */
async function lookUntilFound(deps: LookDeps, lost: Lost, signal: AbortSignal): Promise<Looked> {
  const begin = deps.now();
  for (let waited = 0; ; waited += pauseMs) {
    const outcome = await listInstances(deps.http, lost.access, lost.elementKey, signal);
    if ('trouble' in outcome) return outcome;
    const since = serverTime(lost.startedAt, deps.now(), outcome.date);
    const candidates = madeSince(outcome.instances, lost.name, since);
    deps.trace(`look: ${candidates.length} of ${outcome.instances.length} instances fit`);
    const isOver = Math.max(waited, deps.now() - begin) >= lookMs;
    // One without a date may have been there before: what has one can still come.
    if (isOver || candidates.some(({ createdDate }) => createdDate !== undefined)) {
      return { candidates: candidates.map(lost.named) };
    }
    await deps.wait(pauseMs, signal);
  }
}

async function offer(
  deps: LookDeps,
  { account }: Lost,
  candidates: readonly Instance[],
  words: (text: string) => string,
): Promise<void> {
  const { ui, tokens } = deps;
  const [only, ...others] = candidates;
  if (only === undefined) return;
  let instance = only;
  if (others.length > 0) {
    const choices = candidates.map((candidate) => ({
      label: candidate.name ?? candidate.id,
      description: `id ${candidate.id}`,
      detail: messages.createdAt(candidate.createdDate),
      value: candidate,
    }));
    instance = await ui.pick(messages.titles.lookForIt, messages.foundSeveral(candidates.length), choices);
  } else {
    const text = words(messages.found(only, account.label));
    if ((await ui.tell({ tone: 'info', text }, messages.buttons.keepToken)) === undefined) return;
  }
  if (!(await keepToken(tokens, ui, account, instance))) return;
  const kept = await ui.tell({ tone: 'info', text: messages.tokenKept(account.label) }, messages.buttons.copyToken);
  if (kept !== undefined) {
    await ui.copy(instance.token);
    ui.flash(messages.tokenCopied);
  }
}

/** The server's date is cut to seconds, and so may be the dates of its instances. */
const slackMs = 2_000;
/** Where the server sends no date, its clock may be this far from ours. */
const skewMs = 60_000;

/**
 * A time of this computer's clock on the server's clock, in milliseconds since 1970, rather too early than too late.
 * `date` is what the server's clock showed at `now`.
 */
export function serverTime(time: number, now: number, date: Date | undefined): number {
  return date === undefined ? time - skewMs : date.getTime() - (now - time) - slackMs;
}

/**
 * The instances of one element that an attempt may have made: of the name wanted, not older than `since`. The platform
 * strips HTML tags from a name. One without a date may be it, too, and stands last.
 */
export function madeSince(instances: readonly Instance[], wanted: string | undefined, since: number): Instance[] {
  const name = wanted?.replace(/<[^>]*>/g, '');
  const fitting = instances.filter((instance) => name === undefined || instance.name === name);
  const dated = fitting.filter(({ createdDate }) => createdDate !== undefined && !(Date.parse(createdDate) < since));
  return [...dated, ...fitting.filter(({ createdDate }) => createdDate === undefined)];
}
