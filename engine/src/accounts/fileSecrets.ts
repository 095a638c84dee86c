import { isObject } from '../../../common/src/json/jsonValue';
import type { Account } from './accounts';
import type { Secrets, State } from './memento';

/** The metadata, in clear text, of a secret that files refer to. */
export interface FileSecretEntry {
  readonly accountId: string;
  /** Where the account is: a secret entered for one host is not found, and not sent, for another. */
  readonly origin: string;
  readonly elementKey: string;
  /** As it stands in `${secret:NAME}`. */
  readonly name: string;
}

/** Secrets that files refer to by name. Each account and element has its own secret of a name. */
export interface FileSecrets {
  list(): readonly FileSecretEntry[];
  read(entry: FileSecretEntry): Promise<string | undefined>;
  /** Throws where the storage does; the secret is then not listed, or as it was before. */
  store(entry: FileSecretEntry, value: string): Promise<void>;
  forget(entries: readonly FileSecretEntry[]): Promise<void>;
}

const indexKey = 'fileSecrets';

/** Values lie in `secrets`; `state` holds an index of them without values, since secrets cannot be listed. */
export function createFileSecrets(state: State, secrets: Secrets): FileSecrets {
  const list = () => readEntriesOf(state.get(indexKey));
  const without = (gone: ReadonlySet<string>) => list().filter((entry) => !gone.has(secretKey(entry)));
  return {
    list,
    read: async (entry) => secrets.get(secretKey(entry)),
    store: async (entry, value) => {
      const [key, before] = [secretKey(entry), list()];
      // The index comes first: a value that it does not name could never be removed.
      await state.update(indexKey, [...without(new Set([key])), entry]);
      try {
        await secrets.store(key, value);
      } catch (error) {
        await state.update(indexKey, before);
        throw error;
      }
    },
    forget: async (entries) => {
      const gone = new Set(entries.map(secretKey));
      for (const key of gone) await secrets.delete(key);
      await state.update(indexKey, without(gone));
    },
  };
}

/** The entry of a name in a file for an element of an account. */
export function fileSecretEntry(account: Account, elementKey: string, name: string): FileSecretEntry {
  return { accountId: account.id, origin: new URL(account.baseUrl).origin, elementKey, name };
}

/** As JSON, since an element key may be any text: no two entries have the same key. */
function secretKey({ accountId, origin, elementKey, name }: FileSecretEntry): string {
  return `file/${JSON.stringify([accountId, origin, elementKey, name])}`;
}

function readEntriesOf(value: unknown): FileSecretEntry[] {
  return Array.isArray(value) ? value.filter(isEntry) : [];
}

function isEntry(value: unknown): value is FileSecretEntry {
  const names = ['accountId', 'origin', 'elementKey', 'name'];
  return isObject(value) && names.every((name) => typeof value[name] === 'string');
}
