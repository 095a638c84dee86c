import type { Access } from '../platform/access';
import { normaliseBaseUrl } from '../../../common/src/platform/baseUrl';
import { isObject, parseJson, stringProperty } from '../../../common/src/json/jsonValue';
import { endpointOf } from '../../../common/src/platform/regions';
import { accountColors, type Account, type AccountChanges, type Accounts, type AccountSecrets } from './accounts';
import { isSandbox, sandboxAccount, sandboxSecrets } from './sandboxAccount';
import type { Secrets, State } from './memento';

const listKey = 'accounts';
const activeKey = 'activeAccount';
/** An ID that no account has. It is stored when the chosen account is removed. */
const noAccount = '';

/** `sandboxUrl` returns the value of the setting `cloudElements.sandbox.url`, which may be empty or invalid. */
export function createAccounts(state: State, secrets: Secrets, sandboxUrl: () => string): Accounts {
  const listeners = new Set<() => void>();
  const changed = () => {
    listeners.forEach((listener) => {
      listener();
    });
  };
  const stored = () => readAccounts(state.get(listKey));
  const list = () => [...sandboxAccount(sandboxUrl()), ...stored()];
  const writeSecrets = async (account: Account, { userSecret, organizationSecret }: AccountSecrets) => {
    await secrets.store(secretKey(account), JSON.stringify({ userSecret, organizationSecret }));
  };
  const store = async (account: Account, accountSecrets: AccountSecrets) => {
    await writeSecrets(account, accountSecrets);
    await state.update(listKey, [...stored(), account]);
  };
  const access = async (account: Account): Promise<Access | undefined> => {
    const fixed = sandboxSecrets(account);
    const values = fixed ?? parseJson((await secrets.get(secretKey(account))) ?? '');
    const userSecret = stringProperty(values, 'userSecret');
    const organizationSecret = stringProperty(values, 'organizationSecret');
    if (userSecret === undefined || organizationSecret === undefined) return undefined;
    return { baseUrl: account.baseUrl, userSecret, organizationSecret };
  };
  // Not awaited: the accounts that are read are the same before and after it.
  void moveAccounts(state, secrets).catch(() => undefined);

  return {
    list,
    active: () => {
      const chosen = state.get(activeKey);
      // No other account replaces one that was removed: a person must not provision where they didn't mean to.
      return list().find(typeof chosen === 'string' ? ({ id }) => id === chosen : isSandbox);
    },
    add: async (account, accountSecrets) => {
      await store(account, accountSecrets);
      await state.update(activeKey, account.id);
      changed();
    },
    addUnused: async (account, accountSecrets) => {
      await store(account, accountSecrets);
      changed();
    },
    choose: async (id) => {
      await state.update(activeKey, id);
      changed();
    },
    change: async ({ id }, changes) => {
      const next = stored().map((account) => (account.id === id ? withChanges(account, changes) : account));
      await state.update(listKey, next);
      changed();
      return next.find((account) => account.id === id);
    },
    removeSecrets: async (account) => {
      await secrets.delete(secretKey(account));
      changed();
    },
    remove: async (account) => {
      await secrets.delete(secretKey(account));
      await state.update(
        listKey,
        stored().filter(({ id }) => id !== account.id),
      );
      if (state.get(activeKey) === account.id) await state.update(activeKey, noAccount);
      changed();
    },
    access,
    hasSecrets: (account) =>
      access(account).then(
        (found) => found !== undefined,
        () => false,
      ),
    storeSecrets: async (account, accountSecrets) => {
      await writeSecrets(account, accountSecrets);
      changed();
    },
    onDidChange: (listener) => {
      listeners.add(listener);
    },
    changed,
  };
}

/** The origin is part of the key, so that secrets entered for one host are not found, and not sent, for another. */
function secretKey({ id, baseUrl }: Pick<Account, 'id' | 'baseUrl'>): string {
  return `account/${id}/${new URL(baseUrl).origin}`;
}

/**
 * Cleans up after an earlier version, which accepted the address of a web page as a base URL. Such accounts are read with
 * the base URL of their API. Their secrets were entered for the page, so this function deletes them. It also deletes those of
 * an account whose base URL isn't valid at all.
 */
async function moveAccounts(state: State, secrets: Secrets): Promise<void> {
  const old = storedList(state.get(listKey))
    .filter(isObject)
    .filter(({ baseUrl }) => isMisplaced(baseUrl));
  if (old.length === 0) return;
  for (const { id, baseUrl } of old) {
    if (typeof id === 'string' && typeof baseUrl === 'string' && URL.canParse(baseUrl)) {
      await secrets.delete(secretKey({ id, baseUrl }));
    }
  }
  await state.update(listKey, readAccounts(state.get(listKey)));
}

function isMisplaced(baseUrl: unknown): boolean {
  if (typeof baseUrl !== 'string') return false;
  const normal = normaliseBaseUrl(baseUrl);
  return !('url' in normal) || normal.url !== baseUrl;
}

function storedList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function withChanges({ color, ...account }: Account, { color: newColor = color, ...changes }: AccountChanges): Account {
  return { ...account, ...changes, ...(newColor !== undefined && newColor !== 'none' && { color: newColor }) };
}

/** The list may have been edited by hand: the first account with an ID counts, and only the setting makes a sandbox. */
function readAccounts(value: unknown): Account[] {
  const accounts = storedList(value).flatMap(readAccount);
  const byId = new Map([...accounts].reverse().map((account) => [account.id, account]));
  return accounts.filter((account) => byId.get(account.id) === account && !isSandbox(account));
}

/** An account, or nothing if it isn't valid. Accounts of earlier versions lack the newer properties. */
function readAccount(value: unknown): Account[] {
  if (!isObject(value)) return [];
  const { id, label, kind, color, confirms } = value;
  if (typeof id !== 'string' || typeof label !== 'string' || typeof value['baseUrl'] !== 'string') return [];
  const normal = normaliseBaseUrl(value['baseUrl']);
  if (!('url' in normal)) return [];
  const { url: baseUrl } = normal;
  const known = accountColors.find((name) => name === color);
  return [
    {
      id,
      label,
      baseUrl,
      kind: kind === 'production' || kind === 'test' ? kind : endpointOf(baseUrl).kind,
      confirms: confirms !== false,
      ...(known !== undefined && { color: known }),
    },
  ];
}
