import { isSandbox } from '../accounts/sandbox';
import type { Account } from '../accounts/accounts';
import * as messages from '../messages';
import { createInstance, type Access, type CreateOutcome, type Instance } from '../platform/instances';
import { scrub } from '../platform/mask';
import { Refusal, type Notice } from '../ui';
import { approve, type ApproveDeps, type Approved, type Source } from './approve';
import { fillIn, type Filled, type FillInDeps } from './fillIn';
import { keepToken } from './keepToken';
import type { LastResponse } from './lastResponse';
import type { Lock } from './lock';
import { lookForInstance, type LookDeps } from './look';
import { createSentTexts, type SentTexts } from './sentTexts';

export interface ProvisionDeps extends ApproveDeps, FillInDeps, LookDeps {
  readonly lock: Lock;
  readonly lastResponse: LastResponse;
  /** The account in use with its secrets, asked for where there is none. Throws `Cancelled`. */
  readonly requireAccess: () => Promise<{ account: Account; access: Access }>;
  /** Asks for an account's secrets again. Throws `Cancelled`. */
  readonly enterSecrets: (account: Account) => Promise<void>;
  readonly showResponse: () => Promise<void>;
}

/** What came of one press. `tokenKept` is false where the token could not be stored; the person has then been told. */
type Sent =
  | { readonly attempt: Attempt; readonly instance: Instance; readonly tokenKept: boolean }
  | { readonly attempt: Attempt; readonly outcome: Failed };

type Failed = Exclude<CreateOutcome, { instance: Instance }>;

interface Attempt {
  readonly account: Account;
  readonly access: Access;
  readonly request: Approved;
  readonly filled: Filled;
  readonly startedAt: number;
}

/**
 * Gives the function that provisions a document: checks its text, sends it at most once, keeps the token, then tells.
 * A press while another of the same document is on its way, in this window or in another, sends nothing.
 */
export function createProvisioner(deps: ProvisionDeps): (source: Source) => Promise<void> {
  const busy = new Set<string>();
  const sentTexts = createSentTexts();
  return async (source) => {
    if (busy.has(source.name)) {
      await deps.ui.tell({ tone: 'info', text: messages.alreadyBeingProvisioned });
      return;
    }
    busy.add(source.name);
    let sent: Sent | undefined;
    try {
      sent = await prepareAndSend(deps, source, sentTexts);
    } finally {
      busy.delete(source.name);
    }
    // A message can stay open for long, so nothing is held while it is.
    if (sent !== undefined) await report(deps, sent);
  };
}

async function prepareAndSend(deps: ProvisionDeps, source: Source, sentTexts: SentTexts): Promise<Sent | undefined> {
  const { account, access } = await deps.requireAccess();
  const text = source.text();
  const request = await approve(deps, source, text);
  if (request === undefined) return undefined;
  const before = sentTexts.find(source.name, account.id, request.body);
  if (before !== undefined) {
    const notice: Notice = {
      tone: 'warning',
      text: messages.alreadyProvisioned(account.label, before.instanceId),
      detail: messages.alreadyProvisionedDetail,
      modal: true,
    };
    if ((await deps.ui.tell(notice, messages.buttons.provisionAgain)) === undefined) return undefined;
  }
  const filled = await fillIn(deps, account, request);
  if (filled === undefined) return undefined;
  const release = await deps.lock(source.name).catch(() => {
    throw new Refusal(messages.lockFailed);
  });
  if (release === undefined) {
    await deps.ui.tell({ tone: 'info', text: messages.alreadyBeingProvisioned });
    return undefined;
  }
  try {
    return await send(deps, { account, access, request, filled, startedAt: deps.now() }, (instanceId) => {
      sentTexts.add(source.name, account.id, request.body, instanceId);
    });
  } finally {
    await release();
  }
}

async function send(
  deps: ProvisionDeps,
  attempt: Attempt,
  remember: (instanceId: string | undefined) => void,
): Promise<Sent> {
  const { ui, http, tokens, lastResponse } = deps;
  const { account, access, request, filled } = attempt;
  const outcome = await ui.progress(messages.provisioning(request.elementName, account.label), (signal) =>
    createInstance(http, access, { ...filled, secretEntries: request.secretEntries }, signal),
  );
  if ('instance' in outcome) {
    // The token comes first: whatever fails after this, it is kept.
    const instance = named(outcome.instance, attempt);
    const tokenKept = await keepToken(tokens, ui, account, instance);
    remember(instance.id);
    lastResponse.keep(outcome.response, outcome.secrets);
    return { attempt, instance, tokenKept };
  }
  if (outcome.trouble.maybeDone) remember(undefined);
  if (outcome.response !== undefined) lastResponse.keep(outcome.response, outcome.secrets);
  return { attempt, outcome };
}

/**
 * The instance, called as its request calls it where the answer does not say. A name is shown and kept in clear: one that
 * has a reference stays as the file has it, and no value that was put in shows in any.
 */
function named(instance: Instance, { request, filled }: Pick<Attempt, 'request' | 'filled'>): Instance {
  const safe = (text: string | undefined) => (text === undefined ? undefined : scrub(text, filled.values));
  return {
    ...instance,
    name: filled.name === request.name ? (safe(instance.name) ?? request.name) : request.name,
    elementKey: safe(instance.elementKey) ?? request.elementKey,
    elementName: safe(instance.elementName) ?? request.elementName,
  };
}

async function report(deps: ProvisionDeps, sent: Sent): Promise<void> {
  if ('instance' in sent) {
    if (sent.tokenKept) await reportCreated(deps, sent.attempt.account, sent.instance);
  } else {
    await reportTrouble(deps, sent.attempt, sent.outcome);
  }
}

async function reportCreated(deps: ProvisionDeps, account: Account, instance: Instance): Promise<void> {
  const { ui, showResponse } = deps;
  const { copyToken, showResponse: show } = messages.buttons;
  const tone = instance.valid === false ? 'warning' : 'info';
  const pressed = await ui.tell({ tone, text: messages.created(instance, account.label) }, copyToken, show);
  if (pressed === copyToken) {
    await ui.copy(instance.token);
    ui.flash(messages.tokenCopied);
  } else if (pressed === show) {
    await showResponse();
  }
}

async function reportTrouble(deps: ProvisionDeps, attempt: Attempt, { trouble, response }: Failed): Promise<void> {
  const { lookForIt, enterSecrets, showResponse } = messages.buttons;
  const { account, access, request, filled, startedAt } = attempt;
  const secretsAreWrong = (trouble.cause === 'unauthorized' || trouble.cause === 'unsendable') && !isSandbox(account);
  const buttons = [
    ...(trouble.maybeDone ? [lookForIt] : []),
    ...(secretsAreWrong ? [enterSecrets] : []),
    ...(response === undefined ? [] : [showResponse]),
  ];
  const text = messages.troubleWords(
    trouble,
    account.label,
    trouble.maybeDone ? messages.maybeCreated : messages.notCreated,
  );
  const pressed = await deps.ui.tell({ tone: trouble.maybeDone ? 'warning' : 'error', text }, ...buttons);
  if (pressed === lookForIt) {
    const { elementKey, elementName } = request;
    const call = (instance: Instance) => named(instance, attempt);
    await lookForInstance(deps, {
      account,
      access,
      startedAt,
      elementKey,
      elementName,
      name: filled.name,
      named: call,
    });
  } else if (pressed === enterSecrets) await deps.enterSecrets(account);
  else if (pressed === showResponse) await deps.showResponse();
}
