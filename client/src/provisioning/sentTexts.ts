import { createHash } from 'node:crypto';

/** What this window remembers of a text it sent. Without an id where the outcome is not known. */
export interface SentText {
  readonly instanceId?: string;
}

/**
 * The last text each document sent that made an instance, or may have. The sandbox answers within milliseconds, so
 * the lock alone would let the second press of a double click through.
 */
export interface SentTexts {
  find(source: string, accountId: string, body: string): SentText | undefined;
  add(source: string, accountId: string, body: string, instanceId: string | undefined): void;
}

export function createSentTexts(): SentTexts {
  const texts = new Map<string, SentText & { readonly digest: string }>();
  const digestOf = (accountId: string, body: string) =>
    createHash('sha256').update(`${accountId}\n${body}`).digest('base64');
  return {
    find: (source, accountId, body) => {
      const text = texts.get(source);
      return text?.digest === digestOf(accountId, body) ? text : undefined;
    },
    add: (source, accountId, body, instanceId) => {
      texts.set(source, { digest: digestOf(accountId, body), instanceId });
    },
  };
}
