import { allOf, oneOf } from '../../../common/src/text/enumerate';
import { t } from '../../../common/src/text/translate';
import { changeTo, onlyFix } from './fixEdits';
import { fixTitles } from './fixTitles';
import { insertElement, insertEntries } from './insertions';
import type { ProblemEntries } from './problemEntry';

/** Problems of a request: of its element, and of properties and entries that are missing, misspelled or unknown. */
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
    title: 'The file is empty.',
    severity: 'hint',
    message: () => t('This file is empty. Use completion (Ctrl+Space) to select an element.'),
  },
  'not-an-object': {
    title: "The JSON is an array or a single value, so it isn't a request.",
    severity: 'error',
    message: () => t('A request must be a JSON object: { "element": { "key": … }, "configuration": { … } }.'),
  },
  'missing-element': {
    title: "The request doesn't identify its element.",
    severity: 'error',
    message: ({ absent }) =>
      absent === 'element'
        ? t('Missing element. Add "element": { "key": "…" } to select the service to connect.')
        : t('Missing element key. Add "key": "…" to select the service to connect.'),
    fixes: ({ absent }, parsed) => {
      const edits = insertElement(parsed, absent);
      return edits.length > 0 ? [onlyFix(fixTitles.addProperty(absent), edits)] : [];
    },
  },
  'unknown-element': {
    title: 'The key of the element is unknown.',
    severity: 'error',
    exception: {
      severity: 'hint',
      condition: 'no known key or name is similar',
      applies: ({ suggestions }) => suggestions.length === 0,
    },
    message: ({ key, suggestions }) =>
      suggestions.length > 0
        ? t('Unknown element "{key}". Did you mean {suggestions}?', {
            key,
            suggestions: oneOf(suggestions.map(nameElement)),
          })
        : t('This extension doesn\'t know the element "{key}", so its entries aren\'t checked.', { key }),
    fixes: ({ suggestions, range }) => suggestions.map(({ key }) => changeTo(range, key, suggestions.length === 1)),
  },
  'undocumented-element': {
    title: "The entries of the element aren't documented.",
    severity: 'hint',
    message: ({ key }) => t('The entries of "{key}" aren\'t documented, so they aren\'t checked.', { key }),
  },
  'sign-in-later': {
    title: "The element requires sign-in on its provider's page, and the request doesn't contain the result.",
    severity: 'hint',
    message: ({ element }) =>
      t("{element} requires sign-in on its provider's page. Provision Instance opens that page.", { element }),
  },
  'missing-entries': {
    title: 'Entries that the element requires are missing.',
    severity: 'error',
    message: ({ element, entries }) => {
      const names = entries.map(({ key, title }) => `${key} (${title})`);
      return names.length === 1
        ? t('Missing entry for {element}: {entry}.', { element, entry: names.join('') })
        : t('Missing {count} entries for {element}: {entries}.', {
            count: names.length,
            element,
            entries: allOf(names),
          });
    },
    fixes: ({ entries }, parsed, catalog) => {
      const keys = entries.map(({ key }) => key);
      const edits = insertEntries(parsed, catalog, keys);
      const title =
        keys.length === 1
          ? fixTitles.addProperty(keys.join(''))
          : t('Add {count} missing entries', { count: keys.length });
      return edits.length > 0 ? [onlyFix(title, edits)] : [];
    },
  },
  'misspelled-entry': {
    title: "An entry is unknown, but its name is similar to that of one of the element's entries.",
    severity: 'error',
    exception: { severity: 'warning', condition: 'the entry is optional', applies: ({ required }) => !required },
    message: ({ key, meant }) => t('Unknown entry "{key}". Did you mean "{meant}"?', { key, meant }),
    fixes: ({ meant, range }) => [changeTo(range, meant, true)],
  },
  'unknown-entry': {
    title: "An entry isn't a documented entry of the element.",
    severity: 'hint',
    message: ({ key, element }) => t('"{key}" isn\'t a documented entry of {element}.', { key, element }),
  },
  'misspelled-member': {
    title: 'A property of the request is unknown, but its name is similar to a known one.',
    severity: 'error',
    exception: { severity: 'warning', condition: 'the property is optional', applies: ({ required }) => !required },
    message: ({ key, meant }) => t('Unknown property "{key}". Did you mean "{meant}"?', { key, meant }),
    fixes: ({ meant, range }) => [changeTo(range, meant, true)],
  },
  'unknown-member': {
    title: 'A property of the request is unknown.',
    severity: 'warning',
    message: ({ key }) => t('Unknown property "{key}". The platform ignores it.', { key }),
  },
};

const nameElement = ({ key, name }: Suggestion): string => `"${key}" (${name})`;
