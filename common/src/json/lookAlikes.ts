import { t } from '../text/translate';

/**
 * Characters that look like JSON's own but are not, as word processors, web pages and input methods insert them.
 * Each one is a single UTF-16 unit, and so is its replacement: a repair of one character moves no offset.
 */

export interface LookAlike {
  /** The name of the character, for messages. */
  readonly name: string;
  /** The character of JSON that it looks like; empty for zero-width characters, which are removed. */
  readonly replacement: string;
}

const doubleQuotes: Record<string, string> = {
  '\u201c': t('left double quotation mark'),
  '\u201d': t('right double quotation mark'),
  '\u201e': t('low double quotation mark'),
  '\u201f': t('reversed double quotation mark'),
  '\u00ab': t('left angle quotation mark'),
  '\u00bb': t('right angle quotation mark'),
  '\u2033': t('double prime'),
  '\uff02': t('full-width quotation mark'),
};

const singleQuotes: Record<string, string> = {
  "'": t('single quote'),
  '\u2018': t('left single quotation mark'),
  '\u2019': t('right single quotation mark'),
  '\u201a': t('low single quotation mark'),
  '\u201b': t('reversed single quotation mark'),
  '\u2039': t('left single angle quotation mark'),
  '\u203a': t('right single angle quotation mark'),
  '\u2032': t('prime'),
  '\uff07': t('full-width apostrophe'),
  '\u0060': t('backtick'),
  '\u00b4': t('acute accent'),
};

const others: Record<string, LookAlike> = {
  '\uff1a': { name: t('full-width colon'), replacement: ':' },
  '\uff0c': { name: t('full-width comma'), replacement: ',' },
  '\ufe55': { name: t('small colon'), replacement: ':' },
  '\ufe50': { name: t('small comma'), replacement: ',' },
  '\u3001': { name: t('ideographic comma'), replacement: ',' },
  '\uff5b': { name: t('full-width brace'), replacement: '{' },
  '\uff5d': { name: t('full-width brace'), replacement: '}' },
  '\uff3b': { name: t('full-width bracket'), replacement: '[' },
  '\uff3d': { name: t('full-width bracket'), replacement: ']' },
  '\u2212': { name: t('minus sign'), replacement: '-' },
  '\u2010': { name: t('hyphen'), replacement: '-' },
  '\u2011': { name: t('non-breaking hyphen'), replacement: '-' },
  '\u2012': { name: t('figure dash'), replacement: '-' },
  '\u2013': { name: t('en dash'), replacement: '-' },
  '\u2014': { name: t('em dash'), replacement: '-' },
  '\u2015': { name: t('horizontal bar'), replacement: '-' },
  '\ufe63': { name: t('small hyphen'), replacement: '-' },
  '\uff0d': { name: t('full-width hyphen'), replacement: '-' },
  '\u00a0': { name: t('no-break space'), replacement: ' ' },
  '\u1680': { name: t('Ogham space'), replacement: ' ' },
  '\u2000': { name: t('en quad'), replacement: ' ' },
  '\u2001': { name: t('em quad'), replacement: ' ' },
  '\u2002': { name: t('en space'), replacement: ' ' },
  '\u2003': { name: t('em space'), replacement: ' ' },
  '\u2004': { name: t('three-per-em space'), replacement: ' ' },
  '\u2005': { name: t('four-per-em space'), replacement: ' ' },
  '\u2006': { name: t('six-per-em space'), replacement: ' ' },
  '\u2007': { name: t('figure space'), replacement: ' ' },
  '\u2008': { name: t('punctuation space'), replacement: ' ' },
  '\u2009': { name: t('thin space'), replacement: ' ' },
  '\u200a': { name: t('hair space'), replacement: ' ' },
  '\u202f': { name: t('narrow no-break space'), replacement: ' ' },
  '\u205f': { name: t('mathematical space'), replacement: ' ' },
  '\u3000': { name: t('ideographic space'), replacement: ' ' },
  '\u0085': { name: t('next line'), replacement: ' ' },
  '\u2028': { name: t('line separator'), replacement: ' ' },
  '\u2029': { name: t('paragraph separator'), replacement: ' ' },
  '\u000b': { name: t('vertical tab'), replacement: ' ' },
  '\u000c': { name: t('form feed'), replacement: ' ' },
  '\u200b': { name: t('zero-width space'), replacement: '' },
  '\u200c': { name: t('zero-width non-joiner'), replacement: '' },
  '\u200d': { name: t('zero-width joiner'), replacement: '' },
  '\u2060': { name: t('word joiner'), replacement: '' },
  '\u180e': { name: t('Mongolian vowel separator'), replacement: '' },
  '\u200e': { name: t('left-to-right mark'), replacement: '' },
  '\u200f': { name: t('right-to-left mark'), replacement: '' },
  '\u202a': { name: t('left-to-right embedding'), replacement: '' },
  '\u202b': { name: t('right-to-left embedding'), replacement: '' },
  '\u202c': { name: t('pop directional formatting'), replacement: '' },
  '\u202d': { name: t('left-to-right override'), replacement: '' },
  '\u202e': { name: t('right-to-left override'), replacement: '' },
  '\u2061': { name: t('function application'), replacement: '' },
  '\u2062': { name: t('invisible times'), replacement: '' },
  '\u2063': { name: t('invisible separator'), replacement: '' },
  '\u2064': { name: t('invisible plus sign'), replacement: '' },
  '\u2066': { name: t('left-to-right isolate'), replacement: '' },
  '\u2067': { name: t('right-to-left isolate'), replacement: '' },
  '\u2068': { name: t('first strong isolate'), replacement: '' },
  '\u2069': { name: t('pop directional isolate'), replacement: '' },
  '\u00ad': { name: t('soft hyphen'), replacement: '' },
  '\ufeff': { name: t('byte-order mark'), replacement: '' },
};

const quoteNames = new Map([...Object.entries(doubleQuotes), ...Object.entries(singleQuotes)]);
const otherLookAlikes = new Map(Object.entries(others));

/** True for a double quote, and for a character that looks like one. */
export const isDoubleQuoteLike = (character: string): boolean => character === '"' || character in doubleQuotes;

/** True for a single quote, and for a character that looks like one. */
export const isSingleQuoteLike = (character: string): boolean => character in singleQuotes;

/** True for every quote that a string may begin with in a text that isn't JSON, the double quote included. */
export const isQuote = (character: string): boolean => character === '"' || quoteNames.has(character);

/** False for the code of a character that is surely no look-alike: most characters need no lookup. */
export const mayBeLookAlike = (code: number): boolean =>
  code >= 0x80 || code === 0x27 || code === 0x60 || code === 0x0b || code === 0x0c;

/** The look-alike of a brace, bracket, colon, comma, minus or space that this character is, if it is one. */
export const lookAlike = (character: string): LookAlike | undefined => otherLookAlikes.get(character);

/** The name of a character for messages, with its code point: `left double quotation mark (U+201C)`. */
export function describeCharacter(character: string): string {
  const name = quoteNames.get(character) ?? otherLookAlikes.get(character)?.name ?? t('control character');
  const codePoint = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `${name} (U+${codePoint})`;
}
