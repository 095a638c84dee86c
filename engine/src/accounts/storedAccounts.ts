import type { Access } from '../platform/access';
import { normaliseBaseUrl } from '../../../common/src/platform/baseUrl';
import { isObject, parseJson, stringProperty } from '../../../common/src/json/jsonValue';
import { endpointOf } from '../../../common/src/platform/regions';
import { accountColors, type Account, type AccountChanges, type Accounts, type AccountSecrets } from './accounts';
import { isSandbox, sandboxAccount, sandboxSecrets } from './sandboxAccount';
import type { Secrets, State } from './memento';

const listKey = 'accounts';
const activeKey = 'activeAccount';
/** Id of no account. It says that the one that was chosen is gone. */
const noAccount = '';

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
  const writeSecrets = async (account: Account, { userSecret, organizationSecret }: AccountSecrets) => {
    await secrets.store(secretKey(account), JSON.stringify({ userSecret, organizationSecret }));
  };
  const store = async (account: Account, accountSecrets: AccountSecrets) => {
    await writeSecrets(account, accountSecrets);
    await state.update(listKey, [...stored(), account]);
  };
  const access = async (account: Account): Promise<Access | undefined> => {
    const fixed = sandboxSecrets(account);
    const kept = fixed ?? parseJson((await secrets.get(secretKey(account))) ?? '');
    const userSecret = stringProperty(kept, 'userSecret');
    const organizationSecret = stringProperty(kept, 'organizationSecret');
    if (userSecret === undefined || organizationSecret === undefined) return undefined;
    return { baseUrl: account.baseUrl, userSecret, organizationSecret };
  };
  // Not waited for: until it is done, the same is read as afterwards.
  void moveAccounts(state, secrets).catch(() => undefined);

  return {
    list,
    active: () => {
      const chosen = state.get(activeKey);
      // No other account steps in for one that is gone: a person must not provision where they did not mean to.
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
 * An earlier version took the address of a web page for one of the API. Such accounts are read as being at their API. Their
 * secrets, which were entered for the page, are forgotten here, and so are those of an account that cannot be at all.
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

/** The list may have been edited by hand: an id counts once, and the sandbox is what its setting says. */
function readAccounts(value: unknown): Account[] {
  const accounts = storedList(value).flatMap(readAccount);
  const byId = new Map([...accounts].reverse().map((account) => [account.id, account]));
  return accounts.filter((account) => byId.get(account.id) === account && !isSandbox(account));
}

/** An account of an earlier version lacks what came later. */
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
