import type { Instance } from '../platform/instanceApi';
import { isObject } from '../../../common/src/json/jsonValue';
import type { Account } from './accounts';
import type { Secrets, State } from './memento';

/** What is stored about an element token, in clear text; the token itself isn't part of it. */
export interface TokenEntry {
  readonly accountId: string;
  readonly accountLabel: string;
  readonly instanceId: string;
  readonly name: string;
  readonly elementKey: string;
  /** ISO 8601: when the instance was created or, if that isn't known, when the token was stored. */
  readonly created: string;
}

export interface Tokens {
  /** Newest first. */
  list(): readonly TokenEntry[];
  /** Stores a token. Throws if the storage fails; the token then stays in memory, and is listed too. */
  store(account: Account, instance: Instance): Promise<TokenEntry>;
  read(entry: TokenEntry): Promise<string | undefined>;
  forget(entries: readonly TokenEntry[]): Promise<void>;
  /** Lists the tokens of an account under its new name. */
  relabel(accountId: string, accountLabel: string): Promise<void>;
}

const indexKey = 'tokens';

/** `secrets` has the tokens. `state` has an index of them without values, because VS Code can't list secrets. */
export function createTokens(state: State, secrets: Secrets, now: () => Date): Tokens {
  const unstored = new Map<string, { entry: TokenEntry; token: string }>();
  const stored = () => readTokens(state.get(indexKey)).filter((entry) => !unstored.has(secretKey(entry)));
  return {
    list: () => [...[...unstored.values()].map(({ entry }) => entry).reverse(), ...stored()],
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
      unstored.set(key, { entry, token: instance.token });
      await secrets.store(key, instance.token);
      await state.update(indexKey, [entry, ...stored()]);
      unstored.delete(key);
      return entry;
    },
    read: async (entry) => unstored.get(secretKey(entry))?.token ?? (await secrets.get(secretKey(entry))),
    forget: async (entries) => {
      const gone = new Set(entries.map(secretKey));
      for (const key of gone) {
        unstored.delete(key);
        await secrets.delete(key);
      }
      await state.update(
        indexKey,
        stored().filter((entry) => !gone.has(secretKey(entry))),
      );
    },
    relabel: async (accountId, accountLabel) => {
      const withLabel = (entry: TokenEntry) => (entry.accountId === accountId ? { ...entry, accountLabel } : entry);
      unstored.forEach(({ entry, token }, key) => unstored.set(key, { entry: withLabel(entry), token }));
      await state.update(indexKey, stored().map(withLabel));
    },
  };
}

function secretKey(entry: TokenEntry): string {
  return `token/${entry.accountId}/${entry.instanceId}`;
}

function readTokens(value: unknown): TokenEntry[] {
  return Array.isArray(value) ? value.filter(isEntry) : [];
}

function isEntry(value: unknown): value is TokenEntry {
  const names = ['accountId', 'accountLabel', 'instanceId', 'name', 'elementKey', 'created'];
  return isObject(value) && names.every((name) => typeof value[name] === 'string');
}
