/** What can be turned while the sandbox runs. */

export interface Settings {
  /** Milliseconds that creating an instance takes; on the platform 9,000 to 26,000. The instance is made afterwards. */
  latency: number;
  /**
   * Whether creation fails for credentials the provider refuses: any value of `configuration` with the word `refuse` in
   * it. True for all elements, or the keys of some. Where it is off the answer is 200 and the first ping fails, as with
   * many real elements.
   */
  checksCredentials: boolean | readonly string[];
}

export const defaultSettings: Readonly<Settings> = { latency: 0, checksCredentials: false };

export function checksCredentialsOf({ checksCredentials }: Settings, elementKey: string): boolean {
  return typeof checksCredentials === 'boolean' ? checksCredentials : checksCredentials.includes(elementKey);
}

/** The settings in a JSON value, or what is wrong with it. */
export function readSettings(json: Readonly<Record<string, unknown>>): Partial<Settings> | string {
  const { latency, checksCredentials, ...rest } = json;
  const [stranger] = Object.keys(rest);
  if (stranger !== undefined) return `There is no setting "${stranger}": use latency or checksCredentials.`;
  if (latency !== undefined && !isDuration(latency)) return 'latency is a number of milliseconds, 0 or more.';
  if (checksCredentials !== undefined && !isSwitch(checksCredentials)) {
    return 'checksCredentials is true, false, or a list of element keys.';
  }
  return { ...(latency !== undefined && { latency }), ...(checksCredentials !== undefined && { checksCredentials }) };
}

/** Up to the longest time a timer can wait. */
export function isDuration(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 2 ** 31 - 1;
}

function isSwitch(value: unknown): value is Settings['checksCredentials'] {
  return typeof value === 'boolean' || (Array.isArray(value) && value.every((key) => typeof key === 'string'));
}
