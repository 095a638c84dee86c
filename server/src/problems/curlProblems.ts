import { fixTitles } from './fixTitles';
import type { ProblemEntries } from './problemEntry';

/** Problems of a cURL command, beside those that its JSON has as a file has them. */
export type CurlProblemDetail =
  /** A command where a request belongs. */
  | { readonly code: 'curl-command' }
  /** `mark` is what makes a line go on: a backslash, a backtick or a caret. */
  | { readonly code: 'curl-missing-backslash'; readonly mark: string }
  | { readonly code: 'curl-space-after-backslash'; readonly mark: string }
  | { readonly code: 'curl-missing-quote'; readonly quote: string }
  /** `shellQuote` is what to put around it. */
  | { readonly code: 'curl-inner-quotes'; readonly quote: string; readonly shellQuote: string }
  | { readonly code: 'curl-unexpanded-variable'; readonly variable: string }
  | { readonly code: 'curl-authorization'; readonly fault: AuthorizationFault }
  /** `isThere` is true for a header that says something else. */
  | { readonly code: 'curl-content-type'; readonly isThere: boolean };

/** `comma`: there is none between the two secrets. `form`: everything else that cannot be read. */
export type AuthorizationFault = 'missing' | 'user' | 'organization' | 'comma' | 'form' | 'element';

export const curlProblems: ProblemEntries<CurlProblemDetail> = {
  'curl-command': {
    severity: 'error',
    message: () => 'This is a cURL command, and this file is for the JSON alone that it sends.',
    commandTitle: () => 'Make it an instance.json',
  },
  'curl-missing-backslash': {
    severity: 'error',
    fixAll: true,
    message: ({ mark }) =>
      `The command ends with this line for the shell. A line that goes on in the next one ends with ${shellMark(mark)}.`,
    commandTitle: ({ mark }) => `Add ${mark}`,
  },
  'curl-space-after-backslash': {
    severity: 'error',
    fixAll: true,
    message: ({ mark }) =>
      `Nothing may follow ${shellMark(mark)} at the end of a line, or the command ends here. Remove the blanks.`,
    commandTitle: () => 'Remove the blanks',
  },
  'curl-missing-quote': {
    severity: 'error',
    fixAll: true,
    message: ({ quote }) => `The closing quote (${quote}) of this text is missing.`,
    commandTitle: () => fixTitles.addQuote,
  },
  'curl-inner-quotes': {
    severity: 'error',
    fixAll: true,
    message: ({ quote }) => `The shell takes the quotes (${quote}) inside for the end of this text, and drops them.`,
    commandTitle: ({ shellQuote }) => `Put it in ${shellQuote === "'" ? 'single' : 'double'} quotes`,
  },
  'curl-unexpanded-variable': {
    severity: 'warning',
    message: ({ variable }) => `In single quotes, the shell puts nothing in for ${variable}: it is sent as it stands.`,
    commandTitle: () => 'Let the shell put it in',
  },
  'curl-authorization': {
    severity: 'error',
    severityOf: ({ fault }) => (fault === 'element' ? 'warning' : 'error'),
    fixAll: ({ fault }) => fault === 'comma',
    message: ({ fault }) => authorizationMessages[fault],
    commandTitle: ({ fault }) =>
      fault === 'missing'
        ? 'Add the header, with variables for the secrets'
        : fault === 'comma'
          ? fixTitles.addComma
          : 'Remove the element token',
  },
  'curl-content-type': {
    severity: 'warning',
    fixAll: true,
    message: ({ isThere }) =>
      isThere
        ? 'The platform takes JSON, and this header says something else: Content-Type: application/json.'
        : 'Without the header Content-Type: application/json, cURL sends this as a form.',
    commandTitle: ({ isThere }) => (isThere ? fixTitles.replaceWith('application/json') : 'Add the header'),
  },
};

const shellMark = (mark: string): string =>
  ({ '\\': 'a backslash (\\)', '`': 'a backtick (`)' })[mark] ?? `a caret (${mark})`;

const authorizationForm = 'Authorization: User …, Organization …';

const authorizationMessages: Readonly<Record<AuthorizationFault, string>> = {
  missing: `The header with your secrets is missing: ${authorizationForm}.`,
  user: `The user secret is missing in this header: ${authorizationForm}.`,
  organization: `The organization secret is missing in this header: ${authorizationForm}.`,
  comma: `A comma (,) is missing after this: ${authorizationForm}.`,
  form: `The platform cannot read this header. It has this form: ${authorizationForm}.`,
  element: 'An element token is for calls to one instance: with it, this call can end up somewhere else.',
};
