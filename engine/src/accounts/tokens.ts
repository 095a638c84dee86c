import type { Instance } from '../platform/instanceApi';
import { isObject } from '../../../common/src/json/jsonValue';
import type { Account } from './accounts';
import type { Secrets, State } from './memento';

/** What is remembered of an element token beside the token, in clear. */
export interface TokenEntry {
  readonly accountId: string;
  readonly accountLabel: string;
  readonly instanceId: string;
  readonly name: string;
  readonly elementKey: string;
  /** ISO 8601: when the instance was created, else when the token was kept. */
  readonly created: string;
}

export interface Tokens {
  /** Newest first. */
  list(): readonly TokenEntry[];
  /** Keeps a token for good. Throws where the storage does; the token is then held in memory, and listed, all the same. */
  store(account: Account, instance: Instance): Promise<TokenEntry>;
  read(entry: TokenEntry): Promise<string | undefined>;
  forget(entries: readonly TokenEntry[]): Promise<void>;
  /** Lists the tokens of an account under its new name. */
  relabel(accountId: string, accountLabel: string): Promise<void>;
}

const indexKey = 'tokens';

/** Tokens lie in `secrets`; `state` holds an index of them without values, since secrets cannot be listed. */
export function createTokens(state: State, secrets: Secrets, now: () => Date): Tokens {
  const unsaved = new Map<string, { entry: TokenEntry; token: string }>();
  const saved = () => keptTokens(state.get(indexKey)).filter((entry) => !unsaved.has(secretKey(entry)));
  return {
    list: () => [...[...unsaved.values()].map(({ entry }) => entry).reverse(), ...saved()],
    store: async (account, instance) => {
      const entry: TokenEntry = {
        accountId: account.id,
        accountLabel: account.label,
        instanceId: instance.id,
        name: instance.name ?? '',
        elementKey: instance.elementKey ?? '',
        created: instance.createdDate ?? now().toISOString(),
      };
      const key = secretKey(entry);
      unsaved.set(key, { entry, token: instance.token });
      await secrets.store(key, instance.token);
      await state.update(indexKey, [entry, ...saved()]);
      unsaved.delete(key);
      return entry;
    },
    read: async (entry) => unsaved.get(secretKey(entry))?.token ?? (await secrets.get(secretKey(entry))),
    forget: async (entries) => {
      const gone = new Set(entries.map(secretKey));
      for (const key of gone) {
        unsaved.delete(key);
        await secrets.delete(key);
      }
      await state.update(
        indexKey,
        saved().filter((entry) => !gone.has(secretKey(entry))),
      );
    },
    relabel: async (accountId, accountLabel) => {
      const withLabel = (entry: TokenEntry) => (entry.accountId === accountId ? { ...entry, accountLabel } : entry);
      unsaved.forEach(({ entry, token }, key) => unsaved.set(key, { entry: withLabel(entry), token }));
      await state.update(indexKey, saved().map(withLabel));
    },
  };
}

function secretKey(entry: TokenEntry): string {
  return `token/${entry.accountId}/${entry.instanceId}`;
}

function keptTokens(value: unknown): TokenEntry[] {
  return Array.isArray(value) ? value.filter(isEntry) : [];
}

function isEntry(value: unknown): value is TokenEntry {
  const names = ['accountId', 'accountLabel', 'instanceId', 'name', 'elementKey', 'created'];
  return isObject(value) && names.every((name) => typeof value[name] === 'string');
}
