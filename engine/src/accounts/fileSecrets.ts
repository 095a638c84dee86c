import { isObject } from '../../../common/src/json/jsonValue';
import type { Account } from './accounts';
import type { Secrets, State } from './memento';

/** The metadata, in clear text, of a secret that files refer to. */
export interface FileSecretEntry {
  readonly accountId: string;
  /** The origin of the account's base URL: a secret entered for one host isn't found, and isn't sent, for another. */
  readonly origin: string;
  readonly elementKey: string;
  /** The NAME of `${secret:NAME}`. */
  readonly name: string;
}

/** Secrets that files refer to by name. Each element of each account has its own secret for a name. */
export interface FileSecrets {
  list(): readonly FileSecretEntry[];
  read(entry: FileSecretEntry): Promise<string | undefined>;
  /** Throws if the storage fails. The secret is then not listed, or listed as before. */
  store(entry: FileSecretEntry, value: string): Promise<void>;
  forget(entries: readonly FileSecretEntry[]): Promise<void>;
}

const indexKey = 'fileSecrets';

/** `secrets` has the values. `state` has an index of them without values, because VS Code can't list secrets. */
export function createFileSecrets(state: State, secrets: Secrets): FileSecrets {
  const list = () => readEntriesOf(state.get(indexKey));
  const without = (gone: ReadonlySet<string>) => list().filter((entry) => !gone.has(secretKey(entry)));
  return {
    list,
    read: async (entry) => secrets.get(secretKey(entry)),
    store: async (entry, value) => {
      const [key, before] = [secretKey(entry), list()];
      // The index is written first: a value that isn't in the index could never be removed.
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

/** The entry for a name that a file uses with an element of an account. */
export function fileSecretEntry(account: Account, elementKey: string, name: string): FileSecretEntry {
  return { accountId: account.id, origin: new URL(account.baseUrl).origin, elementKey, name };
}

/** JSON, because an element key may be any text, and no two entries may have the same key. */
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
