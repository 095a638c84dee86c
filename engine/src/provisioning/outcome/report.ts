import { isSandbox } from '../../accounts/sandboxAccount';
import type { ProvisionContext } from '../provisionContext';
import { findCreatedInstance, type PendingCreation } from './findCreated';
import { reportCreated } from './reportCreated';
import { named, type Attempt, type Failed, type Sent } from '../send';
import { markFailure, showFailure } from './showFailure';
import { failureMessage } from '../../messages/failures';
import * as messages from './messages';

/** Shows the outcome of a request, and does what the person then chooses. */
export async function report(context: ProvisionContext, sent: Sent): Promise<void> {
  if ('instance' in sent) await reportCreated(context, sent);
  else await reportFailure(context, sent.attempt, sent.outcome);
}

async function reportFailure(context: ProvisionContext, attempt: Attempt, failed: Failed): Promise<void> {
  const { failure } = failed;
  const { account } = attempt;
  const textOf = (outcome: string) => failureMessage(failure, account.label, outcome);
  markFailure(context, attempt, failure);
  if (failure.maybeDone && (failure.cause === 'cancelled' || failure.cause === 'timed-out')) {
    // The connection works, and the platform may still be creating the instance, so the search starts right away.
    context.lastResponse.storeFailure(failure);
    await findCreated(context, attempt, textOf(messages.mayExist));
    return;
  }
  const { searchForInstance, enterSecrets } = messages.buttons;
  const secretsAreWrong = (failure.cause === 'unauthorized' || failure.cause === 'unsendable') && !isSandbox(account);
  const pressed = await showFailure(
    context,
    failure.maybeDone
      ? { tone: 'warning', text: textOf(messages.maybeCreated) }
      : { tone: 'error', text: textOf(messages.notCreated) },
    failed,
    ...(failure.maybeDone ? [searchForInstance] : secretsAreWrong ? [enterSecrets] : []),
  );
  if (pressed === searchForInstance) await findCreated(context, attempt);
  else if (pressed === enterSecrets) await context.enterSecrets(account);
}

async function findCreated(context: ProvisionContext, attempt: Attempt, opening?: string): Promise<void> {
  const { account, access, request, resolved, record } = attempt;
  const pending: PendingCreation = {
    account,
    access,
    startedAt: record.startedAt,
    elementKey: request.document.elementKey,
    elementName: request.elementName,
    name: resolved.document.name,
    named: (instance) => named(instance, attempt),
    others: () => context.records.instanceIds(account.id),
    resolve: ({ id }) => context.records.write({ ...record, instanceId: id }),
  };
  await findCreatedInstance(context, pending, { opening });
}
