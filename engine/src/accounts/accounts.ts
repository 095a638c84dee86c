import type { Access } from '../platform/access';
import { chartColors, type ChartColor } from '../ui';
import type { AccountKind } from '../../../common/src/platform/regions';

/** One environment with the secrets a person has there. The secrets themselves are kept elsewhere. */
export interface Account {
  readonly id: string;
  readonly label: string;
  /** As `normaliseBaseUrl` gives it. */
  readonly baseUrl: string;
  readonly kind: AccountKind;
  /** Colour of its name in the status bar; the default one if undefined. */
  readonly color?: AccountColor;
  /** False if a person has turned off the confirmation of each call to a production account. */
  readonly confirms: boolean;
}

/** The colours that an account's name may have. */
export const accountColors = chartColors;
export type AccountColor = ChartColor;

/** The two secrets of an account. */
export type AccountSecrets = Pick<Access, 'userSecret' | 'organizationSecret'>;

/** What a person may change of an account. Without a colour its name has the usual one. */
export interface AccountChanges {
  readonly label?: string;
  readonly kind?: AccountKind;
  readonly color?: AccountColor | 'none';
  readonly confirms?: boolean;
}

/** The current state of an account, with its secrets if they are stored; undefined if it was removed. Throws if they cannot be read. */
export type CurrentAccount = (
  id: string,
) => Promise<{ readonly account: Account; readonly access?: Access } | undefined>;

export interface Accounts {
  /** All accounts, the sandbox first where there is one. */
  readonly list: () => readonly Account[];
  /** The account that is used: the one chosen last, or the sandbox where none ever was. */
  readonly active: () => Account | undefined;
  /** Stores a new account and uses it. */
  readonly add: (account: Account, secrets: AccountSecrets) => Promise<void>;
  /** Stores a new account without using it: which account is in use, if any, does not change. */
  readonly addUnused: (account: Account, secrets: AccountSecrets) => Promise<void>;
  readonly choose: (id: string) => Promise<void>;
  /** Gives the account as it is then. Undefined where it is not stored any more: another window may have removed it. */
  readonly change: (account: Account, changes: AccountChanges) => Promise<Account | undefined>;
  /** Forgets the two secrets. The account stays, and stays in use. */
  readonly removeSecrets: (account: Account) => Promise<void>;
  /** Forgets the account and its two secrets. */
  readonly remove: (account: Account) => Promise<void>;
  /** What a call needs, or undefined if the account is signed out (its secrets are not stored). */
  readonly access: (account: Account) => Promise<Access | undefined>;
  /** False, too, where the secret storage cannot be read. */
  readonly hasSecrets: (account: Account) => Promise<boolean>;
  readonly storeSecrets: (account: Account, secrets: AccountSecrets) => Promise<void>;
  /** Runs `listener` after each change. */
  readonly onDidChange: (listener: () => void) => void;
  /** Notifies the listeners, after a change of the sandbox setting. */
  readonly changed: () => void;
}

/** Host of an account's API, as URL spells it. */
export function hostOf({ baseUrl }: Pick<Account, 'baseUrl'>): string {
  return new URL(baseUrl).host;
}
