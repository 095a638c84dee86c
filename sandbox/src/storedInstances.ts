/** The instances of the sandbox, in memory only. Secrets are masked before they are stored here. */

export interface Instance {
  readonly id: number;
  readonly name: string;
  readonly createdDate: string;
  readonly token: string;
  readonly element: { readonly key: string };
  readonly tags: readonly string[];
  readonly disabled: boolean;
  readonly configuration: Readonly<Record<string, string | null>>;
  readonly [property: string]: unknown;
}

interface StoredInstance {
  readonly instance: Instance;
  /** Whether the provider would refuse the credentials, which shows at the first ping. */
  readonly refused: boolean;
}

export interface InstanceStore {
  /** Gives the next id, builds the instance with it and keeps it. */
  readonly add: (build: (id: number) => Instance, refused: boolean) => Instance;
  readonly list: () => Instance[];
  readonly get: (id: string) => Instance | undefined;
  readonly withToken: (token: string) => StoredInstance | undefined;
  /** Undefined where there is no such instance. */
  readonly setDisabled: (id: string, disabled: boolean) => Instance | undefined;
  /** Afterwards the instance's token is dead. */
  readonly remove: (id: string) => void;
}

const firstId = 1001;

export function createInstanceStore(): InstanceStore {
  const stored = new Map<string, StoredInstance>();
  let nextId = firstId;
  return {
    add(build, refused) {
      const instance = build(nextId);
      nextId += 1;
      stored.set(String(instance.id), { instance, refused });
      return instance;
    },
    list: () => [...stored.values()].map(({ instance }) => instance),
    get: (id) => stored.get(id)?.instance,
    withToken: (token) => [...stored.values()].find(({ instance }) => instance.token === token),
    setDisabled(id, disabled) {
      const found = stored.get(id);
      if (!found) return undefined;
      const instance = { ...found.instance, disabled };
      stored.set(id, { ...found, instance });
      return instance;
    },
    remove: (id) => void stored.delete(id),
  };
}

/** The instances a list query asks for. Several `tags[]` mean any of them: what the platform does is not documented. */
export function selectInstances(instances: readonly Instance[], query: URLSearchParams): Instance[] {
  const tags = query.getAll('tags[]');
  const text = query.get('searchText')?.toLowerCase() ?? '';
  return instances.filter(
    ({ name, tags: own, element }) =>
      (tags.length === 0 || tags.some((tag) => own.includes(tag))) &&
      [name, element.key].some((word) => word.toLowerCase().includes(text)),
  );
}
