import { createHash } from 'node:crypto';
import type { Account } from '../accounts/accounts';
import type { State } from '../accounts/memento';
import { isObject } from '../../../common/src/json/jsonValue';
import { tokensOf, type JsonText } from '../../../common/src/json/readJson';
import type { requestDoes } from './messages';

/** What can be done with a request. */
export type Action = keyof typeof requestDoes;

/** What a person agrees to when a file's references are sent. Any difference makes it another consent. */
export interface Consent {
  readonly action: Action;
  /** Address of the file. */
  readonly uri: string;
  readonly account: Account;
  /** The request as written in the file, with its references and without the results of a sign-in. */
  readonly body: JsonText;
}

/** What people have agreed to. Shared by all windows, except for files that were never saved: those stay in this window. */
export interface Consents {
  has(consent: Consent): boolean;
  store(consent: Consent): Promise<void>;
  /** Removes all consents for an account. */
  forget(accountId: string): Promise<void>;
}

interface StoredConsent {
  readonly accountId: string;
  /** SHA-256 of the consent: it reveals nothing of the file. */
  readonly digest: string;
}

const key = 'consents';
const most = 300;

export function createConsents(state: State): Consents {
  const stored = () => readStored(state.get(key));
  // The name of an unsaved file may mean another file later, or in another window.
  const unsaved: StoredConsent[] = [];
  const isUnsaved = ({ uri }: Consent) => uri.startsWith('untitled:');
  return {
    has: (consent) => {
      const digest = digestOf(consent);
      return (isUnsaved(consent) ? unsaved : stored()).some((one) => one.digest === digest);
    },
    store: async (consent) => {
      const added: StoredConsent = { accountId: consent.account.id, digest: digestOf(consent) };
      if (isUnsaved(consent)) unsaved.push(added);
      else await state.update(key, [...stored().filter(({ digest }) => digest !== added.digest), added].slice(-most));
    },
    forget: async (accountId) => {
      const isOther = (one: StoredConsent) => one.accountId !== accountId;
      unsaved.splice(0, unsaved.length, ...unsaved.filter(isOther));
      await state.update(key, stored().filter(isOther));
    },
  };
}

/**
 * The digest covers everything that can change what is done: the action, the file, the account, and every name and value of
 * the request in order and spelling. The request is not interpreted, so no difference can be missed. Only whitespace between
 * tokens is ignored, because it has no meaning in JSON.
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
