import { createHash } from 'node:crypto';
import type { Account } from '../accounts/accounts';
import type { State } from '../accounts/memento';
import { isObject } from '../../../common/src/json/jsonValue';
import { tokensOf, type JsonText } from '../../../common/src/json/readJson';
import type { requestDoes } from './messages';

/** What can be done with a request. */
export type Action = keyof typeof requestDoes;

/** What a person agrees to when a file's references are sent. Any difference is another consent. */
export interface Consent {
  readonly action: Action;
  /** Address of the file. */
  readonly uri: string;
  readonly account: Account;
  /** The request as it is written, with its references. What a sign-in brings is no part of it yet. */
  readonly body: JsonText;
}

/** What people have agreed to, across windows; for a file that was never saved, in this window alone. */
export interface Consents {
  has(consent: Consent): boolean;
  store(consent: Consent): Promise<void>;
  /** Forgets what was agreed to for an account. */
  forget(accountId: string): Promise<void>;
}

interface StoredConsent {
  readonly accountId: string;
  /** SHA-256 of what was agreed to: nothing of the file can be read from it. */
  readonly digest: string;
}

const key = 'consents';
const most = 300;

export function createConsents(state: State): Consents {
  const stored = () => readStored(state.get(key));
  // The name of an unsaved file says nothing tomorrow, nor in another window.
  const unsaved: StoredConsent[] = [];
  const isUnsaved = ({ uri }: Consent) => uri.startsWith('untitled:');
  return {
    has: (consent) => {
      const digest = digestOf(consent);
      return (isUnsaved(consent) ? unsaved : stored()).some((kept) => kept.digest === digest);
    },
    store: async (consent) => {
      const kept: StoredConsent = { accountId: consent.account.id, digest: digestOf(consent) };
      if (isUnsaved(consent)) unsaved.push(kept);
      else await state.update(key, [...stored().filter(({ digest }) => digest !== kept.digest), kept].slice(-most));
    },
    forget: async (accountId) => {
      const isOther = (kept: StoredConsent) => kept.accountId !== accountId;
      unsaved.splice(0, unsaved.length, ...unsaved.filter(isOther));
      await state.update(key, stored().filter(isOther));
    },
  };
}

/**
 * Covers all that can change what is done, to whom, with what: every name and value of the request, in their order and
 * spelling. Nothing in it is interpreted, so nothing can be missed. White space between its tokens, which means nothing
 * in JSON, is left out.
 */
function digestOf({ action, uri, account, body }: Consent): string {
  const agreed = [action, uri, account.id, new URL(account.baseUrl).origin, tokensOf(body).join('')];
  return createHash('sha256').update(JSON.stringify(agreed)).digest('base64');
}

function readStored(value: unknown): StoredConsent[] {
  return Array.isArray(value) ? value.filter(isStoredConsent) : [];
}

function isStoredConsent(value: unknown): value is StoredConsent {
  return isObject(value) && typeof value['accountId'] === 'string' && typeof value['digest'] === 'string';
}
