/** Settings that can be changed while the sandbox runs. */

/** All elements, none, or those with these keys. */
export type ElementScope = boolean | readonly string[];

export interface Settings {
  /**
   * Milliseconds that creating an instance takes, or `realistic`: from 9,000 to 26,000 at random, as on the platform.
   * The instance is made afterwards.
   */
  latency: number | 'realistic';
  /**
   * Whether creation fails for credentials the provider refuses: any value of `configuration` with the word `refuse` in
   * it. Where it is off the answer is 200 and the first ping fails, as with many real elements.
   */
  checksCredentials: ElementScope;
  /** Elements that do not have the call `ping`. */
  withoutPing: ElementScope;
  /** Elements whose instances are in use by something else, and cannot be deleted. */
  inUse: ElementScope;
  /** Whether the address of a provider's page can be asked for by POST, too. An older platform has GET alone. */
  oauthUrlByPost: boolean;
  /** What becomes of the caller's `state` in the address of a provider's page: a platform may drop it, or put the element's key there. */
  pageState: (typeof pageStates)[number];
  /** What becomes of `state` when a provider's page redirects: providers are known to lose it. */
  callbackState: (typeof callbackStates)[number];
  /** Every call of the API is answered with a redirect (302) to this address. Null for none. */
  redirectTo: string | null;
}

const pageStates = ['kept', 'missing', 'element'] as const;
const callbackStates = ['kept', 'missing', 'wrong'] as const;

export const defaultSettings: Readonly<Settings> = {
  latency: 0,
  checksCredentials: false,
  withoutPing: false,
  inUse: false,
  oauthUrlByPost: true,
  pageState: 'kept',
  callbackState: 'kept',
  redirectTo: null,
};

export function isInScope(scope: ElementScope, elementKey: string): boolean {
  return typeof scope === 'boolean' ? scope : scope.includes(elementKey);
}

/** How long the next creation takes, in milliseconds. */
export function latencyOf({ latency }: Settings): number {
  return latency === 'realistic' ? 9_000 + Math.random() * 17_000 : latency;
}

interface Rule {
  readonly accepts: (value: unknown) => boolean;
  /** What the value has to be. */
  readonly says: string;
}

const scope: Rule = {
  accepts: (value) =>
    typeof value === 'boolean' || (Array.isArray(value) && value.every((key) => typeof key === 'string')),
  says: 'true, false, or a list of element keys',
};

const rules: Readonly<Record<keyof Settings, Rule>> = {
  latency: {
    accepts: (value) => value === 'realistic' || isDuration(value),
    says: 'a number of milliseconds, 0 or more, or "realistic"',
  },
  checksCredentials: scope,
  withoutPing: scope,
  inUse: scope,
  oauthUrlByPost: { accepts: (value) => typeof value === 'boolean', says: 'true or false' },
  pageState: {
    accepts: (value) => pageStates.some((state) => state === value),
    says: `one of ${pageStates.join(', ')}`,
  },
  callbackState: {
    accepts: (value) => callbackStates.some((state) => state === value),
    says: `one of ${callbackStates.join(', ')}`,
  },
  redirectTo: {
    accepts: (value) => value === null || (typeof value === 'string' && URL.canParse(value)),
    says: 'a URL, or null',
  },
};

/** The settings in a JSON value, or what is wrong with it. */
export function readSettings(json: Readonly<Record<string, unknown>>): Partial<Settings> | string {
  const names = Object.keys(rules).join(', ');
  for (const [name, value] of Object.entries(json)) {
    if (!isSetting(name)) return `There is no setting "${name}": the settings are ${names}.`;
    if (!rules[name].accepts(value)) return `${name} is ${rules[name].says}.`;
  }
  return json;
}

function isSetting(name: string): name is keyof Settings {
  return Object.hasOwn(rules, name);
}

/** Up to the longest time a timer can wait. */
export function isDuration(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 2 ** 31 - 1;
}
