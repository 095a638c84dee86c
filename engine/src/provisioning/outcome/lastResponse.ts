import type { ApiFailure } from '../../platform/errors';
import type { HttpResponse } from '../../platform/http';
import { maskJson } from '../../masks';
import { parseJson } from '../../../../common/src/json/jsonValue';

/** The last response of this session, which is masked before it is stored, and the last failure, with or without a response. */
export interface LastResponse {
  /** The response as JSON to show, or undefined if there was none yet. */
  text(): string | undefined;
  store(response: HttpResponse, secrets: readonly string[]): void;
  onDidChange(listener: () => void): void;
  failure(): ApiFailure | undefined;
  storeFailure(failure: ApiFailure): void;
}

export function createLastResponse(): LastResponse {
  const listeners = new Set<() => void>();
  let text: string | undefined;
  let lastFailure: ApiFailure | undefined;
  return {
    text: () => text,
    store: (response, secrets) => {
      text = showResponse(response, secrets);
      listeners.forEach((listener) => {
        listener();
      });
    },
    onDidChange: (listener) => {
      listeners.add(listener);
    },
    failure: () => lastFailure,
    storeFailure: (failure) => {
      lastFailure = failure;
    },
  };
}

/** A longer response is shown on one line, because indented JSON can be many times as long. */
const longest = 1_000_000;

/** Returns a response as JSON with its secrets masked. A body that isn't valid JSON becomes a string beside its status. */
export function showResponse(response: HttpResponse, secrets: readonly string[]): string {
  const { status, headers, text } = response;
  const body = parseJson(text) ?? { status, contentType: headers['content-type'], body: text };
  return `${JSON.stringify(maskJson(body, secrets), undefined, text.length > longest ? undefined : 2)}\n`;
}
