// Nothing in a file of messages knows what is secret: callers hand in texts that may be shown.

import { hostWord, inert, quote, word } from '../../../common/src/text/plainText';
import { t } from '../../../common/src/text/translate';
import type { Account } from '../accounts/accounts';
import type { Instance } from '../platform/instanceApi';

// Names that sentences have as values. What comes from outside is short and in quotes, so that it can neither be mistaken for
// our text nor push it out of view.

/** An account, by the name that a person gave it. */
export const accountName = (label: string) => inert(label, mostOfLabel);
/** UTF-16 units of an account's name. */
export const mostOfLabel = 60;

/** The same where a person must always see that an account is a production account. */
export const markedAccount = ({ label, kind }: Account) =>
  kind === 'production' ? t('{account} (production)', { account: accountName(label) }) : accountName(label);

/** An account and its host: what is asked about before anything is sent or deleted. */
export const accountAt = (label: string, host: string) =>
  t('{account} at {host}', { account: accountName(label), host: hostWord(host) });

/** An element by its name in the catalog or, where that does not know it, by its key in quotes. */
export const describeElement = (key: string, name: string | undefined) => name ?? quote(key);

/** The same within a sentence: what does not look like a name of the catalog is in quotes, if it is not already. */
export const elementWord = (element: string) => {
  if (/^"[^"]*"$/.test(element)) return quote(element.slice(1, -1));
  return /^[\p{L}\p{N}][\p{L}\p{N} .,&()+/!'’-]{0,39}$/u.test(element) ? element : quote(element);
};

/** The line of a question that shows which element a secret is for. */
export const elementLine = (elementKey: string) => t('Element: {element}', { element: quote(elementKey) });

/** An instance at the beginning of a sentence. */
export const describeInstance = ({ name, elementName, elementKey, id: rawId }: Instance) => {
  const id = word(rawId, 30);
  const known = elementName ?? (elementKey === undefined ? undefined : quote(elementKey));
  const element = known === undefined ? undefined : elementWord(known);
  if (name === undefined) {
    return element === undefined
      ? t('Instance (ID {id})', { id })
      : t('Instance of {element} (ID {id})', { element, id });
  }
  return element === undefined
    ? t('Instance {name} (ID {id})', { name: quote(name), id })
    : t('Instance {name} of {element} (ID {id})', { name: quote(name), element, id });
};
