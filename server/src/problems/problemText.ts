import { plainText } from '../../../common/src/text/plainText';
import type { Problem, ProblemOf, ValueLabel } from './problems';
import { describeCharacter } from '../../../common/src/json/lookAlikes';
import { enumerate } from '../../../common/src/text/enumerate';

/** The message of a problem: what is wrong, and what to do, in one or two sentences, on one line. */
export const message = (problem: Problem): string => words(withPlainTexts(problem));

/** Members of problems that hold text of the document as it stands there. */
const fromDocument = ['key', 'label', 'value', 'host', 'variable', 'literal', 'meant'];

/** The same problem with the texts of the document in it made fit for a sentence. */
function withPlainTexts(problem: Problem): Problem {
  const texts = Object.entries(problem)
    .filter(([name, value]) => fromDocument.includes(name) && typeof value === 'string')
    .map(([name, value]) => [name, plainText(String(value))] as const);
  return { ...problem, ...(Object.fromEntries(texts) as object) };
}

function words(problem: Problem): string {
  switch (problem.code) {
    case 'look-alike-quotes':
    case 'single-quotes':
      return quotesMessage(problem);
    case 'look-alike-character':
      return lookAlikeMessage(problem);
    case 'missing-quote':
      return `The ${problem.side} quote (") of this text is missing.`;
    case 'unquoted-text':
      return problem.name ? 'This name needs quotes (") around it.' : 'This text needs quotes (") around it.';
    case 'bad-number':
      return 'This is not how JSON writes a number. Put it in quotes to keep it as it is.';
    case 'foreign-literal':
      return problem.meant === undefined
        ? `JSON has no value ${problem.literal}. Put another one here.`
        : `In JSON, ${problem.literal} is written ${problem.meant}.`;
    case 'unescaped-quote':
      return 'A quote inside a text needs a backslash before it: \\".';
    case 'bad-escape':
      return problem.meant.startsWith('\\')
        ? 'A backslash (\\) inside a text is written twice: \\\\.'
        : `No backslash (\\) belongs before ${problem.meant} in a text. Remove the backslash.`;
    case 'control-character':
      return `A text cannot hold ${controlName(problem.character)} as it is; it is written ${JSON.stringify(problem.character).slice(1, -1)}.`;
    case 'line-break':
      return 'A text has to stay on one line; a line break in it is written \\n.';
    case 'trailing-comma':
      return 'Nothing follows this comma, and JSON does not allow that. Remove it.';
    case 'extra-comma':
      return 'This is one comma too many. Remove it.';
    case 'extra-colon':
      return 'One colon (:) is enough. Remove this one.';
    case 'missing-comma':
      return problem.wrong ? 'A comma (,) belongs here in place of this.' : 'A comma (,) is missing after this.';
    case 'missing-colon':
      return problem.wrong
        ? 'A colon (:) belongs here in place of this.'
        : 'A colon (:) is missing between the name and its value.';
    case 'missing-value':
      return problem.colon ? 'A colon (:) and a value are missing after this name.' : 'A value is missing after this.';
    case 'comment':
      return 'JSON has no comments: the platform would refuse this. Remove it.';
    case 'duplicate-key':
      return `"${problem.key}" is there again further down, and only the last one counts.`;
    case 'missing-bracket':
      return bracketMessage(problem);
    case 'wrong-bracket':
      return `This is the wrong bracket: ${withArticle(bracketName(problem.meant))} (${problem.meant}) belongs here.`;
    case 'extra-bracket':
      return 'This bracket closes nothing. Remove it.';
    case 'surrounding-text':
      return 'Only the JSON belongs in this file, not the text around it.';
    case 'stray-text':
      return 'This does not belong here: the value comes after it.';
    case 'text-after-end':
      return 'The request ends before this. Remove what follows.';
    case 'second-request':
      return 'A file holds one request, and this is another one. Keep one of them.';
    case 'invalid-json':
      return 'This is not JSON, and it is not clear what was meant. Nothing after it is checked.';
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
        ? 'The element is missing: add "element": { "key": "…" } to say which service to connect.'
        : 'The element\'s key is missing: add "key": "…" to say which service to connect.';
    case 'unknown-element':
      return problem.suggestions.length > 0
        ? `There is no element "${problem.key}". Did you mean ${alternatives(problem.suggestions.map(nameElement))}?`
        : `"${problem.key}" is not an element this extension knows, so its entries are not checked.`;
    case 'undocumented-element':
      return `The entries of "${problem.key}" are not documented, so they are not checked.`;
    case 'sign-in-later':
      return `${problem.element} signs in through its provider's page: Provision opens it.`;
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
      return `${nameValue(problem)} must be ${alternatives(problem.expected.map(typeName))}, not ${typeName(problem.found)}.`;
    case 'invalid-value':
      return `${nameValue(problem)} must be ${alternatives(problem.allowed.map(quoted))}.`;
    case 'invalid-format':
      return formatMessage(problem);
    case 'placeholder':
      return `"${plainText(problem.value, 40)}" is a placeholder: put your own value here.`;
    case 'sample-host':
      return `${problem.host} is a sample address: put your own here.`;
    case 'written-secret':
      return problem.reference === undefined
        ? `${problem.label} is a secret, and everyone who gets this file can read it. A reference such as \${env:${problem.name}} keeps it out.`
        : `${problem.label} is written out, and everyone who gets this file can read it. A variable such as ${problem.reference} keeps it out.`;
    case 'padded-value':
      return `${problem.label} begins or ends with a blank, which is sent with it.`;
    case 'empty-value':
      return `${nameValue(problem)} is empty.${problem.secret ? ' Put the secret here before you provision.' : ''}`;
    case 'curl-command':
      return 'This is a cURL command, and this file is for the JSON alone that it sends.';
    case 'curl-missing-backslash':
      return `The command ends with this line for the shell. A line that goes on in the next one ends with ${shellMark(problem.mark)}.`;
    case 'curl-space-after-backslash':
      return `Nothing may follow ${shellMark(problem.mark)} at the end of a line, or the command ends here. Remove the blanks.`;
    case 'curl-missing-quote':
      return `The closing quote (${problem.quote}) of this text is missing.`;
    case 'curl-inner-quotes':
      return `The shell takes the quotes (${problem.quote}) inside for the end of this text, and drops them.`;
    case 'curl-unexpanded-variable':
      return `In single quotes, the shell puts nothing in for ${problem.variable}: it is sent as it stands.`;
    case 'curl-authorization':
      return authorizationMessage(problem);
    case 'curl-content-type':
      return problem.isThere
        ? 'The platform takes JSON, and this header says something else: Content-Type: application/json.'
        : 'Without the header Content-Type: application/json, cURL sends this as a form.';
    default:
      problem satisfies never;
      return '';
  }
}

