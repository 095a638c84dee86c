import type { Account } from '../../engine/src/accounts/accounts';
import type { Access } from '../../engine/src/platform/access';

/** The steps of a press, in their order. */
export const steps = [
  'question',
  'checked',
  'about to lock',
  'locked',
  'about to record',
  'recorded',
  'about to send',
  'sent',
  'answered',
  'token about to be stored',
  'token stored, not listed',
  'token kept',
  'about to complete',
  'completed',
] as const;
export type Step = (typeof steps)[number];

/** What a child gets, in the variable CHILD. */
export interface ChildInput {
  /** Its storage. */
  readonly folder: string;
  readonly text: string;
  readonly account: Account;
  readonly access: Access;
  /** Buttons to press. */
  readonly press: string[];
  readonly killAt?: Step;
}

/** What a child says that was not killed. */
export interface ChildOutput {
  readonly shown: readonly string[];
  /** The tokens that are kept. */
  readonly kept: readonly string[];
}
