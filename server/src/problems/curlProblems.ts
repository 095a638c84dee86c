import type { CharacterRepair, QuoteRepair } from '../../../common/src/json/faults';

/** Problems of a cURL command, beside those that its JSON has as a file has them. */
export type CurlProblemDetail =
  /** `shellQuote` is what belongs there. */
  | {
      readonly code: 'look-alike-quotes' | 'single-quotes';
      readonly repair: QuoteRepair;
      readonly character: string;
      readonly shellQuote: string;
    }
  | { readonly code: 'look-alike-character'; readonly repair: CharacterRepair; readonly inShell: true }
  /** A command where a request belongs. */
  | { readonly code: 'curl-command' }
  /** `mark` is what makes a line go on: a backslash, a backtick or a caret. */
  | { readonly code: 'curl-missing-backslash'; readonly mark: string }
  | { readonly code: 'curl-space-after-backslash'; readonly mark: string }
  | { readonly code: 'curl-missing-quote'; readonly quote: string }
  | { readonly code: 'curl-inner-quotes'; readonly quote: string }
  | { readonly code: 'curl-unexpanded-variable'; readonly variable: string }
  | { readonly code: 'curl-authorization'; readonly fault: AuthorizationFault }
  /** `isThere` is true for a header that says something else. */
  | { readonly code: 'curl-content-type'; readonly isThere: boolean };

/** `comma`: there is none between the two secrets. `form`: everything else that cannot be read. */
export type AuthorizationFault = 'missing' | 'user' | 'organization' | 'comma' | 'form' | 'element';
