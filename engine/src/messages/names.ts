// Message functions don't know what is secret: callers pass only texts that may be shown.

import { hostWord, inert, quote, word } from '../../../common/src/text/plainText';
import { t } from '../../../common/src/text/translate';
import type { Account } from '../accounts/accounts';
import type { Instance } from '../platform/instanceApi';

// Names that become part of sentences. Text from outside is truncated, and quoted or made inert, so that it can neither be
// mistaken for our text nor push it out of view.

/** An account's name, which a person has entered. */
export const accountName = (label: string) => inert(label, mostOfLabel);
/** The most UTF-16 units of an account's name. */
export const mostOfLabel = 60;

/** An account's name, marked if it is a production account, for texts where a person must always see that. */
export const markedAccount = ({ label, kind }: Account) =>
  kind === 'production' ? t('{account} (production)', { account: accountName(label) }) : accountName(label);

/** An account and its host, for the questions before anything is sent or deleted. */
export const accountAt = (label: string, host: string) =>
  t('{account} at {host}', { account: accountName(label), host: hostWord(host) });

/** An element's name in the catalog or, if the catalog doesn't have it, its key in quotes. */
export const describeElement = (key: string, name: string | undefined) => name ?? quote(key);

/** The same within a sentence. A text that doesn't look like a name of the catalog is quoted, unless it already is. */
export const elementWord = (element: string) => {
  if (/^"[^"]*"$/.test(element)) return quote(element.slice(1, -1));
  return /^[\p{L}\p{N}][\p{L}\p{N} .,&()+/!'’-]{0,39}$/u.test(element) ? element : quote(element);
};

/** The line of a question that shows which element a secret is for. */
export const elementLine = (elementKey: string) => t('Element: {element}', { element: quote(elementKey) });

/** An instance, for the beginning of a sentence. */
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
