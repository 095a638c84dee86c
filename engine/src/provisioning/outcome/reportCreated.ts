import { hostOf } from '../../accounts/accounts';
import * as messages from './messages';
import { deleteInstance } from '../../platform/instanceApi';
import { pingInstance } from '../../platform/ping';
import type { ProvisionContext } from '../provisionContext';
import { showTokenNotStored } from './storeToken';
import type { Created } from '../send';
import { markFailure, showFailure } from './showFailure';

/**
 * Pings a new instance and shows the result: that it was created, and that its provider responds if that is known. If the
 * provider rejects it, which the platform does not check for many elements, offers to delete the instance.
 */
export async function reportCreated(context: ProvisionContext, created: Created): Promise<void> {
  const { ui, http } = context;
  const { attempt, instance, tokenStored, secrets } = created;
  const { account, access } = attempt;
  if (!tokenStored) await showTokenNotStored(ui, instance);
  const pinged = await ui.progress(
    messages.pinging(attempt.request.elementName),
    (signal) => pingInstance(http, access, { token: instance.token, secrets }, signal),
    'status',
  );
  context.trace(`ping: ${typeof pinged === 'string' ? pinged : 'refused'}`);
  if (typeof pinged !== 'string') {
    context.lastResponse.storeFailure(pinged.refused);
    context.lastResponse.store(pinged.response, secrets);
    markFailure(context, attempt, pinged.refused);
    const text = messages.createdButRefused(instance, pinged.refused, tokenStored ? account.label : undefined);
    await offerDeletion(context, created, text);
    return;
  }
  // If the token was not stored, a message has already said that the instance was created.
  if (!tokenStored) return;
  const { copyToken, showResponse: show } = messages.buttons;
  const tone = instance.valid === false ? 'warning' : 'info';
  const text = messages.created(instance, account.label, pinged === 'works');
  const pressed = await ui.show({ tone, text }, copyToken, show);
  if (pressed === copyToken) {
    await ui.copy(instance.token);
    ui.flash(messages.tokenCopied);
  } else if (pressed === show) {
    await context.showResponse();
  }
}

async function offerDeletion(context: ProvisionContext, created: Created, text: string): Promise<void> {
  const { deleteInstance: remove, keepInstance, showResponse: show } = messages.buttons;
  for (;;) {
    const pressed = await context.ui.show({ tone: 'warning', text }, remove, keepInstance, show);
    if (pressed === show) {
      await context.showResponse();
      continue;
    }
    if (pressed === remove) {
      if (!(await confirmsDeletion(context, created))) continue;
      await deleteCreated(context, created);
    } else if (pressed === keepInstance) context.showProblems(created.attempt.source, []);
    return;
  }
}

async function confirmsDeletion(
  { ui }: ProvisionContext,
  { attempt: { account }, instance }: Created,
): Promise<boolean> {
  const text = messages.confirmDeletion(account.label, hostOf(account));
  const detail = messages.confirmDeletionDetail(instance);
  return (await ui.show({ tone: 'warning', text, detail, modal: true }, messages.buttons.deleteInstance)) !== undefined;
}

/** Deletes an instance and its stored token. If the platform does not delete it, shows why and leaves the token stored. */
async function deleteCreated(context: ProvisionContext, { attempt, instance, secrets }: Created): Promise<void> {
  const { ui, http, tokens, lastResponse, records } = context;
  const { account, access, record } = attempt;
  const { deleteInstance: remove } = messages.buttons;
  for (;;) {
    const failed = await ui.progress(
      messages.deleting(instance),
      (signal) => deleteInstance(http, access, instance.id, signal),
      'status',
    );
    if (failed === undefined) break;
    if (failed.response !== undefined) lastResponse.store(failed.response, secrets);
    const notice = { tone: 'error', text: messages.notDeleted(instance, failed.failure, account.label) } as const;
    if ((await showFailure(context, notice, failed, remove)) === undefined) return;
  }
  // Sending the same text again creates no second instance now, so there is nothing to ask about.
  await records.drop(record).catch(() => undefined);
  const mine = tokens.list().filter((entry) => entry.accountId === account.id && entry.instanceId === instance.id);
  const forgotten = await tokens.forget(mine).then(
    () => true,
    () => false,
  );
  await ui.show({ tone: 'info', text: messages.deleted(instance, forgotten) });
}
