import { plainText } from '../../../common/src/text/plainText';

/** Titles of fixes that several problems have, or none alone. All others stand in the entry of their problem. */
export const fixTitles = {
  fixAll: 'Mend everything that has one right answer',
  straightenAll: 'Straighten all quotes and other look-alikes in this file',
  straightenShellQuotes: 'Use quotes that the shell knows',
  quote: 'Put it in quotes',
  addQuote: 'Add the quote',
  addComma: 'Add the comma',
  removeComma: 'Remove the comma',
  replaceWith: (text: string) => `Replace with ${plainText(text)}`,
  rename: (meant: string) => `Change to "${meant}"`,
  referTo: (reference: string) => `Replace with the reference ${reference}`,
  keepSecret: (reference: string) => `Keep it in the secret storage as ${reference}`,
};
