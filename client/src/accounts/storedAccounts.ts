import { normaliseBaseUrl } from '../platform/baseUrl';
import { isObject, parseJson, stringMember } from '../platform/json';
import { kindOf } from '../platform/regions';
import { accountColors, type Account, type Accounts, type AccountSecrets } from './accounts';
import { isSandbox, sandboxAccount, sandboxSecrets } from './sandbox';
import type { Secrets, State } from './state';

const listKey = 'accounts';
const activeKey = 'activeAccount';

/** `sandboxUrl` gives the value of the setting `cloudElements.sandbox.url`, which may be empty or wrong. */
export function createAccounts(state: State, secrets: Secrets, sandboxUrl: () => string): Accounts {
  const listeners = new Set<() => void>();
  const changed = () => {
    listeners.forEach((listener) => {
      listener();
    });
  };
  const stored = () => readAccounts(state.get(listKey));
  const list = () => [...sandboxAccount(sandboxUrl()), ...stored()];
  const storeSecrets = async (account: Account, { userSecret, organizationSecret }: AccountSecrets) => {
    await secrets.store(secretKey(account), JSON.stringify({ userSecret, organizationSecret }));
  };

  return {
    list,
    // No other account steps in for one that was signed out: a person must not provision where they did not mean to.
    active: () => list().find(({ id }) => id === state.get(activeKey)) ?? list().find(isSandbox),
    add: async (account, accountSecrets) => {
      await storeSecrets(account, accountSecrets);
      await state.update(listKey, [...stored(), account]);
      await state.update(activeKey, account.id);
      changed();
    },
    choose: async (id) => {
      await state.update(activeKey, id);
      changed();
    },
    remove: async (account) => {
      await secrets.delete(secretKey(account));
      await state.update(
        listKey,
        stored().filter(({ id }) => id !== account.id),
      );
      if (state.get(activeKey) === account.id) await state.update(activeKey, undefined);
      changed();
    },
    access: async (account) => {
      const fixed = sandboxSecrets(account);
      const kept = fixed ?? parseJson((await secrets.get(secretKey(account))) ?? '');
      const userSecret = stringMember(kept, 'userSecret');
      const organizationSecret = stringMember(kept, 'organizationSecret');
      if (userSecret === undefined || organizationSecret === undefined) return undefined;
      return { baseUrl: account.baseUrl, userSecret, organizationSecret };
    },
    storeSecrets,
    onDidChange: (listener) => {
      listeners.add(listener);
    },
    changed,
  };
}

/** The origin is part of the key, so that secrets entered for one host are not found, and not sent, for another. */
function secretKey(account: Account): string {
  return `account/${account.id}/${new URL(account.baseUrl).origin}`;
}

function readAccounts(value: unknown): Account[] {
  return Array.isArray(value) ? value.flatMap(readAccount) : [];
}

/** An account of an earlier version lacks what came later. */
function readAccount(value: unknown): Account[] {
  if (!isObject(value)) return [];
  const { id, label, baseUrl, kind, color, confirms } = value;
  if (typeof id !== 'string' || typeof label !== 'string' || typeof baseUrl !== 'string') return [];
  const normal = normaliseBaseUrl(baseUrl);
  if (!('url' in normal) || normal.url !== baseUrl) return [];
  const known = accountColors.find((name) => name === color);
  return [
    {
      id,
      label,
      baseUrl,
      kind: kind === 'production' || kind === 'test' ? kind : kindOf(baseUrl),
      confirms: confirms !== false,
      ...(known !== undefined && { color: known }),
    },
  ];
}
