import type { Access } from '../platform/access';
import type { AccountKind } from '../platform/regions';

/** One environment with the secrets a person has there. The secrets themselves are kept elsewhere. */
export interface Account {
  readonly id: string;
  readonly label: string;
  /** As `normaliseBaseUrl` gives it. */
  readonly baseUrl: string;
  readonly kind: AccountKind;
  /** Of its name in the status bar; the usual one where there is none. */
  readonly color?: AccountColor;
  /** False where a person has turned off the question before a call to a production account. */
  readonly confirms: boolean;
}

/** Names of VS Code's chart colours, which every theme has. */
export const accountColors = ['red', 'orange', 'yellow', 'green', 'blue', 'purple'] as const;
export type AccountColor = (typeof accountColors)[number];

/** The two secrets of an account. */
export type AccountSecrets = Pick<Access, 'userSecret' | 'organizationSecret'>;

export interface Accounts {
  /** All accounts, the sandbox first where there is one. */
  readonly list: () => readonly Account[];
  /** The account that is used: the one chosen last, else the sandbox. */
  readonly active: () => Account | undefined;
  readonly add: (account: Account, secrets: AccountSecrets) => Promise<void>;
  readonly choose: (id: string) => Promise<void>;
  /** Forgets the account and its secrets. */
  readonly remove: (account: Account) => Promise<void>;
  /** What a call needs, or undefined where the secrets are not kept any more. */
  readonly access: (account: Account) => Promise<Access | undefined>;
  readonly storeSecrets: (account: Account, secrets: AccountSecrets) => Promise<void>;
  /** Runs `listener` after each change. */
  readonly onDidChange: (listener: () => void) => void;
  /** Tells the listeners; for a change of the sandbox setting. */
  readonly changed: () => void;
}
