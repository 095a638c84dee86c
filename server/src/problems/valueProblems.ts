import { oneOf } from '../../../common/src/text/enumerate';
import { insertion } from '../../../common/src/json/edits';
import { nodeCovering } from '../../../common/src/json/tree';
import { plainText } from '../../../common/src/text/plainText';
import { referenceTo } from '../../../common/src/text/references';
import { isElement, only, rename } from './fixEdits';
import { fixTitles } from './fixTitles';
import type { ProblemEntries } from './problemEntry';

/** Problems of single values. */
export type ValueProblemDetail =
  | ({ readonly code: 'wrong-type'; readonly expected: readonly string[]; readonly found: string } & ValueLabel)
  | ({ readonly code: 'invalid-value'; readonly allowed: readonly string[] } & ValueLabel)
  | ({ readonly code: 'invalid-format'; readonly format: ValueFormat } & ValueLabel)
  | { readonly code: 'placeholder'; readonly value: string }
  | { readonly code: 'sample-host'; readonly host: string }
  | ({ readonly code: 'empty-value'; readonly secret: boolean } & ValueLabel)
  /** Blanks before or behind it. */
  | { readonly code: 'padded-value'; readonly label: string }
  /** `name` is what the reference to the secret is called in the fix; `reference` how it is written, in a script. */
  | { readonly code: 'written-secret'; readonly label: string; readonly name: string; readonly reference?: string };

/** What a value is called. */
export interface ValueLabel {
  readonly label: string;
  /** True for one of the values of a list, which is what the label is of. */
  readonly isItem?: boolean;
}

export type ValueFormat = 'whole-number' | 'web-address' | 'other';

export const valueProblems: ProblemEntries<ValueProblemDetail> = {
  'wrong-type': {
    severity: 'error',
    message: (problem) =>
      `${nameValue(problem)} must be ${oneOf(problem.expected.map(typeName))}, not ${typeName(problem.found)}.`,
    fixes: ({ range, expected, found }, { root, repaired }) =>
      found === 'string' && isElement(root, range)
        ? [only('Write it as { "key": … }', [insertion(range.start, '{ "key": '), insertion(range.end, ' }')])]
        : expected.includes('string') && (found === 'number' || found === 'boolean')
          ? [only(fixTitles.quote, [{ ...range, text: `"${repaired.slice(range.start, range.end)}"` }])]
          : [],
  },
  'invalid-value': {
    severity: 'error',
    message: (problem) => `${nameValue(problem)} must be ${oneOf(problem.allowed.map(quoted))}.`,
    fixes: ({ range, allowed }) =>
      allowed.length <= 5 ? allowed.map((value) => rename(range, value, allowed.length === 1)) : [],
  },
  'invalid-format': {
    severity: 'error',
    message: (problem) => `${nameValue(problem)} ${formatRules[problem.format]}`,
  },
  placeholder: {
    severity: 'warning',
    message: ({ value }) => `"${plainText(value, 40)}" is a placeholder: put your own value here.`,
  },
  'sample-host': {
    severity: 'hint',
    message: ({ host }) => `${host} is a sample address: put your own here.`,
  },
  'empty-value': {
    severity: 'warning',
    message: (problem) =>
      `${nameValue(problem)} is empty.${problem.secret ? ' Put the secret here before you provision.' : ''}`,
  },
  'padded-value': {
    severity: 'warning',
    message: ({ label }) => `${label} begins or ends with a blank, which is sent with it.`,
    fixes: ({ range }, { root, text }) => {
      const node = nodeCovering(root, range.start);
      const value = node?.type === 'string' ? node.value : text.slice(range.start, range.end);
      return [only('Remove the blanks around it', [{ ...range, text: JSON.stringify(value.trim()) }])];
    },
  },
  'written-secret': {
    severity: 'hint',
    message: ({ label, name, reference }) =>
      reference === undefined
        ? `${label} is a secret, and everyone who gets this file can read it. A reference such as \${env:${name}} keeps it out.`
        : `${label} is written out, and everyone who gets this file can read it. A variable such as ${reference} keeps it out.`,
    fixes: ({ range, name }) =>
      (['env', 'secret'] as const).map((store) => ({
        title: fixTitles.referTo(referenceTo(store, name)),
        edits: [{ ...range, text: JSON.stringify(referenceTo(store, name)) }],
        preferred: false,
        ...(store === 'secret' ? { keeps: { range, name } } : {}),
      })),
    commandTitle: ({ name, reference = name }) => fixTitles.referTo(reference),
  },
};

const nameValue = ({ label, isItem }: ValueLabel): string => (isItem === true ? `Each value of ${label}` : label);

const quoted = (value: string): string => `"${value}"`;

const formatRules: Readonly<Record<ValueFormat, string>> = {
  'whole-number': 'must be a whole number.',
  'web-address': 'must be a complete web address, such as https://host/path.',
  other: 'is not in the form that is expected here.',
};

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
