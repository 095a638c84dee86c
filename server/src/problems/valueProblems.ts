import { oneOf } from '../../../common/src/text/enumerate';
import { insertion } from '../../../common/src/json/edits';
import { nodeCovering } from '../../../common/src/json/tree';
import { plainText } from '../../../common/src/text/plainText';
import { referenceTo } from '../../../common/src/text/references';
import { t } from '../../../common/src/text/translate';
import { changeTo, isElement, onlyFix } from './fixEdits';
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
  /** Whitespace before or after it. */
  | { readonly code: 'padded-value'; readonly label: string }
  /** `name` is the name of the reference in the fix; `reference` is the variable to use instead, in a script. */
  | { readonly code: 'written-secret'; readonly label: string; readonly name: string; readonly reference?: string };

/** The name of a value, for messages. */
export interface ValueLabel {
  readonly label: string;
  /** True for an item of an array; the label is that of the array. */
  readonly isItem?: boolean;
}

export type ValueFormat = 'integer' | 'url' | 'other';

export const valueProblems: ProblemEntries<ValueProblemDetail> = {
  'wrong-type': {
    title: 'A value has the wrong type, such as a number instead of a string.',
    severity: 'error',
    message: ({ label, isItem = false, expected, found }) => {
      const values = { label, expected: oneOf(expected.map(typeName)), found: typeName(found) };
      return isItem
        ? t('Incorrect type for an item of {label}. Expected {expected}, not {found}.', values)
        : t('Incorrect type for {label}. Expected {expected}, not {found}.', values);
    },
    fixes: ({ range, expected, found }, { root, repaired }) =>
      found === 'string' && isElement(root, range)
        ? [onlyFix(t('Replace with { "key": … }'), [insertion(range.start, '{ "key": '), insertion(range.end, ' }')])]
        : expected.includes('string') && (found === 'number' || found === 'boolean')
          ? [onlyFix(fixTitles.addQuotes, [{ ...range, text: `"${repaired.slice(range.start, range.end)}"` }])]
          : [],
  },
  'invalid-value': {
    title: "A value isn't one of the allowed values.",
    severity: 'error',
    message: ({ label, isItem = false, allowed }) => {
      const values = { label, allowed: oneOf(allowed.map((value) => `"${value}"`)) };
      return isItem
        ? t('Invalid item in {label}. Expected {allowed}.', values)
        : t('Invalid value for {label}. Expected {allowed}.', values);
    },
    fixes: ({ range, allowed }) =>
      allowed.length <= 5 ? allowed.map((value) => changeTo(range, value, allowed.length === 1)) : [],
  },
  'invalid-format': {
    title: "A value doesn't have the required format, such as a URL.",
    severity: 'error',
    message: ({ format, label, isItem = false }) => formatMessages[format][isItem ? 'ofItem' : 'ofValue'](label),
  },
  placeholder: {
    title: 'A value is a placeholder from a sample.',
    severity: 'warning',
    message: ({ value }) =>
      t('"{value}" is a placeholder. Replace it with your own value.', { value: plainText(value, 40) }),
  },
  'sample-host': {
    title: 'A URL has the host name of a sample.',
    severity: 'hint',
    message: ({ host }) => t('{host} is a sample address. Replace it with your own.', { host }),
  },
  'empty-value': {
    title: 'A required value is empty.',
    severity: 'warning',
    message: ({ label, isItem = false, secret }) =>
      secret
        ? t('{label} is empty. Enter the secret before you provision.', { label })
        : isItem
          ? t('An item of {label} is empty.', { label })
          : t('{label} is empty.', { label }),
  },
  'padded-value': {
    title: 'A value has leading or trailing whitespace.',
    severity: 'warning',
    message: ({ label }) =>
      t('{label} has leading or trailing whitespace, which is sent as part of the value.', { label }),
    fixes: ({ range }, { root, text }) => {
      const node = nodeCovering(root, range.start);
      const value = node?.type === 'string' ? node.value : text.slice(range.start, range.end);
      return [onlyFix(t('Trim whitespace'), [{ ...range, text: JSON.stringify(value.trim()) }])];
    },
  },
  'written-secret': {
    title: 'The file contains a secret in plain text.',
    severity: 'hint',
    message: ({ label, name, reference }) =>
      reference === undefined
        ? t(
            '{label} is a secret in plain text, readable by anyone with this file. Use a reference such as {reference}.',
            {
              label,
              reference: referenceTo('env', name),
            },
          )
        : t('{label} is in plain text, readable by anyone with this file. Use a variable such as {variable}.', {
            label,
            variable: reference,
          }),
    fixes: ({ range, name }) =>
      (['env', 'secret'] as const).map((store) => ({
        title: fixTitles.replaceWith(referenceTo(store, name)),
        edits: [{ ...range, text: JSON.stringify(referenceTo(store, name)) }],
        preferred: false,
        ...(store === 'secret' ? { secret: { range, name } } : {}),
      })),
    commandTitle: ({ name, reference = name }) => fixTitles.replaceWith(reference),
  },
};

type LabelMessage = (label: string) => string;

const formatMessages: Readonly<Record<ValueFormat, { readonly ofValue: LabelMessage; readonly ofItem: LabelMessage }>> =
  {
    integer: {
      ofValue: (label) => t('{label} must be an integer.', { label }),
      ofItem: (label) => t('Each item of {label} must be an integer.', { label }),
    },
    url: {
      ofValue: (label) => t('{label} must be a complete URL, such as https://host/path.', { label }),
      ofItem: (label) => t('Each item of {label} must be a complete URL, such as https://host/path.', { label }),
    },
    other: {
      ofValue: (label) => t('Invalid format for {label}.', { label }),
      ofItem: (label) => t('Invalid format for an item of {label}.', { label }),
    },
  };

/** The types of JSON Schema, as messages name them. */
const typeNames: Readonly<Record<string, string>> = {
  string: t('string'),
  number: t('number'),
  integer: t('integer'),
  boolean: t('boolean'),
  object: t('object'),
  array: t('array'),
  null: 'null',
};

const typeName = (type: string): string => typeNames[type] ?? type;
