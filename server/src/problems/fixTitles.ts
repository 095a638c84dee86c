import { plainText } from '../../../common/src/text/plainText';
import { t } from '../../../common/src/text/translate';

/** Titles of fixes that several problems share, or that belong to no problem. All others are in the entry of their problem. */
export const fixTitles = {
  fixAll: t('Fix all auto-fixable problems'),
  replaceLookAlikes: t('Replace all look-alike quotes and characters in this file'),
  useShellQuotes: t('Use quotes that the shell recognizes'),
  addQuotes: t('Add quotes'),
  addQuote: t('Add missing quote'),
  addComma: t('Add missing comma'),
  /** For one character. */
  replaceWithCharacter: (character: string) => t('Replace with "{character}"', { character }),
  replaceWith: (text: string) => t('Replace with {text}', { text: plainText(text) }),
  changeTo: (name: string) => t('Change to "{name}"', { name }),
  addProperty: (key: string) => t('Add "{key}"', { key }),
  storeSecret: (reference: string) => t('Store in the secret storage as {reference}', { reference }),
};
