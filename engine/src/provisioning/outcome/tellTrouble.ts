import * as messages from './messages';
import type { Trouble } from '../../platform/errors';
import type { HttpResponse } from '../../platform/http';
import type { Notice } from '../../ui';
import type { ProvisionContext } from '../provisionContext';
import type { Attempt } from '../send';
import { placeTrouble } from './placeTrouble';

/**
 * Tells of a call that failed. Offers `first`, what helps most, and then the response and its request id, where there is
 * one: no message has room for more. Gives the one of `first` that was pressed; what the other two promise is done.
 */
export async function tellTrouble<B extends string>(
  { ui, lastResponse, showResponse }: ProvisionContext,
  notice: Notice,
  { trouble, response }: { readonly trouble: Trouble; readonly response?: HttpResponse },
  ...first: readonly B[]
): Promise<B | undefined> {
  lastResponse.keepTrouble(trouble);
  const { showResponse: show, copyRequestId } = messages.buttons;
  const { requestId } = trouble;
  const others = [response === undefined ? undefined : show, requestId === undefined ? undefined : copyRequestId];
  const pressed = await ui.tell<string>(notice, ...first, ...others.filter((button) => button !== undefined));
  if (pressed === show) {
    await showResponse();
  } else if (pressed === copyRequestId && requestId !== undefined) {
    await ui.copy(requestId);
    ui.flash(messages.requestIdCopied);
  }
  return first.find((button) => button === pressed);
}

/** Shows what the platform said at the places it means, unless the text has changed while the request was on its way. */
export function markTrouble(context: ProvisionContext, { source, request }: Attempt, trouble: Trouble): void {
  const { written } = request.document;
  if (source.text() !== written.text) return;
  context.showProblems(source, placeTrouble(written, trouble, request.entries ?? []));
}
