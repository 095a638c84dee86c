import type { CurlProblemDetail } from './curlProblems';
import type { SyntaxFaultDetail } from '../../../common/src/json/faults';
import type { OffsetRange } from '../../../common/src/json/tree';

/**
 * A problem of a document, with everything that its words and its fixes need. Knows nothing of LSP: offsets in,
 * offsets out. Holds no value of the document but placeholders, hosts and names of variables: any other may be a secret.
 */
export type Problem = { readonly range: OffsetRange } & ProblemDetail;

export type ProblemDetail =
  | SyntaxFaultDetail
  | CurlProblemDetail
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
  | { readonly code: 'unknown-member'; readonly key: string }
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

export type ProblemCode = ProblemDetail['code'];

/** What a value is called. */
export interface ValueLabel {
  readonly label: string;
  /** True for one of the values of a list, which is what the label is of. */
  readonly isItem?: boolean;
}

export type ValueFormat = 'whole-number' | 'web-address' | 'other';

export interface Suggestion {
  readonly key: string;
  readonly name: string;
}

export interface MissingEntry {
  readonly key: string;
  readonly title: string;
}

/** Problems of one code. */
export type ProblemOf<Code extends ProblemCode> = Extract<Problem, { code: Code }>;
