import * as messages from './messages';
import type { ApiFailure } from '../../platform/errors';
import type { HttpResponse } from '../../platform/http';
import type { Notice } from '../../ui';
import type { ProvisionContext } from '../provisionContext';
import type { Attempt } from '../send';
import { locateFailure } from './locateFailure';

/**
 * Shows that a call failed. Offers the buttons `first`, then to show the response and to copy the request id, if there are any.
 * A message has no room for more. Returns the button of `first` that was pressed; the other two are handled here.
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

/** Shows the platform's message at the ranges that it is about, unless the text has changed since the request was sent. */
export function markFailure(context: ProvisionContext, { source, request }: Attempt, failure: ApiFailure): void {
  const { written } = request.document;
  if (source.text() !== written.text) return;
  context.showProblems(source, locateFailure(written, failure, request.entries ?? []));
}