/** Said of the problems that are not shown one by one. */
export const moreProblems = (count: number): string =>
  count === 1 ? 'There is one more problem from here on.' : `There are ${count} more problems from here on.`;

const nameValue = ({ label, isItem }: ValueLabel): string => (isItem === true ? `Each value of ${label}` : label);

const withArticle = (name: string): string => `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;

const shellMark = (mark: string): string =>
  ({ '\\': 'a backslash (\\)', '`': 'a backtick (`)' })[mark] ?? `a caret (${mark})`;

const authorizationForm = 'Authorization: User …, Organization …';

function authorizationMessage({ fault }: ProblemOf<'curl-authorization'>): string {
  switch (fault) {
    case 'missing':
      return `The header with your secrets is missing: ${authorizationForm}.`;
    case 'user':
      return `The user secret is missing in this header: ${authorizationForm}.`;
    case 'organization':
      return `The organization secret is missing in this header: ${authorizationForm}.`;
    case 'comma':
      return `A comma (,) is missing after this: ${authorizationForm}.`;
    case 'form':
      return `The platform cannot read this header. It has this form: ${authorizationForm}.`;
    case 'element':
      return 'An element token is for calls to one instance: with it, this call can end up somewhere else.';
  }
}

function lookAlikeMessage(problem: ProblemOf<'look-alike-character'>): string {
  const { repair } = problem;
  const who = 'inShell' in problem ? 'the shell' : 'JSON';
  const count = repair.end - repair.start;
  const what = `${withArticle(describeCharacter(repair.character))}${count > 1 ? `, ${count} times in a row` : ''}`;
  const belongs = repair.replacement.trim().charAt(0);
  if (belongs !== '') return `This is ${what}, where ${who} needs "${belongs}".`;
  return repair.replacement === ''
    ? `This is ${what}, which ${who} does not allow here.`
    : `This is ${what}, where ${who} needs a plain space.`;
}

function quotesMessage(problem: ProblemOf<'look-alike-quotes' | 'single-quotes'>): string {
  const { repair, range, character } = problem;
  const opens = range.start === repair.start;
  const kind = character === "'" ? 'double' : 'straight';
  const missing = repair.missing === undefined ? '' : `, and its ${opens ? 'closing' : 'opening'} quote is missing`;
  if ('shellQuote' in problem) {
    return `This text ${opens ? 'opens' : 'ends'} with ${character}, ${withArticle(describeCharacter(character))}. The shell needs a ${problem.shellQuote === '"' && kind === 'double' ? 'double' : 'straight'} quote (${problem.shellQuote}).`;
  }
  return `This string ${opens ? 'opens' : 'ends'} with ${character}, ${withArticle(describeCharacter(character))}${missing}. JSON needs a ${kind} quote (").`;
}

const bracketNames: Record<string, string> = {
  '{': 'opening brace',
  '}': 'closing brace',
  '[': 'opening bracket',
  ']': 'closing bracket',
};

const bracketName = (bracket: string): string => bracketNames[bracket] ?? 'bracket';

function bracketMessage({ text, sure }: ProblemOf<'missing-bracket'>): string {
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

function missingMessage({ element, entries }: ProblemOf<'missing-entries'>): string {
  const names = entries.map(({ key, title }) => `${key} (${title})`);
  return names.length === 1
    ? `${element} needs one more entry: ${names.join('')}.`
    : `${element} needs ${entries.length} more entries: ${enumerate(names, 'and')}.`;
}

function formatMessage(problem: ProblemOf<'invalid-format'>): string {
  const name = nameValue(problem);
  switch (problem.format) {
    case 'whole-number':
      return `${name} must be a whole number.`;
    case 'web-address':
      return `${name} must be a complete web address, such as https://host/path.`;
    case 'other':
      return `${name} is not in the form that is expected here.`;
  }
}

const nameElement = ({ key, name }: { key: string; name: string }): string => `"${key}" (${name})`;

const quoted = (value: string): string => `"${value}"`;

const alternatives = (names: readonly string[]): string => enumerate(names, 'or');

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
