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
  /** Name that was sent; undefined if there was none or it is not known. */
  readonly name?: string;
  /** When it was sent, by this computer's clock, in milliseconds since 1970. */
  readonly startedAt: number;
  /** Returns an instance with the name and element that messages show. */
  readonly named: (instance: Instance) => Instance;
  /** Ids of the instances known to be from other requests. Rejects if they cannot be read. */
  readonly others: () => Promise<ReadonlySet<string>>;
  /** Records that this instance was created. Rejects if that cannot be written. */
  readonly resolve: (instance: Instance) => Promise<void>;
}

interface SearchOptions {
  /** A text about the creation to show before the result of the first search. */
  readonly opening?: string;
  /** Whether each message also offers to create another instance. */
  readonly offersAnother?: boolean;
}

const { searchAgain, copyToken, provisionAgain } = messages.buttons;

/**
 * Searches for the instance that a request may have created, and offers to store its token. Sends no POST. Returns true if
 * the person wants to create another instance nevertheless.
 */
export async function findCreatedInstance(
  context: ProvisionContext,
  pending: PendingCreation,
  { opening = '', offersAnother = false }: SearchOptions = {},
): Promise<boolean> {
  const { ui } = context;
  const { account, elementName } = pending;
  const another = offersAnother ? [provisionAgain] : [];
  /** Shown once, before the result of the first search. */
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

/** How long to search: creation can take half a minute, and may still be in progress. */
const searchMs = 60_000;
const pauseMs = 3_000;
/** A request older than this cannot still be in progress, so the list is read only once. */
const longAgoMs = 180_000;

type SearchResult = { readonly candidates: readonly Instance[] } | { readonly failure: ApiFailure };

/** Lists the instances until one fits, for up to a minute, or until the call fails or is cancelled. */
async function listUntilFound(
  context: ProvisionContext,
  pending: PendingCreation,
  signal: AbortSignal,
): Promise<SearchResult> {
  const begin = context.now();
  const others = await pending.others().catch(() => new Set<string>());
  const limitMs = begin - pending.startedAt > longAgoMs ? 0 : searchMs;
  for (let waited = 0; ; waited += pauseMs) {
    const outcome = await listInstances(context.http, pending.access, pending.elementKey, signal);
    if ('failure' in outcome) return outcome;
    const since = serverTime(pending.startedAt, context.now(), outcome.date);
    const candidates = madeSince(outcome.instances, pending.name, since).filter(({ id }) => !others.has(id));
    context.trace(`search: ${candidates.length} of ${outcome.instances.length} instances fit`);
    const isOver = Math.max(waited, context.now() - begin) >= limitMs;
    // An instance without a date may be an older one, so the search goes on for one with a date.
    if (isOver || candidates.some(({ createdDate }) => createdDate !== undefined)) {
      return { candidates: candidates.map(pending.named) };
    }
    await context.wait(pauseMs, signal);
  }
}

/** Offers to store the token of the instance found. Returns true if the person wants another instance. */
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
  // A window may have closed after it stored the token and before it resolved the record.
  const stored = candidates.find(isStored);
  if (stored !== undefined) {
    await pending.resolve(stored).catch(() => undefined);
    const text = withOpening(messages.foundStored(stored, account.label));
    const pressed = await ui.show({ tone: 'info', text }, copyToken, ...another);
    if (pressed === copyToken) await copy(context, stored);
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

/** Asks for one of several instances. Returns undefined if the person wants to create another one. Throws `Cancelled`. */
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

/** The server truncates its date to seconds, and may do the same to the dates of its instances. */
const slackMs = 2_000;
/** If the server sends no date, its clock may differ from ours by this much. */
const skewMs = 60_000;

/**
 * Converts a time of this computer's clock to the server's clock, in milliseconds since 1970. An inexact result is too early,
 * never too late. `date` is what the server's clock showed at `now`.
 */
export function serverTime(time: number, now: number, date: Date | undefined): number {
  return date === undefined ? time - skewMs : date.getTime() - (now - time) - slackMs;
}

/**
 * Returns the instances of one element that an attempt may have created: those with the name that was sent, without its HTML
 * tags because the platform removes them, and not older than `since`. Instances without a date may be it, too, and come last.
 */
export function madeSince(instances: readonly Instance[], sentName: string | undefined, since: number): Instance[] {
  const name = sentName?.replace(/<[^>]*>/g, '');
  const fitting = instances.filter((instance) => name === undefined || instance.name === name);
  const dated = fitting.filter(({ createdDate }) => createdDate !== undefined && !(Date.parse(createdDate) < since));
  return [...dated, ...fitting.filter(({ createdDate }) => createdDate === undefined)];
}
