// What the client asks before a request is sent: what is wrong with it, and how its provider is signed in to.
import type { TextRange } from './documents';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Request, client to server: judge this text as it would be sent. Params {@link CheckParams}, result {@link CheckResult}. */
export const checkRequest = 'cloudElements/check';

export interface CheckParams {
  /** The whole text of a document, in whatever language it is open. */
  readonly text: string;
  /** Of the document, for the settings that hold there. */
  readonly uri?: string;
}

export interface CheckedProblem {
  /** Stable code, such as `missing-entries`. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: TextRange;
  /** True where the text cannot be sent at all: it is no JSON object, or names no element. */
  readonly blocking: boolean;
  /** For `missing-entries`: the names of those entries. */
  readonly entries?: readonly string[];
}

/** A value that the platform needs for the address of a provider's sign-in page. */
export interface SignInParameter {
  /** As the platform's call names it, such as `apiKey`. */
  readonly name: string;
  /** Entry of `configuration` that holds the value, where there is one. */
  readonly entry?: string;
  /** What to ask a person for where the request does not say, in the provider's words, such as "Client ID". */
  readonly label: string;
  /** What it is and where it is found, in a sentence or two. */
  readonly description?: string;
  readonly secret: boolean;
  /** False where the sign-in goes on without it: it is sent where the request has it, and nobody is asked. */
  readonly required: boolean;
}

/** How an instance of an element is signed in on the page of its provider. */
export interface SignIn {
  readonly flow: 'oauth2-code' | 'oauth1-token';
  /** In the order in which a person fills them in. Without those that the client makes: `state` and `requestToken`. */
  readonly parameters: readonly SignInParameter[];
  /** Names of the parameters that the call for an OAuth 1 token takes; empty with OAuth 2. */
  readonly tokenParameters: readonly string[];
  /** Members of `providerData` that the provider's redirect has to bring (for OAuth 1 without `secret`, which the token call gives). */
  readonly providerData: readonly string[];
}

export interface CheckResult {
  /** In the order of the text. */
  readonly problems: readonly CheckedProblem[];
  /** Value of `element.key`, where there is one. */
  readonly elementKey?: string;
  /** Name of the element as the catalog has it. */
  readonly elementName?: string;
  /** Value of `name`, where there is one. */
  readonly instanceName?: string;
  /**
   * Absent where the request needs no page of a provider: its way signs in directly, or it brings what the page gives;
   * and for an element the catalog does not know.
   */
  readonly signIn?: SignIn;
  /** Keys of all entries of `configuration`; empty where the catalog does not know the element. */
  readonly entries: readonly string[];
  /** Keys of the entries of `configuration` that hold secrets, as far as the catalog knows the element. */
  readonly secretEntries: readonly string[];
}
