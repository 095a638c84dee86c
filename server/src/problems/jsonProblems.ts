import { insertion } from '../../../common/src/json/edits';
import type { SyntaxFaultDetail } from '../../../common/src/json/faults';
import { describeCharacter } from '../../../common/src/json/lookAlikes';
import type { OffsetRange } from '../../../common/src/json/tree';
import {
  at,
  beginningOf,
  closers,
  escapes,
  inOrder,
  keepOnly,
  only,
  skipBlanks,
  withItsSpace,
  withSpaceBefore,
} from './fixEdits';
import { fixTitles } from './fixTitles';
import { lookAlikeProblems, type LookAlikeDetail } from './lookAlikeProblems';
import { withArticle } from './phrases';
import type { ProblemEntries, WithCode } from './problemEntry';

/** What keeps a text from being JSON, in a file or in a cURL command. */
export type JsonProblemDetail = SyntaxFaultDetail | LookAlikeDetail;

type Of<Code extends JsonProblemDetail['code']> = WithCode<JsonProblemDetail, Code> & { readonly range: OffsetRange };

export const jsonProblems: ProblemEntries<JsonProblemDetail> = {
  ...lookAlikeProblems,
  'missing-quote': {
    severity: 'error',
    fixAll: true,
    message: ({ side }) => `The ${side} quote (") of this text is missing.`,
    fixes: ({ insertAt, toEscape }) => [
      only(fixTitles.addQuote, inOrder([insertion(insertAt, '"'), ...escapes(toEscape)])),
    ],
  },
  'unquoted-text': {
    severity: 'error',
    fixAll: true,
    message: ({ name }) => (name ? 'This name needs quotes (") around it.' : 'This text needs quotes (") around it.'),
    fixes: ({ range, toEscape }) => [
      only(fixTitles.quote, [insertion(range.start, '"'), ...escapes(toEscape), insertion(range.end, '"')]),
    ],
  },
  'unescaped-quote': {
    severity: 'error',
    fixAll: true,
    message: () => 'A quote inside a text needs a backslash before it: \\".',
    fixes: ({ quotes }) => [only('Put a backslash before the quotes inside', escapes(quotes))],
  },
  'bad-escape': {
    severity: 'error',
    fixAll: true,
    message: ({ meant }) =>
      meant.startsWith('\\')
        ? 'A backslash (\\) inside a text is written twice: \\\\.'
        : `No backslash (\\) belongs before ${meant} in a text. Remove the backslash.`,
    fixes: ({ meant, range }) => [
      { title: fixTitles.replaceWith(meant), edits: [{ ...range, text: meant }], preferred: !meant.startsWith('\\') },
    ],
  },
  'control-character': {
    severity: 'error',
    fixAll: true,
    message: ({ character }) =>
      `A text cannot hold ${controlName(character)} as it is; it is written ${JSON.stringify(character).slice(1, -1)}.`,
    fixes: ({ character, range }) => {
      const written = JSON.stringify(character).slice(1, -1);
      return [only(fixTitles.replaceWith(written), [{ ...range, text: written }])];
    },
  },
  'line-break': {
    severity: 'error',
    fixAll: true,
    message: () => 'A text has to stay on one line; a line break in it is written \\n.',
    fixes: ({ breaks }) => [
      only(
        'Write the line breaks as \\n',
        breaks.map((range) => ({ ...range, text: '\\n' })),
      ),
    ],
  },
  'bad-number': {
    severity: 'error',
    message: () => 'This is not how JSON writes a number. Put it in quotes to keep it as it is.',
    fixes: ({ range }) => [
      { title: fixTitles.quote, edits: [insertion(range.start, '"'), insertion(range.end, '"')], preferred: false },
    ],
  },
  'foreign-literal': {
    severity: 'error',
    fixAll: true,
    message: ({ literal, meant }) =>
      meant === undefined
        ? `JSON has no value ${literal}. Put another one here.`
        : `In JSON, ${literal} is written ${meant}.`,
    fixes: ({ meant, range }) =>
      meant === undefined ? [] : [only(fixTitles.replaceWith(meant), [{ ...range, text: meant }])],
  },
  'missing-comma': {
    severity: 'error',
    fixAll: true,
    message: ({ wrong }) =>
      wrong ? 'A comma (,) belongs here in place of this.' : 'A comma (,) is missing after this.',
    fixes: ({ insertAt, wrong }) => [only(fixTitles.addComma, [{ ...(wrong ?? at(insertAt)), text: ',' }])],
  },
  'trailing-comma': {
    severity: 'error',
    fixAll: true,
    message: () => 'Nothing follows this comma, and JSON does not allow that. Remove it.',
    fixes: ({ range }) => [only(fixTitles.removeComma, [{ ...range, text: '' }])],
  },
  'extra-comma': {
    severity: 'error',
    fixAll: true,
    message: () => 'This is one comma too many. Remove it.',
    fixes: ({ range }) => [only(fixTitles.removeComma, [{ ...range, text: '' }])],
  },
  'missing-colon': {
    severity: 'error',
    fixAll: true,
    message: ({ wrong }) =>
      wrong ? 'A colon (:) belongs here in place of this.' : 'A colon (:) is missing between the name and its value.',
    fixes: ({ insertAt, wrong }) => [only('Add the colon', [{ ...(wrong ?? at(insertAt)), text: ':' }])],
  },
  'extra-colon': {
    severity: 'error',
    fixAll: true,
    message: () => 'One colon (:) is enough. Remove this one.',
    fixes: ({ range }) => [only('Remove the colon', [{ ...range, text: '' }])],
  },
  'missing-value': {
    severity: 'error',
    message: ({ colon }) =>
      colon ? 'A colon (:) and a value are missing after this name.' : 'A value is missing after this.',
    fixes: ({ insertAt, colon }) => [
      { title: 'Add an empty text', edits: [insertion(insertAt, colon ? ': ""' : ' ""')], preferred: false },
    ],
  },
  'missing-bracket': {
    severity: 'error',
    fixAll: true,
    message: bracketMessage,
    fixes: ({ text, insertAt, sure }, parsed) => [
      {
        title: `Add ${text.replace(',', '')}`,
        edits: [insertion(insertAt, sure ? text : closers(parsed.text, insertAt, text))],
        preferred: sure,
      },
    ],
  },
  'wrong-bracket': {
    severity: 'error',
    fixAll: true,
    message: ({ meant }) => `This is the wrong bracket: ${withArticle(bracketName(meant))} (${meant}) belongs here.`,
    fixes: ({ meant, range }) => [only(fixTitles.replaceWith(meant), [{ ...range, text: meant }])],
  },
  'extra-bracket': {
    severity: 'error',
    fixAll: true,
    message: () => 'This bracket closes nothing. Remove it.',
    fixes: ({ range }) => [only('Remove the bracket', [{ ...range, text: '' }])],
  },
  comment: {
    severity: 'error',
    message: () => 'JSON has no comments: the platform would refuse this. Remove it.',
    fixes: ({ range }, { text }) => [only('Remove the comment', [{ ...withItsSpace(text, range), text: '' }])],
  },
  'duplicate-key': {
    severity: 'warning',
    message: ({ key }) => `"${key}" is there again further down, and only the last one counts.`,
    fixes: ({ removal }) => [only('Remove this one', [{ ...removal, text: '' }])],
  },
  'surrounding-text': {
    severity: 'error',
    message: () => 'Only the JSON belongs in this file, not the text around it.',
    fixes: ({ keep }, { text }) => [only('Keep only the JSON', keepOnly(text, keep))],
  },
  'stray-text': {
    severity: 'error',
    message: () => 'This does not belong here: the value comes after it.',
    fixes: ({ range }, { text }) => [
      {
        title: 'Remove this text',
        edits: [{ start: range.start, end: skipBlanks(text, range.end), text: '' }],
        preferred: false,
      },
    ],
  },
  'text-after-end': {
    severity: 'error',
    message: () => 'The request ends before this. Remove what follows.',
    fixes: ({ range }, { text }) => [
      { title: 'Remove what follows', edits: [{ ...withSpaceBefore(text, range), text: '' }], preferred: false },
    ],
  },
  'second-request': {
    severity: 'error',
    message: () => 'A file holds one request, and this is another one. Keep one of them.',
    fixes: ({ first, range }, { text }) => [
      { title: 'Keep the first request', edits: [{ ...withSpaceBefore(text, range), text: '' }], preferred: false },
      {
        title: 'Keep what follows the first request',
        edits: [{ start: first.start, end: beginningOf(text, range), text: '' }],
        preferred: false,
      },
    ],
  },
  'invalid-json': {
    severity: 'error',
    message: () => 'This is not JSON, and it is not clear what was meant. Nothing after it is checked.',
  },
  'too-long': {
    severity: 'error',
    message: () => 'This file is larger than the 8 MB that the platform takes, so it is not checked.',
  },
  'too-deep': {
    severity: 'error',
    message: () => 'Brackets are nested too deeply here for a request, so this file is not checked.',
  },
};

const bracketNames: Record<string, string> = {
  '{': 'opening brace',
  '}': 'closing brace',
  '[': 'opening bracket',
  ']': 'closing bracket',
};

const bracketName = (bracket: string): string => bracketNames[bracket] ?? 'bracket';

function bracketMessage({ text, sure }: Of<'missing-bracket'>): string {
  const bracket = text.replace(',', '');
  if (bracket.length > 1) return `${bracket.length} closing brackets (${bracket}) are missing at the end.`;
  const where = bracket === '{' || bracket === '[' ? 'before' : 'after';
  return sure
    ? `The ${bracketName(bracket)} (${bracket}) is missing ${where} this.`
    : `A ${bracketName(bracket)} (${bracket}) is missing.`;
}

/** Most of these have no name of their own: those are called by their code point alone. */
const controlName = (character: string): string =>
  character === '\t' ? 'a tab' : withArticle(describeCharacter(character).replace(/^character/, 'control character'));
