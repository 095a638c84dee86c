import * as messages from './messages';
import type { ApiFailure } from '../../platform/errors';
import type { HttpResponse } from '../../platform/http';
import type { Notice } from '../../ui';
import type { ProvisionContext } from '../provisionContext';
import type { Attempt } from '../send';
import { locateFailure } from './locateFailure';

/**
 * Tells of a call that failed. Offers `first`, what helps most, and then the response and its request id, where there is
 * one: no message has room for more. Gives the one of `first` that was pressed; what the other two promise is done.
 */
export async function showFailure<B extends string>(
  { ui, lastResponse, showResponse }: ProvisionContext,
  notice: Notice,
  { failure, response }: { readonly failure: ApiFailure; readonly response?: HttpResponse },
  ...first: readonly B[]
): Promise<B | undefined> {
  lastResponse.storeFailure(failure);
  const { showResponse: show, copyRequestId } = messages.buttons;
  const { requestId } = failure;
  const others = [response === undefined ? undefined : show, requestId === undefined ? undefined : copyRequestId];
  const pressed = await ui.show<string>(notice, ...first, ...others.filter((button) => button !== undefined));
  if (pressed === show) {
    await showResponse();
  } else if (pressed === copyRequestId && requestId !== undefined) {
    await ui.copy(requestId);
    ui.flash(messages.requestIdCopied);
  }
  return first.find((button) => button === pressed);
}

/** Shows what the platform said at the places it means, unless the text has changed while the request was on its way. */
export function markFailure(context: ProvisionContext, { source, request }: Attempt, failure: ApiFailure): void {
  const { written } = request.document;
  if (source.text() !== written.text) return;
  context.showProblems(source, locateFailure(written, failure, request.entries ?? []));
}
