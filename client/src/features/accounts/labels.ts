import type { Account, Accounts } from '../../../../engine/src/accounts/accounts';
import { sandboxLabel } from '../../../../engine/src/accounts/sandboxAccount';
import { mostOfLabel } from '../../../../engine/src/messages/names';
import * as messages from './messages';

/** Says why a text cannot be the name of an account; undefined where it can. `own` is the account to rename, if any. */
export function labelProblem(accounts: Accounts, text: string, own?: Account): string | undefined {
  if (text.trim() === '') return messages.labelEmpty;
  if (text.trim().length > mostOfLabel) return messages.labelTooLong;
  return takenLabels(accounts, own).has(normalized(text)) ? messages.labelTaken : undefined;
}

/** A name that no account has: the given one, or the same with a number. */
export function freeLabel(accounts: Accounts, label: string): string {
  const taken = takenLabels(accounts);
  let free = label;
  for (let count = 2; taken.has(normalized(free)); count++) free = `${label} ${count}`;
  return free;
}

function takenLabels(accounts: Accounts, own?: Account): ReadonlySet<string> {
  const others = accounts.list().filter(({ id }) => id !== own?.id);
  return new Set([sandboxLabel, ...others.map(({ label }) => label)].map(normalized));
}

/** Two names that differ only in case and surrounding whitespace would be mistaken for each other. */
function normalized(label: string): string {
  return label.trim().toLowerCase();
}
