import { enumerate } from '../../../common/src/text/enumerate';

/** Parts of the messages of several problems. */

/** A name with its indefinite article. */
export const withArticle = (name: string): string => `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;

/** `a, b or c`. */
export const alternatives = (names: readonly string[]): string => enumerate(names, 'or');
