import { allOf, oneOf } from '../../../common/src/text/enumerate';
import { only, rename } from './fixEdits';
import { insertElement, insertEntries } from './insertions';
import type { ProblemEntries } from './problemEntry';

/** Problems of a text as a request: which element, which members and entries are missing, misspelled or unknown. */
export type RequestProblemDetail =
  | { readonly code: 'empty-document' }
  | { readonly code: 'not-an-object' }
  | { readonly code: 'missing-element'; readonly absent: 'element' | 'key' }
  | { readonly code: 'unknown-element'; readonly key: string; readonly suggestions: readonly Suggestion[] }
  | { readonly code: 'undocumented-element'; readonly key: string }
  | { readonly code: 'sign-in-later'; readonly element: string }
  | { readonly code: 'missing-entries'; readonly element: string; readonly entries: readonly MissingEntry[] }
  | { readonly code: 'misspelled-entry'; readonly key: string; readonly meant: string; readonly required: boolean }
  | { readonly code: 'unknown-entry'; readonly key: string; readonly element: string }
  | { readonly code: 'misspelled-member'; readonly key: string; readonly meant: string; readonly required: boolean }
  | { readonly code: 'unknown-member'; readonly key: string };

interface Suggestion {
  readonly key: string;
  readonly name: string;
}

interface MissingEntry {
  readonly key: string;
  readonly title: string;
}

export const requestProblems: ProblemEntries<RequestProblemDetail> = {
  'empty-document': {
    severity: 'hint',
    message: () => 'This file is empty. Ask for completion (Ctrl+Space) to start with an element.',
  },
  'not-an-object': {
    severity: 'error',
    message: () => 'A request is one JSON object: { "element": { "key": … }, "configuration": { … } }.',
  },
  'missing-element': {
    severity: 'error',
    message: ({ absent }) =>
      absent === 'element'
        ? 'The element is missing: add "element": { "key": "…" } to say which service to connect.'
        : 'The element\'s key is missing: add "key": "…" to say which service to connect.',
    fixes: ({ absent }, parsed) => {
      const edits = insertElement(parsed, absent);
      return edits.length > 0 ? [only(absent === 'element' ? 'Add the element' : "Add the element's key", edits)] : [];
    },
  },
  'unknown-element': {
    severity: 'error',
    severityOf: ({ suggestions }) => (suggestions.length > 0 ? 'error' : 'hint'),
    message: ({ key, suggestions }) =>
      suggestions.length > 0
        ? `There is no element "${key}". Did you mean ${oneOf(suggestions.map(nameElement))}?`
        : `"${key}" is not an element this extension knows, so its entries are not checked.`,
    fixes: ({ suggestions, range }) =>
      suggestions.map(({ key }, index) => rename(range, key, index === 0 && suggestions.length === 1)),
  },
  'undocumented-element': {
    severity: 'hint',
    message: ({ key }) => `The entries of "${key}" are not documented, so they are not checked.`,
  },
  'sign-in-later': {
    severity: 'hint',
    message: ({ element }) => `${element} signs in through its provider's page: Provision opens it.`,
  },
  'missing-entries': {
    severity: 'error',
    message: ({ element, entries }) => {
      const names = entries.map(({ key, title }) => `${key} (${title})`);
      return names.length === 1
        ? `${element} needs one more entry: ${names.join('')}.`
        : `${element} needs ${entries.length} more entries: ${allOf(names)}.`;
    },
    fixes: ({ entries }, parsed, catalog) => {
      const keys = entries.map(({ key }) => key);
      const edits = insertEntries(parsed, catalog, keys);
      const title = keys.length === 1 ? `Add "${keys.join('')}"` : `Add the ${keys.length} missing entries`;
      return edits.length > 0 ? [only(title, edits)] : [];
    },
  },
  'misspelled-entry': {
    severity: 'error',
    severityOf: ({ required }) => (required ? 'error' : 'warning'),
    message: ({ key, meant }) => `There is no entry "${key}". Did you mean "${meant}"?`,
    fixes: ({ meant, range }) => [rename(range, meant, true)],
  },
  'unknown-entry': {
    severity: 'hint',
    message: ({ key, element }) => `"${key}" is not among the documented entries of ${element}.`,
  },
  'misspelled-member': {
    severity: 'error',
    severityOf: ({ required }) => (required ? 'error' : 'warning'),
    message: ({ key, meant }) => `A request has no member "${key}". Did you mean "${meant}"?`,
    fixes: ({ meant, range }) => [rename(range, meant, true)],
  },
  'unknown-member': {
    severity: 'warning',
    message: ({ key }) => `A request has no member "${key}"; the platform ignores it.`,
  },
};

const nameElement = ({ key, name }: Suggestion): string => `"${key}" (${name})`;
