import { isSandbox } from '../accounts/sandbox';
import type { Account } from '../accounts/accounts';
import * as messages from '../messages';
import type { Instance } from '../platform/instances';
import { lookForInstance, type LookDeps } from './look';
import { named, type Attempt, type Failed, type Sent } from './send';

export interface ReportDeps extends LookDeps {
  /** Asks for an account's secrets again. Throws `Cancelled`. */
  readonly enterSecrets: (account: Account) => Promise<void>;
  readonly showResponse: () => Promise<void>;
}

/** Tells what came of a request, and does what the person then wants. */
export async function report(deps: ReportDeps, sent: Sent): Promise<void> {
  if ('instance' in sent) {
    if (sent.tokenKept) await reportCreated(deps, sent.attempt.account, sent.instance);
  } else {
    await reportTrouble(deps, sent.attempt, sent.outcome);
  }
}

async function reportCreated(deps: ReportDeps, account: Account, instance: Instance): Promise<void> {
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

async function reportTrouble(deps: ReportDeps, attempt: Attempt, { trouble, response }: Failed): Promise<void> {
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
