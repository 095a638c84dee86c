import type { Account } from '../../accounts/accounts';
import type { Access } from '../../platform/access';
import type { ApiFailure } from '../../platform/errors';
import { listInstances, type Instance } from '../../platform/instanceApi';
import type { Ui } from '../../ui';
import type { ProvisionContext } from '../provisionContext';
import { storeToken, showTokenNotStored } from './storeToken';
import { showFailure } from './showFailure';
import { failedLookupMessage } from '../../messages/failures';
import * as messages from './messages';

/** A creation whose outcome is unknown. */
export interface PendingCreation {
  readonly account: Account;
  readonly access: Access;
  readonly elementKey: string;
  readonly elementName: string;
  /** Name that was sent; undefined where there was none, or it is not known. */
  readonly name?: string;
  /** When it was sent, by this computer's clock, in milliseconds since 1970. */
  readonly startedAt: number;
  /** The instance as it is called to the person. */
  readonly named: (instance: Instance) => Instance;
  /** Ids of the instances that came of other requests, as far as is known. Rejects where that cannot be read. */
  readonly others: () => Promise<ReadonlySet<string>>;
  /** Notes that this is the instance that was made. Rejects where that cannot be written. */
  readonly resolve: (instance: Instance) => Promise<void>;
}

interface LookupOptions {
  /** What has yet to be shown about the creation: it is put before the result of the first lookup. */
  readonly opening?: string;
  /** Whether each message offers to create another instance, too. */
  readonly offersAnother?: boolean;
}

const { searchAgain, copyToken, provisionAgain } = messages.buttons;

/**
 * Looks for the instance that a creation may have made, and offers to store its token. Sends no POST. True if the person
 * wants to create another instance nevertheless.
 */
export async function findCreatedInstance(
  context: ProvisionContext,
  pending: PendingCreation,
  { opening = '', offersAnother = false }: LookupOptions = {},
): Promise<boolean> {
  const { ui } = context;
  const { account, elementName } = pending;
  const another = offersAnother ? [provisionAgain] : [];
  /** Shown once, before the result of the first lookup. */
  let notYetShown = opening;
  for (;;) {
    const begin = notYetShown;
    notYetShown = '';
    const withOpening = (text: string) => (begin === '' ? text : `${begin} ${text}`);
    const result = await ui.progress(messages.searching(elementName, account.label), (signal) =>
      listUntilFound(context, pending, signal),
    );
    let pressed: string | undefined;
    if ('failure' in result && result.failure.cause === 'cancelled') {
      if (begin === '') return false;
      pressed = await ui.show({ tone: 'warning', text: withOpening(messages.searchStopped) }, searchAgain, ...another);
    } else if ('failure' in result) {
      const text = withOpening(failedLookupMessage(result.failure, account.label));
      pressed = await showFailure(context, { tone: 'error', text }, result, searchAgain, ...another);
    } else if (result.candidates.length > 0) {
      return offerToStore(context, pending, result.candidates, withOpening, another);
    } else {
      const tone = begin === '' ? 'info' : 'warning';
      const text = withOpening(messages.foundNone(elementName, account.label));
      pressed = await ui.show({ tone, text }, searchAgain, ...another);
    }
    if (pressed !== searchAgain) return pressed === provisionAgain;
  }
}

/** Creation can take half a minute, and may still be going on. */
const lookMs = 60_000;
const pauseMs = 3_000;
/** A request older than this cannot still be in progress: one lookup is enough. */
const longAgoMs = 180_000;

type LookupResult = { readonly candidates: readonly Instance[] } | { readonly failure: ApiFailure };

