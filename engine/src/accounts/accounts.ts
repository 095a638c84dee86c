import type { Access } from '../platform/access';
import { chartColors, type ChartColor } from '../ui';
import type { AccountKind } from '../../../common/src/platform/regions';

/** One environment of the platform, in which a person has secrets. The secrets themselves are stored elsewhere. */
export interface Account {
  readonly id: string;
  readonly label: string;
  /** As `normaliseBaseUrl` returns it. */
  readonly baseUrl: string;
  readonly kind: AccountKind;
  /** The colour of its name in the status bar; undefined for the default one. */
  readonly color?: AccountColor;
  /** False if a person has turned off the confirmation of each call to this production account. */
  readonly confirms: boolean;
}

/** The colours that an account's name may have. */
export const accountColors = chartColors;
export type AccountColor = ChartColor;

/** The two secrets of an account. */
export type AccountSecrets = Pick<Access, 'userSecret' | 'organizationSecret'>;

/** What a person may change of an account. The colour `none` resets its name to the default one. */
export interface AccountChanges {
  readonly label?: string;
  readonly kind?: AccountKind;
  readonly color?: AccountColor | 'none';
  readonly confirms?: boolean;
}

/** An account as it is now, with its secrets if they are stored. Undefined if it was removed. Throws if they can't be read. */
export type CurrentAccount = (
  id: string,
) => Promise<{ readonly account: Account; readonly access?: Access } | undefined>;

export interface Accounts {
  /** All accounts. If there is a sandbox, it comes first. */
  readonly list: () => readonly Account[];
  /** The account in use: the one chosen last, or the sandbox if none was ever chosen. */
  readonly active: () => Account | undefined;
  /** Stores a new account and uses it. */
  readonly add: (account: Account, secrets: AccountSecrets) => Promise<void>;
  /** Stores a new account. The account in use, if any, stays the same. */
  readonly addUnused: (account: Account, secrets: AccountSecrets) => Promise<void>;
  readonly choose: (id: string) => Promise<void>;
  /** Returns the changed account. Undefined if it is no longer stored: another window may have removed it. */
  readonly change: (account: Account, changes: AccountChanges) => Promise<Account | undefined>;
  /** Deletes the two secrets. The account stays, and stays in use. */
  readonly removeSecrets: (account: Account) => Promise<void>;
  /** Deletes the account and its two secrets. */
  readonly remove: (account: Account) => Promise<void>;
  /** What a call needs; undefined if the account has no secrets stored. */
  readonly access: (account: Account) => Promise<Access | undefined>;
  /** Also false if the secret storage can't be read. */
  readonly hasSecrets: (account: Account) => Promise<boolean>;
  readonly storeSecrets: (account: Account, secrets: AccountSecrets) => Promise<void>;
  /** Runs `listener` after each change. */
  readonly onDidChange: (listener: () => void) => void;
  /** Notifies the listeners. To be called after a change of the sandbox setting. */
  readonly changed: () => void;
}

/** The host of an account's API, as `URL` spells it. */
export function hostOf({ baseUrl }: Pick<Account, 'baseUrl'>): string {
  return new URL(baseUrl).host;
}
