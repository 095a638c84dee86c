import { insertion } from '../../../common/src/json/edits';
import type { SyntaxFaultDetail } from '../../../common/src/json/faults';
import { describeCharacter } from '../../../common/src/json/lookAlikes';
import type { OffsetRange } from '../../../common/src/json/tree';
import { t } from '../../../common/src/text/translate';
import {
  closingBrackets,
  escapes,
  inOrder,
  keepOnly,
  onlyFix,
  skipSpaces,
  startOfSecondRequest,
  withSpacesOfLine,
  withWhitespaceBefore,
} from './fixEdits';
import { fixTitles } from './fixTitles';
import { lookAlikeProblems, type LookAlikeDetail } from './lookAlikeProblems';
import type { ProblemEntries, WithCode } from './problemEntry';

/** Syntax errors, in a file or in the JSON of a cURL command. */
export type JsonProblemDetail = SyntaxFaultDetail | LookAlikeDetail;

type Of<Code extends JsonProblemDetail['code']> = WithCode<JsonProblemDetail, Code> & { readonly range: OffsetRange };

export const jsonProblems: ProblemEntries<JsonProblemDetail> = {
  ...lookAlikeProblems,
  'missing-quote': {
    title: 'A string or property name has only one of its two quotes.',
    severity: 'error',
    fixAll: true,
    message: ({ side }) =>
      side === 'opening'
        ? t('Missing opening quote ({quote}).', { quote: '"' })
        : t('Missing closing quote ({quote}).', { quote: '"' }),
    fixes: ({ insertAt, toEscape }) => [
      onlyFix(fixTitles.addQuote, inOrder([insertion(insertAt, '"'), ...escapes(toEscape)])),
    ],
  },
  'unquoted-text': {
    title: 'A string or property name has no quotes.',
    severity: 'error',
    fixAll: true,
    message: ({ name }) =>
      name ? t('Property names must be in double quotes (").') : t('Strings must be in double quotes (").'),
    fixes: ({ range, toEscape }) => [
      onlyFix(fixTitles.addQuotes, [insertion(range.start, '"'), ...escapes(toEscape), insertion(range.end, '"')]),
    ],
  },
  'unescaped-quote': {
    title: 'A double quote inside a string has no backslash before it.',
    severity: 'error',
    fixAll: true,
    message: () => t('Unescaped quote (") in string. Write \\" instead.'),
    fixes: ({ quotes }) => [onlyFix(t('Escape quotes in this string'), escapes(quotes))],
  },
  'bad-escape': {
    title: 'A string contains an invalid escape sequence.',
    severity: 'error',
    fixAll: true,
    message: ({ meant }) =>
      meant.startsWith('\\')
        ? t('Invalid escape sequence. Write a backslash as \\\\.')
        : t('Invalid escape sequence. Remove the backslash before {character}.', { character: meant }),
    fixes: ({ meant, range }) => [
      { title: fixTitles.replaceWith(meant), edits: [{ ...range, text: meant }], preferred: !meant.startsWith('\\') },
    ],
  },
  'control-character': {
    title: 'A string contains an unescaped tab or other control character.',
    severity: 'error',
    fixAll: true,
    message: ({ character }) => {
      const sequence = escapeSequence(character);
      return character === '\t'
        ? t('Unescaped tab in string. Write {sequence} instead.', { sequence })
        : t('Unescaped character in string: {name}. Write {sequence} instead.', {
            name: describeCharacter(character),
            sequence,
          });
    },
    fixes: ({ character, range }) => {
      const sequence = escapeSequence(character);
      return [onlyFix(fixTitles.replaceWith(sequence), [{ ...range, text: sequence }])];
    },
  },
  'line-break': {
    title: 'A string spans several lines.',
    severity: 'error',
    fixAll: true,
    message: () => t("Strings can't span lines. Write each line break as \\n."),
    fixes: ({ breaks }) => [
      onlyFix(
        t('Replace line breaks with \\n'),
        breaks.map((range) => ({ ...range, text: '\\n' })),
      ),
    ],
  },
  'bad-number': {
    title: "A number isn't a valid JSON number.",
    severity: 'error',
    message: () => t('Invalid JSON number. Put it in quotes to send it as a string.'),
    fixes: ({ range }) => [
      { title: fixTitles.addQuotes, edits: [insertion(range.start, '"'), insertion(range.end, '"')], preferred: false },
    ],
  },
  'foreign-literal': {
    title: 'A value is written as in another language, such as `True`, `None` or `undefined`.',
    severity: 'error',
    fixAll: true,
    message: ({ literal, meant }) =>
      meant === undefined
        ? t("{literal} isn't valid JSON. Use another value.", { literal })
        : t("{literal} isn't valid JSON. Use {meant} instead.", { literal, meant }),
    fixes: ({ meant, range }) =>
      meant === undefined ? [] : [onlyFix(fixTitles.replaceWith(meant), [{ ...range, text: meant }])],
  },
  'missing-comma': {
    title: 'A comma is missing between two properties or array items.',
    severity: 'error',
    fixAll: true,
    message: ({ wrong }) => (wrong ? t('Expected a comma (,).') : t('Missing comma (,) after this.')),
    fixes: ({ insertAt, wrong }) => [
      wrong
        ? onlyFix(fixTitles.replaceWithCharacter(','), [{ ...wrong, text: ',' }])
        : onlyFix(fixTitles.addComma, [insertion(insertAt, ',')]),
    ],
  },
  'trailing-comma': {
    title: 'A comma follows the last property or array item.',
    severity: 'error',
    fixAll: true,
    message: () => t("Trailing commas aren't allowed in JSON."),
    fixes: ({ range }) => [onlyFix(t('Remove trailing comma'), [{ ...range, text: '' }])],
  },
  'extra-comma': {
    title: 'There is one comma too many.',
    severity: 'error',
    fixAll: true,
    message: () => t('Unexpected comma. Remove it.'),
    fixes: ({ range }) => [onlyFix(t('Remove extra comma'), [{ ...range, text: '' }])],
  },
  'missing-colon': {
    title: 'The colon between a property name and its value is missing.',
    severity: 'error',
    fixAll: true,
    message: ({ wrong }) =>
      wrong ? t('Expected a colon (:).') : t('Missing colon (:) between the property name and its value.'),
    fixes: ({ insertAt, wrong }) => [
      wrong
        ? onlyFix(fixTitles.replaceWithCharacter(':'), [{ ...wrong, text: ':' }])
        : onlyFix(t('Add missing colon'), [insertion(insertAt, ':')]),
    ],
  },
  'extra-colon': {
    title: 'There is one colon too many.',
    severity: 'error',
    fixAll: true,
    message: () => t('Unexpected colon (:). Remove it.'),
    fixes: ({ range }) => [onlyFix(t('Remove extra colon'), [{ ...range, text: '' }])],
  },
  'missing-value': {
    title: 'A property has no value.',
    severity: 'error',
    message: ({ colon }) =>
      colon ? t('Missing colon (:) and value after this property name.') : t('Missing value after this.'),
    fixes: ({ insertAt, colon }) => [
      { title: t('Add an empty string'), edits: [insertion(insertAt, colon ? ': ""' : ' ""')], preferred: false },
    ],
  },
  'missing-bracket': {
    title: 'A bracket or brace is missing.',
    severity: 'error',
    fixAll: true,
    message: missingBracketMessage,
    fixes: ({ text, insertAt, sure }, parsed) => [
      {
        title: t('Add missing {brackets}', { brackets: text.replace(',', '') }),
        edits: [insertion(insertAt, sure ? text : closingBrackets(parsed.text, insertAt, text))],
        preferred: sure,
      },
    ],
  },
  'wrong-bracket': {
    title: 'A bracket or brace is of the wrong kind.',
    severity: 'error',
    fixAll: true,
    message: ({ meant }) => t('Wrong kind of bracket. Use {meant} instead.', { meant }),
    fixes: ({ meant, range }) => [onlyFix(fixTitles.replaceWithCharacter(meant), [{ ...range, text: meant }])],
  },
  'extra-bracket': {
    title: 'A closing bracket or brace has no matching opening one.',
    severity: 'error',
    fixAll: true,
    message: () => t('Unmatched closing bracket. Remove it.'),
    fixes: ({ range }) => [onlyFix(t('Remove unmatched bracket'), [{ ...range, text: '' }])],
  },
  comment: {
    title: 'The file contains a comment.',
    severity: 'error',
    message: () => t("Comments aren't allowed in JSON. The platform rejects them."),
    fixes: ({ range }, { text }) => [onlyFix(t('Remove comment'), [{ ...withSpacesOfLine(text, range), text: '' }])],
  },
  'duplicate-key': {
    title: 'An object has two properties with the same name.',
    severity: 'warning',
    message: ({ key }) => t('Duplicate property "{key}": only the last one is used.', { key }),
    fixes: ({ removal }) => [onlyFix(t('Remove this duplicate'), [{ ...removal, text: '' }])],
  },
  'surrounding-text': {
    title: 'There is other text before or after the JSON.',
    severity: 'error',
    message: () => t('Unexpected text around the JSON. This file must contain only the request.'),
    fixes: ({ keep }, { text }) => [onlyFix(t('Remove text around the JSON'), keepOnly(text, keep))],
  },
  'stray-text': {
    title: 'There is text between a property name and its value.',
    severity: 'error',
    message: () => t('Unexpected text before the value.'),
    fixes: ({ range }, { text }) => [
      {
        title: t('Remove this text'),
        edits: [{ start: range.start, end: skipSpaces(text, range.end), text: '' }],
        preferred: false,
      },
    ],
  },
  'text-after-end': {
    title: 'There is text after the end of the request.',
    severity: 'error',
    message: () => t('Unexpected text after the end of the request.'),
    fixes: ({ range }, { text }) => [
      {
        title: t('Remove text after the request'),
        edits: [{ ...withWhitespaceBefore(text, range), text: '' }],
        preferred: false,
      },
    ],
  },
  'second-request': {
    title: 'There are two requests in one file.',
    severity: 'error',
    message: () => t('Second request in this file. A file can contain only one request.'),
    fixes: ({ first, range }, { text }) => [
      {
        title: t('Keep only the first request'),
        edits: [{ ...withWhitespaceBefore(text, range), text: '' }],
        preferred: false,
      },
      {
        title: t('Remove the first request'),
        edits: [{ start: first.start, end: startOfSecondRequest(text, range), text: '' }],
        preferred: false,
      },
    ],
  },
  'invalid-json': {
    title: "A part of the file isn't JSON, and can't be repaired.",
    severity: 'error',
    message: () => t("This isn't valid JSON. Nothing after it is checked."),
  },
  'too-long': {
    title: 'The file is larger than 8 MB, the most that the platform accepts.',
    severity: 'error',
    message: () => t("This file is larger than 8 MB, the most that the platform accepts. It isn't checked."),
  },
  'too-deep': {
    title: 'Brackets are nested more than 200 levels deep.',
    severity: 'error',
    message: () => t("Brackets are nested too deeply for a request. This file isn't checked."),
  },
};

const escapeSequence = (character: string): string => JSON.stringify(character).slice(1, -1);

const missingBracket: Readonly<Record<string, { readonly sure: string; readonly unsure: string }>> = {
  '{': { sure: t('Missing opening brace ({) before this.'), unsure: t('Missing opening brace ({).') },
  '[': { sure: t('Missing opening bracket ([) before this.'), unsure: t('Missing opening bracket ([).') },
  '}': { sure: t('Missing closing brace (}) after this.'), unsure: t('Missing closing brace (}).') },
  ']': { sure: t('Missing closing bracket (]) after this.'), unsure: t('Missing closing bracket (]).') },
};

function missingBracketMessage({ text, sure }: Of<'missing-bracket'>): string {
  const brackets = text.replace(',', '');
  return (
    missingBracket[brackets]?.[sure ? 'sure' : 'unsure'] ??
    t('Missing {count} closing brackets at the end: {brackets}.', { count: brackets.length, brackets })
  );
}
