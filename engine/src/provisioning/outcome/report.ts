import type { Account } from '../../accounts/accounts';
import { isSandbox } from '../../accounts/sandboxAccount';
import * as messages from '../../messages';
import type { CreationRecords } from '../records';
import { lookForInstance, type LookDeps, type Lost } from './look';
import { mark, type MarkDeps } from './mark';
import { reportCreated } from './reportCreated';
import { named, type Attempt, type Failed, type Sent } from '../send';
import { tellTrouble } from './tellTrouble';

export interface ReportDeps extends LookDeps, MarkDeps {
  readonly records: CreationRecords;
  /** Asks for an account's secrets again. Throws `Cancelled`. */
  readonly enterSecrets: (account: Account) => Promise<void>;
}

/** Tells what came of a request, and does what the person then wants. */
export async function report(deps: ReportDeps, sent: Sent): Promise<void> {
  if ('instance' in sent) await reportCreated(deps, sent);
  else await reportTrouble(deps, sent.attempt, sent.outcome);
}

async function reportTrouble(deps: ReportDeps, attempt: Attempt, failed: Failed): Promise<void> {
  const { trouble } = failed;
  const { account } = attempt;
  const words = (outcome: string) => messages.troubleWords(trouble, account.label, outcome);
  mark(deps, attempt, trouble);
  if (trouble.maybeDone && (trouble.cause === 'cancelled' || trouble.cause === 'timed-out')) {
    // The connection is fine, and the platform may be at work on it still: looking says more than a button.
    deps.lastResponse.keepTrouble(trouble);
    await look(deps, attempt, words(messages.mayExist));
    return;
  }
  const { lookForIt, enterSecrets } = messages.buttons;
  const secretsAreWrong = (trouble.cause === 'unauthorized' || trouble.cause === 'unsendable') && !isSandbox(account);
  const pressed = await tellTrouble(
    deps,
    trouble.maybeDone
      ? { tone: 'warning', text: words(messages.maybeCreated) }
      : { tone: 'error', text: words(messages.notCreated) },
    failed,
    ...(trouble.maybeDone ? [lookForIt] : secretsAreWrong ? [enterSecrets] : []),
  );
  if (pressed === lookForIt) await look(deps, attempt);
  else if (pressed === enterSecrets) await deps.enterSecrets(account);
}

async function look(deps: ReportDeps, attempt: Attempt, opening?: string): Promise<void> {
  const { account, access, request, filled, record } = attempt;
  const lost: Lost = {
    account,
    access,
    startedAt: record.startedAt,
    elementKey: request.document.elementKey,
    elementName: request.elementName,
    name: filled.document.name,
    named: (instance) => named(instance, attempt),
    others: () => deps.records.instanceIds(account.id),
    settle: ({ id }) => deps.records.write({ ...record, instanceId: id }),
  };
  await lookForInstance(deps, lost, { opening });
}
