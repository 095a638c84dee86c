import type { ApiFailure } from '../../platform/errors';
import type { HttpResponse } from '../../platform/http';
import { maskJson } from '../../masks';
import { parseJson } from '../../../../common/src/json/jsonValue';

/** The last answer of this session, masked before it is kept, and the last failure, which need not have an answer. */
export interface LastResponse {
  /** JSON to show, or undefined where there was no answer yet. */
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

/** What is longer is shown as one line: laid out, it would grow to many times its length. */
const longest = 1_000_000;

/** An answer as JSON with its secrets masked. A body that is no JSON is shown as a text, with its status. */
export function showResponse(response: HttpResponse, secrets: readonly string[]): string {
  const { status, headers, text } = response;
  const body = parseJson(text) ?? { status, contentType: headers['content-type'], body: text };
  return `${JSON.stringify(maskJson(body, secrets), undefined, text.length > longest ? undefined : 2)}\n`;
}
