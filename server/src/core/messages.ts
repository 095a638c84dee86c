import type { Severity } from '../protocol';
import { describeCharacter } from './lookalikes';
import type { SyntaxFaultKind } from './parse';
import type { Problem, ProblemOf } from './problems';

/** All words of the server that a person reads, ready to be translated. Words come from the problem and nothing else. */

/** How much a problem matters: an error is known to fail, a warning most likely does, a hint is worth a look. */
export function severity(problem: Problem): Severity {
  switch (problem.code) {
    case 'placeholder':
    case 'empty-value':
    case 'unknown-member':
    case 'duplicate-key':
      return 'warning';
    case 'misspelled-entry':
    case 'misspelled-member':
      return problem.required ? 'error' : 'warning';
    case 'unknown-element':
      return problem.suggestions.length > 0 ? 'error' : 'hint';
    case 'undocumented-element':
    case 'sign-in-later':
    case 'unknown-entry':
    case 'sample-host':
    case 'empty-document':
      return 'hint';
    default:
      return 'error';
  }
}

/** The message of a problem: what is wrong, and what to do, in one or two sentences. */
export function message(problem: Problem): string {
  switch (problem.code) {
    case 'look-alike-quotes':
      return `This string ${problem.range.start === problem.repair.start ? 'opens' : 'ends'} with ${problem.character}, a ${describeCharacter(problem.character)}. JSON needs a straight quote (").`;
    case 'look-alike-character':
      return lookAlikeMessage(problem);
    case 'trailing-comma':
      return 'JSON allows no comma after the last member. Remove it.';
    case 'missing-comma':
      return 'A comma is missing here, before the next member.';
    case 'comment':
      return 'JSON has no comments: the platform would refuse this. Remove it.';
    case 'duplicate-key':
      return `"${problem.key}" stands here more than once; only the last one counts.`;
    case 'invalid-json':
      return syntaxMessages[problem.fault];
    case 'too-long':
      return 'This file is larger than the 8 MB that the platform takes, so it is not checked.';
    case 'too-deep':
      return 'Brackets are nested too deeply here for a request, so this file is not checked.';
    case 'empty-document':
      return 'This file is empty. Ask for completion (Ctrl+Space) to start with an element.';
    case 'not-an-object':
      return 'A request is one JSON object: { "element": { "key": … }, "configuration": { … } }.';
    case 'missing-element':
      return problem.absent === 'element'
        ? 'The element is missing: add "element": { "key": "…" } to say which one to make an instance of.'
        : 'The element\'s key is missing: add "key": "…" to say which one to make an instance of.';
    case 'unknown-element':
      return problem.suggestions.length > 0
        ? `There is no element "${problem.key}". Did you mean ${alternatives(problem.suggestions.map(nameElement))}?`
        : `"${problem.key}" is not an element this extension knows, so its entries are not checked.`;
    case 'undocumented-element':
      return `The entries of "${problem.key}" are not documented, so they are not checked.`;
    case 'sign-in-later':
      return `${problem.element} signs in through its provider's page: Provision asks about it.`;
    case 'missing-entries':
      return missingMessage(problem);
    case 'misspelled-entry':
      return `There is no entry "${problem.key}". Did you mean "${problem.meant}"?`;
    case 'unknown-entry':
      return `"${problem.key}" is not among the documented entries of ${problem.element}.`;
    case 'misspelled-member':
      return `A request has no member "${problem.key}". Did you mean "${problem.meant}"?`;
    case 'unknown-member':
      return `A request has no member "${problem.key}"; the platform ignores it.`;
    case 'wrong-type':
      return `${problem.label} must be ${alternatives(problem.expected.map(typeName))}, not ${typeName(problem.found)}.`;
    case 'invalid-value':
      return `${problem.label} must be ${alternatives(problem.allowed.map(quoted))}.`;
    case 'invalid-format':
      return formatMessage(problem);
    case 'placeholder':
      return `"${shorten(problem.value)}" is a placeholder: put your own value here.`;
    case 'sample-host':
      return `${problem.host} is a sample address: put your own here.`;
    case 'empty-value':
      return `${problem.label} is empty.${problem.secret ? ' Put the secret here before you provision.' : ''}`;
    default:
      problem satisfies never;
      return '';
  }
}

/** What to call one value of a list, in the messages that name a value. */
export const itemOf = (list: string): string => `Each value of ${list}`;

