import type { Account } from '../accounts/accounts';
import type { Tokens } from '../accounts/tokens';
import * as messages from '../messages';
import type { Access } from '../platform/access';
import { listInstances, type Instance } from '../platform/instances';
import type { Http } from '../platform/http';
import type { Ui } from '../ui';
import { keepToken } from './keepToken';

/** What is known of a creation whose outcome is not. */
export interface Attempt {
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

export interface LookDeps {
  readonly ui: Ui;
  readonly http: Http;
  readonly tokens: Tokens;
  readonly now: () => number;
}

/** Looks for the instance that an attempt may have made, and offers to keep its token. Sends no POST. */
export async function lookForInstance(deps: LookDeps, attempt: Attempt): Promise<void> {
  const { ui, http, now } = deps;
  const { account, access, elementKey, elementName } = attempt;
  for (;;) {
    const outcome = await ui.progress(messages.looking(elementName, account.label), (signal) =>
      listInstances(http, access, elementKey, signal),
    );
    if ('trouble' in outcome) {
      if (outcome.trouble.cause === 'cancelled') return;
      const text = messages.troubleWords(outcome.trouble, account.label);
      if ((await ui.tell({ tone: 'error', text }, messages.buttons.lookAgain)) === undefined) return;
      continue;
    }
    const since = serverTime(attempt.startedAt, now(), outcome.date);
    const candidates = madeSince(outcome.instances, attempt.name, since).map(attempt.named);
    if (candidates.length > 0) {
      await offer(deps, attempt, candidates);
      return;
    }
    const none = { tone: 'info', text: messages.foundNone(elementName, account.label) } as const;
    if ((await ui.tell(none, messages.buttons.lookAgain)) === undefined) return;
  }
}

async function offer(deps: LookDeps, attempt: Attempt, candidates: readonly Instance[]): Promise<void> {
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
    const text = messages.found(only);
    if ((await ui.tell({ tone: 'info', text }, messages.buttons.keepToken)) === undefined) return;
  }
  if (!(await keepToken(tokens, ui, attempt.account, instance))) return;
  const kept = await ui.tell(
    { tone: 'info', text: messages.tokenKept(attempt.account.label) },
    messages.buttons.copyToken,
  );
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
