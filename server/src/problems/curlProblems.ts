import { t } from '../../../common/src/text/translate';
import { fixTitles } from './fixTitles';
import type { ProblemEntries } from './problemEntry';

/** Problems of a cURL command itself. Its JSON has the same problems as a file. */
export type CurlProblemDetail =
  /** A command in a file that must contain a request. */
  | { readonly code: 'curl-command' }
  /** `mark` is the character that continues a line: a backslash, a backtick or a caret. */
  | { readonly code: 'curl-missing-backslash'; readonly mark: string }
  | { readonly code: 'curl-space-after-backslash'; readonly mark: string }
  | { readonly code: 'curl-missing-quote'; readonly quote: string }
  /** `shellQuote` is the quote to use around the string. */
  | { readonly code: 'curl-inner-quotes'; readonly quote: string; readonly shellQuote: string }
  | { readonly code: 'curl-unexpanded-variable'; readonly variable: string }
  | { readonly code: 'curl-authorization'; readonly fault: AuthorizationFault }
  /** `isWrong` is true for a header with another value, false where there is no such header. */
  | { readonly code: 'curl-content-type'; readonly isWrong: boolean };

/** `comma`: the comma between the two secrets is missing. `form`: the header can't be read for another reason. */
export type AuthorizationFault = 'missing' | 'user' | 'organization' | 'comma' | 'form' | 'element';

export const curlProblems: ProblemEntries<CurlProblemDetail> = {
  'curl-command': {
    title: 'The file contains a cURL command instead of the JSON that the command sends.',
    severity: 'error',
    message: () => t('This file must contain only the JSON request, not a cURL command.'),
    commandTitle: () => t("Replace with the request's JSON"),
  },
  'curl-missing-backslash': {
    title: 'A line of the command has no backslash at its end, so the command ends there.',
    severity: 'error',
    fixAll: true,
    message: ({ mark }) => t('The shell ends the command here. Add {mark} to continue it on the next line.', { mark }),
    commandTitle: ({ mark }) => t('Add {mark}', { mark }),
  },
  'curl-space-after-backslash': {
    title: 'Whitespace follows the backslash at the end of a line.',
    severity: 'error',
    fixAll: true,
    message: ({ mark }) => t('Whitespace after {mark} ends the command here. Remove it.', { mark }),
    commandTitle: () => t('Trim trailing whitespace'),
  },
  'curl-missing-quote': {
    title: 'The closing quote of a string in the command is missing.',
    severity: 'error',
    fixAll: true,
    message: ({ quote }) => t('Missing closing quote ({quote}).', { quote }),
    commandTitle: () => fixTitles.addQuote,
  },
  'curl-inner-quotes': {
    title: 'Quotes inside a string end it early.',
    severity: 'error',
    fixAll: true,
    message: ({ quote }) => t('The inner quotes ({quote}) end this string early, and the shell drops them.', { quote }),
    commandTitle: ({ shellQuote }) => (shellQuote === "'" ? t('Use single quotes') : t('Use double quotes')),
  },
  'curl-unexpanded-variable': {
    title: 'A variable is in single quotes.',
    severity: 'warning',
    message: ({ variable }) =>
      t("The shell doesn't expand {variable} inside single quotes, so it is sent literally.", { variable }),
    commandTitle: () => t('Let the shell expand the variable'),
  },
  'curl-authorization': {
    title: 'The header with the secrets is missing or invalid.',
    severity: 'error',
    exception: {
      severity: 'warning',
      condition: 'it contains an element token',
      applies: ({ fault }) => fault === 'element',
    },
    fixAll: ({ fault }) => fault === 'comma',
    message: ({ fault }) => authorizationMessages[fault],
    commandTitle: ({ fault }) =>
      fault === 'missing'
        ? t('Add header with variables for the secrets')
        : fault === 'comma'
          ? fixTitles.addComma
          : t('Remove element token'),
  },
  'curl-content-type': {
    title: "The command doesn't declare that it sends JSON.",
    severity: 'warning',
    fixAll: true,
    message: ({ isWrong }) =>
      isWrong
        ? t('Wrong content type. The platform accepts JSON: use "Content-Type: application/json".')
        : t('Missing header "Content-Type: application/json". Without it, cURL sends this as a form.'),
    commandTitle: ({ isWrong }) => (isWrong ? fixTitles.replaceWith('application/json') : t('Add missing header')),
  },
};

const authorizationMessages: Readonly<Record<AuthorizationFault, string>> = {
  missing: t('Missing header with your secrets. Expected "Authorization: User …, Organization …".'),
  user: t('Missing user secret in this header. Expected "Authorization: User …, Organization …".'),
  organization: t('Missing organization secret in this header. Expected "Authorization: User …, Organization …".'),
  comma: t('Missing comma (,) after this. Expected "Authorization: User …, Organization …".'),
  form: t('The platform can\'t read this header. Expected "Authorization: User …, Organization …".'),
  element: t(
    'Element tokens are only for calls to one instance. With an element token, this call may be routed elsewhere.',
  ),
};