function lookAlikeMessage({ repair }: ProblemOf<'look-alike-character'>): string {
  const count = repair.end - repair.start;
  const what = `${describeCharacter(repair.character)}${count > 1 ? `, ${count} times in a row` : ''}`;
  const belongs = repair.replacement.trim().charAt(0);
  if (belongs !== '') return `This is a ${what}, where JSON needs "${belongs}".`;
  return repair.replacement === ''
    ? `This is a ${what}, which JSON does not allow here.`
    : `This is a ${what}, where JSON needs a plain space.`;
}

/** In no word of what stands there: it may be part of a secret, and the mark is at it anyway. */
const syntaxMessages: Record<SyntaxFaultKind, string> = {
  'comma-expected': 'This does not belong here: the value before it has ended. A quote inside a text is written \\".',
  'trailing-comma': 'JSON allows no comma after the last member. Remove it.',
  'duplicate-key': 'This name stands here more than once.',
  comment: 'JSON has no comments. Remove it.',
  'colon-expected': 'A colon (:) is missing between the name and its value.',
  'value-expected': 'A value is missing here. A text stands in straight quotes.',
  'property-expected': 'The name of a member, in straight quotes, is missing here.',
  'key-not-quoted': 'Names stand in straight quotes (").',
  'unclosed-string': 'The closing quote (") of this text is missing.',
  'unclosed-object': 'The closing brace (}) is missing.',
  'unclosed-array': 'The closing bracket (]) is missing.',
  'bad-escape': 'A backslash (\\) inside a text is written \\\\.',
  'control-character': 'A text cannot hold a tab or another control character as it is; a tab is written \\t.',
  'text-after-end': 'The request ends before this. Remove what follows.',
  unexpected: 'This does not belong here.',
};

function missingMessage({ element, entries }: ProblemOf<'missing-entries'>): string {
  const names = entries.map(({ key, title }) => `${key} (${title})`);
  return names.length === 1
    ? `${element} needs one more entry: ${names.join('')}.`
    : `${element} needs ${entries.length} more entries: ${enumerate(names, 'and')}.`;
}

function formatMessage({ label, format }: ProblemOf<'invalid-format'>): string {
  switch (format) {
    case 'whole-number':
      return `${label} must be a whole number.`;
    case 'web-address':
      return `${label} must be a complete web address, such as https://host/path.`;
    case 'other':
      return `${label} is not in the form that is expected here.`;
  }
}

const nameElement = ({ key, name }: { key: string; name: string }): string => `"${key}" (${name})`;

const quoted = (value: string): string => `"${value}"`;

const alternatives = (names: readonly string[]): string => enumerate(names, 'or');

function enumerate(names: readonly string[], conjunction: string): string {
  const [last, ...before] = [...names].reverse();
  return before.length === 0 ? (last ?? '') : `${before.reverse().join(', ')} ${conjunction} ${last ?? ''}`;
}

const typeNames: Record<string, string> = {
  string: 'a text in quotes',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'an object { … }',
  array: 'a list [ … ]',
  null: 'null',
};

const typeName = (type: string): string => typeNames[type] ?? type;

const shorten = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
};

/** Titles of quick fixes. */
export const fixTitles = {
  straightenQuotes: 'Straighten the quotes of this string',
  replaceCharacter: (character: string, replacement: string) =>
    replacement.trim() === ''
      ? `${replacement === '' ? 'Remove' : 'Replace'} the ${describeCharacter(character)}`
      : `Replace by "${replacement.charAt(0)}"`,
  straightenAll: 'Straighten all quotes and other look-alikes in this file',
  removeComma: 'Remove the comma',
  removeComment: 'Remove the comment',
  addComma: 'Add the comma',
  addEntries: (keys: readonly string[]) =>
    keys.length === 1 ? `Add "${keys.join('')}"` : `Add the ${keys.length} missing entries`,
  addElement: 'Add the element',
  addKey: "Add the element's key",
  rename: (meant: string) => `Change to "${meant}"`,
  quote: 'Put it in quotes',
  fixAll: 'Mend everything that has one right answer',
};

/** Words of hover and completion. */
export const entryWords = {
  required: 'required',
  optional: 'optional',
  filledByPlatform: 'filled in by the platform',
  secret: 'secret',
  default: (value: string) => `Default: \`${value}\``,
  choices: (values: readonly string[]) => `One of ${values.map((value) => `\`${value}\``).join(', ')}`,
  example: (value: string) => `Example: \`${value}\``,
  element: 'element',
  hub: (hub: string) => `${hub} hub`,
  undocumented: 'entries not documented',
  skeleton: (name: string) => `A new request for ${name}`,
  setup: (text: string) => `**First:** ${text}`,
};
