/**
 * Characters that look like JSON's own but are not, as word processors, web pages and input methods put them in.
 * Every one is a single UTF-16 unit, and so is what belongs in its place: a repair moves no offset.
 */

export interface LookAlike {
  /** What a person calls the character. */
  readonly name: string;
  /** What belongs there; empty where nothing does (zero-width characters). */
  readonly replacement: string;
}

const doubleQuotes: Record<string, string> = {
  '\u201c': 'left double quotation mark',
  '\u201d': 'right double quotation mark',
  '\u201e': 'low double quotation mark',
  '\u201f': 'reversed double quotation mark',
  '\u00ab': 'left angle quotation mark',
  '\u00bb': 'right angle quotation mark',
  '\u2033': 'double prime',
  '\uff02': 'full-width quotation mark',
};

const singleQuotes: Record<string, string> = {
  "'": 'single quote',
  '\u2018': 'left single quotation mark',
  '\u2019': 'right single quotation mark',
  '\u201a': 'low single quotation mark',
  '\u201b': 'reversed single quotation mark',
  '\u2039': 'left single angle quotation mark',
  '\u203a': 'right single angle quotation mark',
  '\u2032': 'prime',
  '\uff07': 'full-width apostrophe',
  '\u0060': 'backtick',
  '\u00b4': 'acute accent',
};

const others: Record<string, LookAlike> = {
  '\uff1a': { name: 'full-width colon', replacement: ':' },
  '\uff0c': { name: 'full-width comma', replacement: ',' },
  '\ufe55': { name: 'small colon', replacement: ':' },
  '\ufe50': { name: 'small comma', replacement: ',' },
  '\u3001': { name: 'ideographic comma', replacement: ',' },
  '\uff5b': { name: 'full-width brace', replacement: '{' },
  '\uff5d': { name: 'full-width brace', replacement: '}' },
  '\uff3b': { name: 'full-width bracket', replacement: '[' },
  '\uff3d': { name: 'full-width bracket', replacement: ']' },
  '\u2212': { name: 'typographic minus sign', replacement: '-' },
  '\u2010': { name: 'typographic hyphen', replacement: '-' },
  '\u2011': { name: 'no-break hyphen', replacement: '-' },
  '\u2012': { name: 'figure dash', replacement: '-' },
  '\u2013': { name: 'en dash', replacement: '-' },
  '\u2014': { name: 'em dash', replacement: '-' },
  '\u2015': { name: 'horizontal bar', replacement: '-' },
  '\ufe63': { name: 'small hyphen', replacement: '-' },
  '\uff0d': { name: 'full-width hyphen', replacement: '-' },
  '\u00a0': { name: 'no-break space', replacement: ' ' },
  '\u1680': { name: 'Ogham space', replacement: ' ' },
  '\u2000': { name: 'en quad', replacement: ' ' },
  '\u2001': { name: 'em quad', replacement: ' ' },
  '\u2002': { name: 'en space', replacement: ' ' },
  '\u2003': { name: 'em space', replacement: ' ' },
  '\u2004': { name: 'three-per-em space', replacement: ' ' },
  '\u2005': { name: 'four-per-em space', replacement: ' ' },
  '\u2006': { name: 'six-per-em space', replacement: ' ' },
  '\u2007': { name: 'figure space', replacement: ' ' },
  '\u2008': { name: 'punctuation space', replacement: ' ' },
  '\u2009': { name: 'thin space', replacement: ' ' },
  '\u200a': { name: 'hair space', replacement: ' ' },
  '\u202f': { name: 'narrow no-break space', replacement: ' ' },
  '\u205f': { name: 'mathematical space', replacement: ' ' },
  '\u3000': { name: 'ideographic space', replacement: ' ' },
  '\u0085': { name: 'next-line character', replacement: ' ' },
  '\u2028': { name: 'line separator', replacement: ' ' },
  '\u2029': { name: 'paragraph separator', replacement: ' ' },
  '\u000b': { name: 'vertical tab', replacement: ' ' },
  '\u000c': { name: 'form feed', replacement: ' ' },
  '\u200b': { name: 'zero-width space', replacement: '' },
  '\u200c': { name: 'zero-width non-joiner', replacement: '' },
  '\u200d': { name: 'zero-width joiner', replacement: '' },
  '\u2060': { name: 'word joiner', replacement: '' },
  '\u180e': { name: 'Mongolian vowel separator', replacement: '' },
  '\u200e': { name: 'left-to-right mark', replacement: '' },
  '\u200f': { name: 'right-to-left mark', replacement: '' },
  '\u202a': { name: 'left-to-right embedding', replacement: '' },
  '\u202b': { name: 'right-to-left embedding', replacement: '' },
  '\u202c': { name: 'end of a direction mark', replacement: '' },
  '\u202d': { name: 'left-to-right override', replacement: '' },
  '\u202e': { name: 'right-to-left override', replacement: '' },
  '\u2061': { name: 'invisible function sign', replacement: '' },
  '\u2062': { name: 'invisible times sign', replacement: '' },
  '\u2063': { name: 'invisible separator', replacement: '' },
  '\u2064': { name: 'invisible plus sign', replacement: '' },
  '\u2066': { name: 'left-to-right isolate', replacement: '' },
  '\u2067': { name: 'right-to-left isolate', replacement: '' },
  '\u2068': { name: 'direction isolate', replacement: '' },
  '\u2069': { name: 'end of a direction isolate', replacement: '' },
  '\u00ad': { name: 'soft hyphen', replacement: '' },
  '\ufeff': { name: 'byte-order mark', replacement: '' },
};

const quoteNames = new Map([...Object.entries(doubleQuotes), ...Object.entries(singleQuotes)]);
const otherLookAlikes = new Map(Object.entries(others));

/** True for a character that takes the place of a double quote, the double quote itself included. */
export const isDoubleQuoteLike = (character: string): boolean => character === '"' || character in doubleQuotes;

/** True for a single quote, and for what takes its place. */
export const isSingleQuoteLike = (character: string): boolean => character in singleQuotes;

/** True for every mark that a string may begin with in a text that is no JSON, the double quote included. */
export const isQuote = (character: string): boolean => character === '"' || quoteNames.has(character);

/** True for a character, by its code, that may be one of those here: most are not, and need no looking up. */
export const mayBeLookAlike = (code: number): boolean =>
  code >= 0x80 || code === 0x27 || code === 0x60 || code === 0x0b || code === 0x0c;

/** The look-alike of a brace, bracket, colon, comma, minus or space that this character is, if it is one. */
export const lookAlike = (character: string): LookAlike | undefined => otherLookAlikes.get(character);

/** What a person calls a look-alike character, with its code point: `left double quotation mark (U+201C)`. */
export function describeCharacter(character: string): string {
  const name = quoteNames.get(character) ?? otherLookAlikes.get(character)?.name ?? 'character';
  const codePoint = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `${name} (U+${codePoint})`;
}