/** Lists the instances until one fits, which may take a minute, or until the call fails or is cancelled. */
async function listUntilFound(
  context: ProvisionContext,
  pending: PendingCreation,
  signal: AbortSignal,
): Promise<LookupResult> {
  const begin = context.now();
  const others = await pending.others().catch(() => new Set<string>());
  const limitMs = begin - pending.startedAt > longAgoMs ? 0 : lookMs;
  for (let waited = 0; ; waited += pauseMs) {
    const outcome = await listInstances(context.http, pending.access, pending.elementKey, signal);
    if ('failure' in outcome) return outcome;
    const since = serverTime(pending.startedAt, context.now(), outcome.date);
    const candidates = madeSince(outcome.instances, pending.name, since).filter(({ id }) => !others.has(id));
    context.trace(`look: ${candidates.length} of ${outcome.instances.length} instances fit`);
    const isOver = Math.max(waited, context.now() - begin) >= limitMs;
    // One without a date may have been there before: what has one can still come.
    if (isOver || candidates.some(({ createdDate }) => createdDate !== undefined)) {
      return { candidates: candidates.map(pending.named) };
    }
    await context.wait(pauseMs, signal);
  }
}

/** Offers to store the token of what was found. True if the person wants another instance. */
async function offerToStore(
  context: ProvisionContext,
  pending: PendingCreation,
  candidates: readonly Instance[],
  withOpening: (text: string) => string,
  another: readonly string[],
): Promise<boolean> {
  const { ui, tokens } = context;
  const { account } = pending;
  const isStored = ({ id }: Instance) =>
    tokens.list().some(({ accountId, instanceId }) => accountId === account.id && instanceId === id);
  // A window closed after it stored the token and before it resolved the record.
  const kept = candidates.find(isStored);
  if (kept !== undefined) {
    await pending.resolve(kept).catch(() => undefined);
    const text = withOpening(messages.foundStored(kept, account.label));
    const pressed = await ui.show({ tone: 'info', text }, copyToken, ...another);
    if (pressed === copyToken) await copy(context, kept);
    return pressed === provisionAgain;
  }
  const [only, ...others] = candidates;
  if (only === undefined) return false;
  if (others.length > 0) {
    const instance = await pickOne(ui, candidates, another);
    if (instance !== undefined) await storeFound(context, pending, instance);
    return instance === undefined;
  }
  const { storeToken: store } = messages.buttons;
  const text = withOpening(messages.found(only, account.label));
  const pressed = await ui.show({ tone: 'info', text }, store, ...another);
  if (pressed === store) await storeFound(context, pending, only);
  return pressed === provisionAgain;
}

/** One of several, or undefined where the person wants another one. Throws `Cancelled`. */
function pickOne(ui: Ui, candidates: readonly Instance[], another: readonly string[]): Promise<Instance | undefined> {
  const rows = candidates.map((candidate) => ({
    label: candidate.name ?? candidate.id,
    description: messages.instanceId(candidate.id),
    detail: messages.createdAt(candidate.createdDate),
    value: candidate,
  }));
  const none = another.map((label) => ({ label, detail: messages.noneOfThese, value: undefined }));
  const { searchForInstance: title } = messages.titles;
  return ui.pick<Instance | undefined>(title, messages.selectCreated, [...rows, ...none]);
}

async function storeFound(context: ProvisionContext, pending: PendingCreation, instance: Instance): Promise<void> {
  const { ui } = context;
  const { account } = pending;
  if (!(await storeToken(context, account, instance))) {
    await showTokenNotStored(ui, instance);
    return;
  }
  await pending.resolve(instance).catch(() => undefined);
  const pressed = await ui.show({ tone: 'info', text: messages.tokenStored(account.label) }, copyToken);
  if (pressed !== undefined) await copy(context, instance);
}

async function copy({ ui }: ProvisionContext, { token }: Instance): Promise<void> {
  await ui.copy(token);
  ui.flash(messages.tokenCopied);
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
export function madeSince(instances: readonly Instance[], sentName: string | undefined, since: number): Instance[] {
  const name = sentName?.replace(/<[^>]*>/g, '');
  const fitting = instances.filter((instance) => name === undefined || instance.name === name);
  const dated = fitting.filter(({ createdDate }) => createdDate !== undefined && !(Date.parse(createdDate) < since));
  return [...dated, ...fitting.filter(({ createdDate }) => createdDate === undefined)];
}
