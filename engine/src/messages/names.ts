// Nothing in a file of messages knows what is secret: callers hand in texts that may be shown.

import { hostWord, inert, quote, word } from '../../../common/src/text/plainText';
import type { Account } from '../accounts/accounts';
import type { Instance } from '../platform/instanceApi';

// How sentences name what they are about. What comes from outside stands in quotes, and is short: it can neither pass for
// words of ours nor push them out of view.

/** An account, by the name that a person gave it. */
export const accountName = (label: string) => inert(label, mostOfLabel);
/** UTF-16 units of an account's name. */
export const mostOfLabel = 60;

/** The same for a place that is always visible, where a person has to see that the account is a production account. */
export const markedAccount = ({ label, kind }: Account) =>
  `${accountName(label)}${kind === 'production' ? ' (production)' : ''}`;

/** An account and where it is: what a question about sending or deleting begins with. */
export const accountAt = (label: string, host: string) => `${accountName(label)} at ${hostWord(host)}`;

/** An element by its name in the catalog or, where that does not know it, by its key in quotes. */
export const describeElement = (key: string, name: string | undefined) => name ?? quote(key);

/** The same within a sentence: what does not look like a name of the catalog is in quotes, if it is not already. */
export const elementWord = (element: string) => {
  if (/^"[^"]*"$/.test(element)) return quote(element.slice(1, -1));
  return /^[\p{L}\p{N}][\p{L}\p{N} .,&()+/!'’-]{0,39}$/u.test(element) ? element : quote(element);
};

/** The line of a question that says what an account is about to get, or lose. */
export const elementLine = (elementKey: string) => `Element: ${quote(elementKey)}`;

/** An instance, in sentences. */
export const describeInstance = ({ name, elementName, elementKey, id }: Instance) => {
  const element = elementName ?? (elementKey === undefined ? undefined : quote(elementKey));
  const of = element === undefined ? '' : `of ${elementWord(element)} `;
  return `Instance ${name === undefined ? '' : `${quote(name)} `}${of}(id ${word(id, 30)})`;
};
