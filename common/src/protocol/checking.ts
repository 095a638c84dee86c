// The check before a request is sent: its problems, and how to sign in at the provider.
import type { TextRange } from './documents';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Request, client to server: check a text that is about to be sent. Params {@link CheckParams}, result {@link CheckResult}. */
export const checkRequest = 'cloudElements/check';

export interface CheckParams {
  /** The complete text of a document of any language. */
  readonly text: string;
  /** URI of the document, for the settings that apply to it. */
  readonly uri?: string;
}

export interface CheckedProblem {
  /** Stable code, such as `missing-entries`. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: TextRange;
  /** True if the text cannot be sent: it is not a JSON object, or has no element key. */
  readonly blocking: boolean;
  /** For `missing-entries`: the names of those entries. */
  readonly entries?: readonly string[];
}

/** A value that the platform needs for the address of a provider's sign-in page. */
export interface SignInParameter {
  /** Name of the parameter in the platform's call, such as `apiKey`. */
  readonly name: string;
  /** Entry of `configuration` with the value, if there is one. */
  readonly entry?: string;
  /** What to ask for if the request does not have the value, in the provider's terms, such as "Client ID". */
  readonly label: string;
  /** One or two sentences: what the value is and where to find it. */
  readonly description?: string;
  readonly secret: boolean;
  /** False if the sign-in works without it: then it is sent if the request has it, and nobody is asked for it. */
  readonly required: boolean;
}

/** How to sign in at the provider of an element. */
export interface SignIn {
  readonly flow: 'oauth2-code' | 'oauth1-token';
  /** In the order in which to ask for them. Without `state` and `requestToken`, which the client creates. */
  readonly parameters: readonly SignInParameter[];
  /** Names of the parameters of the call for an OAuth 1 token; empty for OAuth 2. */
  readonly tokenParameters: readonly string[];
  /** Properties of `providerData` that the redirect must contain. For OAuth 1 without `secret`, which the token call returns. */
  readonly providerData: readonly string[];
}

export interface CheckResult {
  /** In the order of the text. */
  readonly problems: readonly CheckedProblem[];
  /** Value of `element.key`, if there is one. */
  readonly elementKey?: string;
  /** Name of the element in the catalog. */
  readonly elementName?: string;
  /** Value of `name`, if there is one. */
  readonly instanceName?: string;
  /**
   * Absent if the request needs no sign-in page: its auth method needs none, or it already has what the page returns.
   * Also absent if the element is not in the catalog.
   */
  readonly signIn?: SignIn;
  /** Keys of all entries of `configuration`; empty if the element is not in the catalog. */
  readonly entries: readonly string[];
  /** Keys of the entries of `configuration` that are secrets; empty if the element is not in the catalog. */
  readonly secretEntries: readonly string[];
}
