import { plainText } from '../../../common/src/text/plainText';
import { describeCharacter } from '../../../common/src/json/lookAlikes';

/** Titles of quick fixes. */
export const fixTitles = {
  straightenQuotes: 'Straighten the quotes of this string',
  replaceCharacter: (character: string, replacement: string) =>
    replacement.trim() === ''
      ? `${replacement === '' ? 'Remove' : 'Replace'} the ${describeCharacter(character)}`
      : `Replace with "${replacement.charAt(0)}"`,
  straightenAll: 'Straighten all quotes and other look-alikes in this file',
  doubleQuotes: 'Use double quotes',
  addQuote: 'Add the quote',
  escapeQuotes: 'Put a backslash before the quotes inside',
  joinLines: 'Write the line breaks as \\n',
  replaceWith: (text: string) => `Replace with ${plainText(text)}`,
  addColon: 'Add the colon',
  addValue: 'Add an empty text',
  addBracket: (brackets: string) => `Add ${brackets}`,
  removeText: 'Remove this text',
  removeColon: 'Remove the colon',
  removeMember: 'Remove this one',
  removeBracket: 'Remove the bracket',
  keepJson: 'Keep only the JSON',
  removeRest: 'Remove what follows',
  keepFirst: 'Keep the first request',
  keepOthers: 'Keep what follows the first request',
  straightenShellQuotes: 'Use quotes that the shell knows',
  goOn: (mark: string) => `Add ${mark}`,
  removeBlanks: 'Remove the blanks',
  otherQuotes: (quote: string) => `Put it in ${quote === "'" ? 'single' : 'double'} quotes`,
  addAuthorization: 'Add the header, with variables for the secrets',
  removeElementToken: 'Remove the element token',
  addContentType: 'Add the header',
  expand: 'Let the shell put it in',
  makeRequest: 'Make it an instance.json',
  referTo: (reference: string) => `Replace with the reference ${reference}`,
  keepSecret: (reference: string) => `Keep it in the secret storage as ${reference}`,
  removeComma: 'Remove the comma',
  removeComment: 'Remove the comment',
  addComma: 'Add the comma',
  addEntries: (keys: readonly string[]) =>
    keys.length === 1 ? `Add "${keys.join('')}"` : `Add the ${keys.length} missing entries`,
  asKey: 'Write it as { "key": … }',
  trim: 'Remove the blanks around it',
  addElement: 'Add the element',
  addKey: "Add the element's key",
  rename: (meant: string) => `Change to "${meant}"`,
  quote: 'Put it in quotes',
  fixAll: 'Mend everything that has one right answer',
};
